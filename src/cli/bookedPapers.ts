import { nearest } from '../diagnostics/nearest.js';
import { problem } from '../diagnostics/problem.js';
import type { ShownBooking } from '../documents/bookings.js';
import type { Quote } from '../documents/quote.js';
import { platformOf } from '../ledger/chain.js';
import type { PaperBooking } from '../papers/booking.js';
import type { Given } from './command.js';
import type { Context } from './context.js';
import { exit } from './exit.js';
import { nowGiven, told, withLedger } from './ledger.js';

/** Contracts and schedules of bookings: number, status and revision are the ledger's. */

export function looksLikeBooking(named: string): boolean {
  return platformOf(named) !== undefined;
}

/** A booking with its quote as it stands now; undefined, and told, where no paper can be made of it. */
export async function bookedPaper(
  number: string,
  given: Given,
  context: Context,
): Promise<{ readonly quote: Quote; readonly booking: PaperBooking } | undefined> {
  let made: { readonly quote: Quote; readonly booking: PaperBooking } | undefined;
  const now = nowGiven(given, context);
  if (now === 'wrong') return undefined;
  await withLedger(given, context, 'look', async (ledger) => {
    const [booking] = (await ledger.bookings({ number, now })).bookings;
    if (booking === undefined) {
      const known = (await ledger.bookings({ now })).bookings.map((one) => one.number);
      await told(
        [problem('booking-not-found', [], { booking: number, nearest: nearest(number, known, 2) })],
        given,
        context,
      );
      return exit.refused;
    }
    const { state } = booking;
    const quote = await ledger.quote(booking.quote);
    const card = await ledger.card(booking.card.digest);
    if (quote === undefined || card === undefined) throw new Error(`${number} has no archived quote`);
    if (state !== 'held' && state !== 'booked' && state !== 'cancelled') {
      await told([problem('no-paper', [], { booking: number, state })], given, context);
      return exit.refused;
    }
    made = { quote, booking: paperBooking(booking, state, card.document.rounding ?? 'half-up') };
    return exit.done;
  });
  return made;
}

function paperBooking(
  { number, revision, expires, spots }: ShownBooking,
  status: PaperBooking['status'],
  rounding: PaperBooking['rounding'],
): PaperBooking {
  return {
    number,
    status,
    revision,
    ...(status === 'held' ? { expires } : {}),
    cancelled: spots.flatMap(({ line, date, fee }) => (fee === undefined ? [] : [{ line, date, fee }])),
    rounding,
  };
}
