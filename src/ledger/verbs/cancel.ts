import { nearest } from '../../diagnostics/nearest.js';
import { type Problem, problem } from '../../diagnostics/problem.js';
import type { LedgerEvent } from '../../documents/ledgerEvent.js';
import { sameName } from '../../documents/names.js';
import type { Cancellation, Receipt } from '../../documents/receipt.js';
import { sumOf } from '../../money/money.js';
import { type Answer, accepted, refused, wrongState } from '../answer.js';
import { type BookedSpot, type Booking, stateAt } from '../booking.js';
import { claimsOf } from '../claims.js';
import { cardFrom, type Desk, quoteFrom } from '../desk.js';
import { cancellationFee } from '../fees.js';
import { claim } from '../inventory.js';
import { onBooking, type VerbOptions } from './verb.js';

export interface CancelOptions extends VerbOptions {
  /** Only these lines; without lines and brand the whole booking. */
  readonly lines?: readonly number[] | undefined;
  /** Only the lines of this brand. */
  readonly brand?: string | undefined;
  readonly dryRun?: boolean | undefined;
}

/**
 * Cancels a booking, or some of its lines: their spots are free again, each owes its fee, and the rest keeps its prices.
 *
 * Source: booking rules, "Verbs" and "Fees".
 */
export function cancel(
  desk: Desk,
  number: string,
  options: CancelOptions,
): Promise<Answer<Receipt | Cancellation>> {
  return onBooking<Cancellation>(desk, number, 'cancel', options, async (held) => {
    const { queries, booking, now, record, replay } = held;
    const state = stateAt(booking, now);
    if (state !== 'booked' && state !== 'cancelled') return refused(now, wrongState(booking, now));
    const { lines, problems } = linesMeant(booking, options);
    if (problems.length > 0) return refused(now, ...problems);
    const meant = booking.spots.filter(({ line }) => lines.has(line));
    const standing = meant.filter(({ fee }) => fee === undefined);
    if (standing.length === 0) return replay((event) => cancels(event, meant));
    const { platform, currency } = booking;
    const quote = await quoteFrom(desk, queries, platform, booking.quote);
    const card = await cardFrom(desk, queries, platform, booking.card.digest);
    const spots = standing.map((spot) => {
      const { line, date } = spot;
      return { line, date, fee: cancellationFee(spot, quote, card, now) };
    });
    const fee = sumOf(
      spots.map((spot) => spot.fee),
      currency,
    );
    if (options.dryRun === true) {
      return accepted({ dryRun: true, booking: number, revision: booking.revision, spots, fee });
    }
    await claim(queries, platform, claimsOf([], standing));
    return record({ type: 'cancel', spots, fee });
  });
}

function cancels(event: LedgerEvent, meant: readonly BookedSpot[]): boolean {
  return event.type === 'cancel' && event.spots.some(({ line }) => meant.some((spot) => spot.line === line));
}

function linesMeant(
  booking: Booking,
  { lines, brand }: CancelOptions,
): { readonly lines: ReadonlySet<number>; readonly problems: readonly Problem[] } {
  const all = new Set(booking.spots.map(({ line }) => line));
  if (brand !== undefined) {
    const name = sameName(brand);
    const found = booking.spots.filter((spot) => sameName(spot.brand) === name).map(({ line }) => line);
    const known = [...new Set(booking.spots.map((spot) => spot.brand))];
    const values = { booking: booking.number, brand, nearest: nearest(brand, known, 2) };
    return {
      lines: new Set(found),
      problems: found.length === 0 ? [problem('no-such-brand', [], values)] : [],
    };
  }
  if (lines === undefined) return { lines: all, problems: [] };
  const unknown = lines.filter((line) => !all.has(line));
  return {
    lines: new Set(lines),
    problems: unknown.map((line) =>
      problem('no-such-line', [], { booking: booking.number, line, lines: all.size }),
    ),
  };
}
