import { type Problem, problem } from '../diagnostics/problem.js';
import type { LedgerEvent } from '../documents/ledgerEvent.js';
import type { Receipt, RefusedSpot } from '../documents/receipt.js';
import { type Booking, stateAt } from './booking.js';

/** What a verb came to: a receipt, or why nothing was done. */
export type Answer<T = Receipt> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | Refused;

export interface Refused {
  readonly ok: false;
  /** The instant it was judged at, milliseconds since 1970. */
  readonly now: number;
  /** Every spot that cannot be had; empty where something else stands in the way. */
  readonly spots: readonly RefusedSpot[];
  readonly problems: readonly Problem[];
}

export function refused(now: number, ...problems: readonly Problem[]): Refused {
  return { ok: false, now, spots: [], problems };
}

export function accepted<T>(value: T, problems: readonly Problem[] = []): Answer<T> {
  return { ok: true, value, problems };
}

export function receiptOf(booking: Booking, event: LedgerEvent, now: number, replayed = false): Answer {
  const { number, revision } = booking;
  const { seq, hash } = event;
  return accepted({
    booking: number,
    state: stateAt(booking, now),
    revision,
    replayed,
    event: { seq, hash },
  });
}

/** A verb on a booking whose state does not allow it. */
export function wrongState(booking: Booking, now: number): Problem {
  return problem('state', [], { booking: booking.number, state: stateAt(booking, now) });
}
