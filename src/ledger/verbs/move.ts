import { dayOf } from '../../calendar/date.js';
import { instantText } from '../../calendar/instant.js';
import type { RateCard } from '../../card/ratecard.js';
import { type Problem, problem } from '../../diagnostics/problem.js';
import type { EventSpot, LedgerEvent } from '../../documents/ledgerEvent.js';
import type { Quote } from '../../documents/quote.js';
import type { Receipt, RefusedSpot, Relocation } from '../../documents/receipt.js';
import { compileCard } from '../../pricing/compile.js';
import { type Answer, accepted, refused, wrongState } from '../answer.js';
import { isApproved } from '../approvals.js';
import { placeReasons } from '../availability.js';
import { type BookedSpot, type Booking, isOver, keyOf, standingOf, stateAt } from '../booking.js';
import { claimsOf } from '../claims.js';
import { beginning, firstClosing } from '../closing.js';
import { archive, cardFrom, type Desk, quoteFrom } from '../desk.js';
import { claim } from '../inventory.js';
import { spotsOf } from '../occupancy.js';
import { type Asked, judgingOf } from '../refusal.js';
import { relocated, type Step } from '../relocate.js';
import { eventsOf } from '../rows.js';
import { Crowded } from './places.js';
import { onBooking, type VerbOptions } from './verb.js';

export interface MoveOptions extends VerbOptions {
  readonly steps: readonly Step[];
  readonly dryRun?: boolean | undefined;
}

/**
 * Moves spots of a booking, all or none: the whole package is priced again by the pinned card as of the original day, and
 * somebody must approve once more where payable or the band changes.
 *
 * Source: booking rules, "Verbs".
 */
export function move(
  desk: Desk,
  number: string,
  options: MoveOptions,
): Promise<Answer<Receipt | Relocation>> {
  return onBooking<Relocation>(desk, number, 'move', options, async (held) => {
    const { queries, booking, now, record, replay } = held;
    if (isOver(stateAt(booking, now))) return refused(now, wrongState(booking, now));
    const { platform } = booking;
    const card = await cardFrom(desk, queries, platform, booking.card.digest);
    const wrong = notToBeMoved(booking, options.steps, card, now);
    if (wrong.length > 0) {
      const again = movedBefore(await eventsOf(queries, booking), options.steps);
      return again === undefined ? refused(now, ...wrong) : replay((event) => event.seq === again.seq);
    }
    const before = await quoteFrom(desk, queries, platform, booking.quote);
    const outside = outsideCard(booking, options.steps, card);
    if (outside.length > 0) return { ok: false, now, spots: outside, problems: [] };
    const priced = relocated(before, card, options.steps);
    if (!priced.ok) return refused(now, ...priced.problems);
    const { quote } = priced;
    const { from, to } = swapped(booking, spotsOf(quote, card), options.steps);
    const gone = new Set(from.map(keyOf));
    const stay = standingOf(booking).filter((spot) => !gone.has(keyOf(spot)));
    const asked: Asked = { quote, card, spots: [...stay, ...to], judged: to, without: number };
    const judging = judgingOf({ quote, card }, now);
    if (to.some((spot) => placeReasons(spot, judging).length > 0)) return new Crowded(asked);
    if (!(await claim(queries, platform, claimsOf(to, from)))) return new Crowded(asked);
    const approval = approvalFor(booking, before, quote, card);
    const keys = from.map(({ line, date }) => ({ line, date }));
    if (options.dryRun === true) {
      return accepted({
        dryRun: true,
        booking: number,
        revision: booking.revision,
        from: keys,
        to,
        digest: quote.digest,
        payable: { before: before.totals.payable, after: quote.totals.payable },
        approval,
      });
    }
    if (approval.missing) {
      const values = { booking: number, role: approval.required ?? '', digest: quote.digest };
      return refused(now, problem('approval-missing', [], values));
    }
    await archive(desk, queries, platform, quote);
    const ends = firstClosing([...stay, ...to], quote.terms, card.document.timezone);
    const shorter = booking.state === 'held' && ends < Date.parse(booking.expires);
    return record(
      {
        type: 'move',
        from: keys,
        to,
        quote: quote.digest,
        ...(shorter ? { expires: instantText(ends) } : {}),
      },
      (digest) => (digest === quote.digest ? quote : before),
    );
  });
}

/** The spots must stand, and not have begun. */
function notToBeMoved(booking: Booking, steps: readonly Step[], card: RateCard, now: number): Problem[] {
  const named = new Set<string>();
  return steps.flatMap(({ line, date }): Problem[] => {
    const spot = booking.spots.find((one) => one.line === line && one.date === date);
    const again = named.has(keyOf({ line, date }));
    named.add(keyOf({ line, date }));
    if (again) return [problem('spot-twice', [], { line, date })];
    if (spot === undefined) return [unknownSpot(booking, line, date)];
    if (spot.fee !== undefined) return [problem('spot-cancelled', [], { line, date })];
    const begun = now >= beginning(spot, card.document.timezone);
    return begun ? [problem('spot-begun', [], { line, date })] : [];
  });
}

function unknownSpot({ number, spots }: Booking, line: number, date: string): Problem {
  const lines = new Set(spots.map((spot) => spot.line));
  if (!lines.has(line)) return problem('no-such-line', [], { booking: number, line, lines: lines.size });
  const dates = spots.filter((spot) => spot.line === line).map((spot) => spot.date);
  return problem('no-such-spot', [], { booking: number, line, date, dates });
}

/** A retry of the move that was made last finds its spots where they were to go. */
function movedBefore(events: readonly LedgerEvent[], steps: readonly Step[]): LedgerEvent | undefined {
  const last = events.findLast(({ type }) => type !== 'approve');
  if (last?.type !== 'move' || last.from.length !== steps.length) return undefined;
  const same = steps.every((step) =>
    last.from.some((from, at) => {
      const to = last.to[at];
      const time = step.toTime === undefined || to?.time === step.toTime;
      return keyOf(from) === keyOf(step) && to?.date === step.toDate && time;
    }),
  );
  return same ? last : undefined;
}

/** The card sells nothing there, so it cannot even be priced. */
function outsideCard(booking: Booking, steps: readonly Step[], card: RateCard): RefusedSpot[] {
  const { first, last } = compileCard(card).valid;
  return steps.flatMap((step) => {
    const day = dayOf(step.toDate);
    const spot = booking.spots.find((one) => keyOf(one) === keyOf(step));
    if (spot === undefined || (day >= first && day <= last)) return [];
    const time = step.toTime ?? spot.time;
    return [
      {
        line: step.line,
        date: step.toDate,
        ...(time === undefined ? {} : { time }),
        item: spot.item,
        reasons: [{ code: 'outside-card' as const }],
        alternatives: [],
      },
    ];
  });
}

/** The spots as they were and as they will be, in the order of the steps. */
function swapped(
  booking: Booking,
  quoted: readonly EventSpot[],
  steps: readonly Step[],
): { readonly from: BookedSpot[]; readonly to: EventSpot[] } {
  const before = new Map(booking.spots.map((spot) => [keyOf(spot), spot]));
  const after = new Map(quoted.map((spot) => [keyOf(spot), spot]));
  const from: BookedSpot[] = [];
  const to: EventSpot[] = [];
  for (const step of steps) {
    const old = before.get(keyOf(step));
    const spot = after.get(keyOf({ line: step.line, date: step.toDate }));
    if (old === undefined || spot === undefined) throw new Error(`no spot to move: ${keyOf(step)}`);
    from.push(old);
    // Fees count from the earliest date the spot ever had.
    to.push({ ...spot, feeDate: old.feeDate < spot.date ? old.feeDate : spot.date });
  }
  return { from, to };
}

/** Approval carries over when payable and required band are unchanged. Source: booking rules, "Verbs", `move`. */
function approvalFor(booking: Booking, before: Quote, after: Quote, card: RateCard): Relocation['approval'] {
  const { required } = after.approval;
  const unchanged = before.totals.payable === after.totals.payable && before.approval.required === required;
  const had =
    booking.state === 'booked' || isApproved(booking, before.digest, before.approval.required, card);
  const mustHave = required !== null && had && !unchanged;
  return { required, missing: mustHave && !isApproved(booking, after.digest, required, card) };
}
