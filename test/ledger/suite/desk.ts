import { expect } from '@jest/globals';
import type { RateCard } from '../../../src/card/ratecard.js';
import { bookingsSchema, type ShownBooking } from '../../../src/documents/bookings.js';
import type { LedgerEvent } from '../../../src/documents/ledgerEvent.js';
import type { Quote } from '../../../src/documents/quote.js';
import {
  cancellationSchema,
  type Receipt,
  type RefusedSpot,
  receiptSchema,
  refusalSchema,
  relocationSchema,
} from '../../../src/documents/receipt.js';
import type { Answer } from '../../../src/ledger/answer.js';
import type { Ledger } from '../../../src/ledger/ledger.js';
import type { HoldOptions } from '../../../src/ledger/verbs/hold.js';
import { type Asking, at, type Change, cardBy, quoteFor, unapproved } from '../../support/ledger/card.js';

/** The day on which the samples are sold, unless a test says otherwise. */
export const now = at('2016-10-26 10:00');

export type Line = Readonly<Record<string, unknown>>;
export type Sale = Asking & HoldOptions;

/** The ledger that the tests of a suite share, open once they run. */
export type Open = () => Ledger;

let platforms = 0;

/**
 * A sales desk on a platform of its own: nothing that another test sold is in its way, and its bookings count from 1. Every
 * package has an id of its own unless one is given, and every answer must have its documented shape.
 */
export class SalesDesk {
  readonly ledger: Ledger;
  readonly platform: string;
  readonly card: RateCard;
  #packages = 0;

  /** @param changes other words for parts of the sample card; nobody need approve unless `approvals` is kept */
  constructor(ledger: Ledger, changes: readonly Change[] = [], { approvals = false } = {}) {
    platforms += 1;
    this.ledger = ledger;
    this.platform = `house-${platforms}`;
    this.card = this.cardWith(changes, { approvals });
  }

  /** Another card of the same platform. */
  cardWith(changes: readonly Change[], { approvals = false } = {}): RateCard {
    return cardBy(this.platform, ...(approvals ? [] : [unapproved]), ...changes);
  }

  quote(lines: readonly Line[], { id, ...asking }: Asking = {}): Quote {
    this.#packages += 1;
    return quoteFor(lines, { card: this.card, id: id ?? `deal-${this.#packages}`, ...asking });
  }

  /** The number of this platform's nth booking. */
  number(place: number): string {
    return `${this.platform}-${String(place).padStart(4, '0')}`;
  }

  async holdQuote(quote: Quote, options: HoldOptions & { card?: RateCard } = {}): Promise<Answer> {
    const { card = this.card, ...rest } = options;
    return shaped(await this.ledger.hold(quote, card, { now, ...rest }));
  }

  async hold(lines: readonly Line[], sale: Sale = {}): Promise<Answer> {
    const { id, asOf, client, category, more, card = this.card, ...options } = sale;
    const asking = Object.entries({ id, asOf, client, category, more }).filter(([, v]) => v !== undefined);
    return this.holdQuote(this.quote(lines, { ...Object.fromEntries(asking), card }), { card, ...options });
  }

  /** Holds what must be free. @returns the booking's number */
  async held(lines: readonly Line[], sale: Sale = {}): Promise<string> {
    return done(await this.hold(lines, sale)).booking;
  }

  /** Holds, has it approved where somebody must, and confirms. */
  async booked(lines: readonly Line[], sale: Sale = {}): Promise<string> {
    const number = await this.held(lines, sale);
    const time = { now: sale.now ?? now };
    const { approval } = await this.booking(number, time.now);
    if (approval.required !== null) {
      done(shaped(await this.ledger.approve(number, { ...time, role: 'director', by: '王总' })));
    }
    done(shaped(await this.ledger.confirm(number, time)));
    return number;
  }

  /** Is refused for its places. @returns every failing spot */
  async refused(lines: readonly Line[], sale: Sale = {}): Promise<readonly RefusedSpot[]> {
    return refusedSpots(await this.hold(lines, sale));
  }

  /** The codes of every failing spot, in the order of the package. */
  async reasons(lines: readonly Line[], sale: Sale = {}): Promise<string[][]> {
    return (await this.refused(lines, sale)).map(codesOf);
  }

  /** Would it be free? Nothing is left of the try. */
  async isFree(lines: readonly Line[], sale: Sale = {}): Promise<boolean> {
    const answer = await this.hold(lines, sale);
    if (!answer.ok) return false;
    done(await this.ledger.release(answer.value.booking, { now: sale.now ?? now }));
    return true;
  }

  async booking(number: string, instant = now): Promise<ShownBooking> {
    const found = await this.ledger.bookings({ number, now: instant });
    expect(bookingsSchema.parse(found)).toEqual(found);
    return one(found.bookings);
  }

  async state(number: string, instant = now): Promise<string> {
    return (await this.booking(number, instant)).state;
  }

  /** The platform's events in their order. */
  async events(): Promise<LedgerEvent[]> {
    const { bookings } = await this.ledger.bookings({ platform: this.platform, now });
    return bookings.flatMap(({ events }) => events).sort((a, b) => a.seq - b.seq);
  }
}

/** A document that must have its documented shape, strictly. */
function shaped<T>(answer: Answer<T>): Answer<T> {
  if (!answer.ok) {
    const { ok, now: instant, spots } = answer;
    if (spots.length > 0) refusalSchema.parse({ ok, now: new Date(instant).toISOString(), spots });
    // Nothing is refused without a reason.
    expect(answer.spots.length + answer.problems.length).toBeGreaterThan(0);
    return answer;
  }
  const { value } = answer as { value: object };
  const schema =
    'dryRun' in value ? ('payable' in value ? relocationSchema : cancellationSchema) : receiptSchema;
  expect(schema.parse(value)).toEqual(value);
  return answer;
}

/** The receipt of what must have been accepted. */
export function done(answer: Answer<unknown>): Receipt {
  expect(answer).toMatchObject({ ok: true });
  if (!answer.ok) throw new Error('refused');
  return answer.value as Receipt;
}

export function refusedSpots(answer: Answer<unknown>): readonly RefusedSpot[] {
  expect(answer).toMatchObject({ ok: false, problems: [] });
  if (answer.ok) throw new Error('accepted');
  expect(answer.spots).not.toEqual([]);
  return answer.spots;
}

/** What stands in the way besides places: the codes. */
export function problemsOf(answer: Answer<unknown>): string[] {
  expect(answer).toMatchObject({ ok: false, spots: [] });
  return answer.ok ? [] : answer.problems.map(({ code }) => code);
}

export function codesOf({ reasons }: RefusedSpot): string[] {
  return reasons.map(({ code }) => code);
}

export function one<T>(list: readonly T[]): T {
  expect(list).toHaveLength(1);
  return list[0]!;
}

/** Days since 1970, by another way than the ledger's. */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

/** An instant as documents write it, from the platform's own clock. */
export function instant(local: string): string {
  return new Date(at(local)).toISOString().replace('.000Z', 'Z');
}
