import type { Contract } from '../documents/contract.js';
import type { Quote, QuoteLine } from '../documents/quote.js';
import { sumOf } from '../money/money.js';

/** What the ledger says of the booking a paper is for. Source: booking rules, "Verbs". */
export interface PaperBooking {
  /** The booking's number, which becomes the paper's. */
  readonly number: string;
  readonly status: 'held' | 'booked' | 'cancelled';
  /** From 1. */
  readonly revision: number;
  /** ISO instant with an offset until which the places are held; for a held booking. */
  readonly expires?: string | undefined;
  /** Spots cancelled so far, whole lines always, each with its fee: on the card's tax basis, with the currency's decimals. */
  readonly cancelled: readonly { readonly line: number; readonly date: string; readonly fee: string }[];
  /** How the card rounds: the rebate of what stands is worked out anew. */
  readonly rounding: 'half-up' | 'half-even';
}

/** The same as papers use it: fees are by line, for lines are what a contract lists. */
export interface BookingFacts extends Omit<PaperBooking, 'cancelled'> {
  /** What each cancelled line costs; a line that stands is not in it. */
  readonly fees: ReadonlyMap<number, string>;
}

/**
 * A booking's facts, in agreement with its quote and with one another.
 *
 * @throws RangeError when they are not: a ledger that says so is broken, and no paper may be made of it
 */
export function factsOf(quote: Quote, { cancelled, ...booking }: PaperBooking): BookingFacts {
  const { number, status, expires } = booking;
  const fees = feesByLine(quote, cancelled, number);
  if ((status === 'cancelled') !== (fees.size === quote.lines.length)) {
    throw new RangeError(`${number}: ${status}, with ${fees.size} of ${quote.lines.length} lines cancelled`);
  }
  if (status === 'held' && expires === undefined) throw new RangeError(`${number}: held without an end`);
  return { ...booking, fees };
}

type CancelledSpot = PaperBooking['cancelled'][number];

function feesByLine(quote: Quote, cancelled: readonly CancelledSpot[], number: string): Map<number, string> {
  const left = new Map<number, CancelledSpot[]>();
  for (const spot of cancelled) {
    const own = left.get(spot.line);
    if (own === undefined) left.set(spot.line, [spot]);
    else own.push(spot);
  }
  const fees = new Map<number, string>();
  for (const line of quote.lines) {
    const own = left.get(line.line);
    if (own === undefined) continue;
    left.delete(line.line);
    if (!isWhole(line, own)) throw new RangeError(`${number}: line ${line.line} is cancelled in part`);
    const amounts = own.map(({ fee }) => fee);
    fees.set(line.line, sumOf(amounts, quote.currency));
  }
  const [lost] = left.keys();
  if (lost !== undefined) throw new RangeError(`${number}: the quote has no line ${lost}`);
  return fees;
}

function isWhole({ spots }: QuoteLine, cancelled: readonly CancelledSpot[]): boolean {
  const dates = new Set(cancelled.map(({ date }) => date));
  return cancelled.length === spots.length && spots.every(({ date }) => dates.has(date));
}

/**
 * What a contract states of its booking; undefined for a draft. It is taken from as few places as can be, so that whatever
 * else speaks of the same thing is held against it: the status follows from what is cancelled and whether a hold ends.
 */
export function statedBooking({
  number,
  revision,
  rounding,
  expires,
  cancelled,
  quote,
}: Contract): BookingFacts | undefined {
  if (revision === undefined || rounding === undefined) return undefined;
  const stated = new Map(cancelled?.lines.map(({ line, fee }) => [line, sumOf([fee], quote.currency)]));
  const fees = new Map(
    quote.lines.flatMap(({ line }) => {
      const fee = stated.get(line);
      return fee === undefined ? [] : [[line, fee] as const];
    }),
  );
  const standing = expires === undefined ? 'booked' : 'held';
  const status = fees.size === quote.lines.length ? 'cancelled' : standing;
  return { number, status, revision, expires, rounding, fees };
}
