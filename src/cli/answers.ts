import { instantText } from '../calendar/instant.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { ShownBooking } from '../documents/bookings.js';
import type { Receipt } from '../documents/receipt.js';
import { fill, type Text } from '../lang/text.js';
import { verbWords } from '../lang/verbs.js';
import type { Answer, Refused } from '../ledger/answer.js';
import type { Ledger } from '../ledger/ledger.js';
import { formatJson } from '../papers/formats/json.js';
import { flagText, type Given } from './command.js';
import { type Context, calledAs } from './context.js';
import { type Exit, exit } from './exit.js';
import { lookOf, report, wordedDiagnostics } from './report.js';

/** How the ledger's verbs answer: a receipt, or every reason against it. */

/** What a view of an answer needs to know besides. */
export interface About {
  readonly attempt: 'hold' | 'move';
  readonly zone: string;
  readonly titleOf: (item: string) => string;
}

export async function answered(
  answer: Answer<Receipt>,
  given: Given,
  context: Context,
  ledger: Ledger,
  { now, about }: { readonly now: number | undefined; readonly about?: About },
): Promise<Exit> {
  if (!answer.ok) return refusedBy(answer, given, context, about);
  await report(
    answer.problems.map((found) => diagnostic(found)),
    given,
    context,
  );
  if (flagText(given, 'format') === 'json') {
    context.stdout.write(formatJson(answer.value));
    return exit.done;
  }
  const { bookings } = await ledger.bookings({ number: answer.value.booking, now });
  const [booking] = bookings;
  if (booking !== undefined) await told(answer.value, booking, context, ledger);
  return exit.done;
}

/** A receipt in words, with what to do next. */
async function told(
  receipt: Receipt,
  booking: ShownBooking,
  context: Context,
  ledger: Ledger,
): Promise<void> {
  const { language } = context;
  const card = await ledger.card(booking.card.digest);
  const zone = card?.document.timezone ?? 'UTC';
  const { clockInZone } = await import('../calendar/zone.js');
  const { moneyText } = await import('../papers/amounts.js');
  const say = (text: Text, values: Readonly<Record<string, string | number>> = {}) =>
    context.stdout.write(`${fill(text, language, values)}\n`);
  const { bookingStateWords } = await import('../lang/ledger.js');
  say(receipt.replayed ? verbWords.replayed : verbWords.done, {
    booking: receipt.booking,
    state: bookingStateWords[receipt.state][language],
    revision: receipt.revision,
    spots: booking.spots.filter(({ state }) => state === receipt.state).length,
    payable: moneyText(booking.payable, booking.currency),
  });
  if (receipt.state === 'held')
    say(verbWords.until, { until: clockInZone(Date.parse(booking.expires), zone) });
  if (/[1-9]/.test(booking.fees)) say(verbWords.fees, { fees: moneyText(booking.fees, booking.currency) });
  say(verbWords.event, { seq: receipt.event.seq, hash: receipt.event.hash });
  const { required, given: approvals } = booking.approval;
  const name = calledAs(context);
  if (receipt.state === 'held') {
    if (required !== null && !approvals.some(({ digest }) => digest === booking.quote))
      say(verbWords.approveNext, { name, booking: receipt.booking, role: required });
    else say(verbWords.confirmNext, { name, booking: receipt.booking });
  }
}

/** A refusal: as JSON the whole of it, else every spot with its reasons. */
export async function refusedBy(
  { now, spots, problems }: Refused,
  given: Given,
  context: Context,
  about?: About,
  placed: readonly Diagnostic[] = [],
): Promise<Exit> {
  const found = [...placed, ...problems.map((one) => diagnostic(one))];
  const refusal = { ok: false as const, now: instantText(now), spots: [...spots] };
  if (flagText(given, 'format') === 'json') {
    const diagnostics = found.length === 0 ? {} : { diagnostics: await wordedDiagnostics(found, context) };
    context.stdout.write(formatJson({ ...refusal, ...diagnostics }));
    return exit.refused;
  }
  if (spots.length > 0 && about !== undefined) {
    const { drawRefusal } = await import('../render/refusal.js');
    const { attempt, zone, titleOf } = about;
    const look = lookOf(context.stderr, given, context);
    context.stderr.write(drawRefusal(refusal, titleOf, { ...look, attempt, zone }));
  }
  await report(found, given, context);
  return exit.refused;
}
