import type { Ledger, Line, Quote } from '../small-ledger.js';

/** A ledger with one thing wrong, and how that must be named. */
export interface WrongLedger {
  readonly code: string;
  readonly what: string;
  /** Of the event that must be named; none where the finding is about no event. */
  readonly seq?: number;
  /** Codes that the same fault cannot but bring along. */
  readonly also?: readonly string[];
  readonly write: (ledger: Ledger) => void;
}

export interface SoundLedger {
  readonly what: string;
  readonly write: (ledger: Ledger) => void;
}

export const hallAtEight: Line = { item: 'hall', dates: ['2016-11-08'], time: '20:00-21:00' };
/** Occupies nothing, so that nothing of the inventory can be wrong with it. */
export const banner: Line = { item: 'banner', dates: ['2016-11-08', '2016-11-09'] };

/** A booking of one package; `lines` default to an hour of the hall. */
export function held(ledger: Ledger, booking = 'B1', lines: readonly Line[] = [hallAtEight]): Quote {
  const quote = ledger.sell({ id: `package-${booking}`, lines });
  ledger.hold(booking, quote);
  return quote;
}

export function booked(ledger: Ledger, booking = 'B1', lines: readonly Line[] = [hallAtEight]): Quote {
  const quote = held(ledger, booking, lines);
  ledger.act('confirm', booking);
  return quote;
}
