import type { EventSpot, LedgerEvent } from '../documents/ledgerEvent.js';
import { sameName } from '../documents/names.js';
import { type Archived, afterEvent, type Booking, replaced, standingOf } from './booking.js';
import { claimsOf } from './claims.js';
import { bookingRow, spotRows } from './rows.js';
import type { Tables } from './tables.js';

/**
 * What follows from the events of one platform: every derived table, made in memory from the events alone. Whether the
 * tables of a ledger say the same is what `verify` asks.
 */
export class Fold {
  readonly #platform: string;
  readonly #timezone: string;
  readonly #archived: Archived;
  readonly #bookings = new Map<string, Booking>();
  readonly #counters = new Map<string, { used: number; bound: number }>();
  readonly #days = new Map<string, number[]>();
  readonly #brands = new Map<string, { spots: number; exclusive: number }>();
  readonly #deals = new Map<string, number>();
  readonly #keys = new Map<string, number>();
  #head = { seq: 0, hash: '', bookings: 0 };

  constructor(platform: string, timezone: string, archived: Archived) {
    this.#platform = platform;
    this.#timezone = timezone;
    this.#archived = archived;
  }

  /** @throws RangeError for an event that cannot have happened */
  add(event: LedgerEvent): void {
    const before = this.#bookings.get(event.booking);
    const after = afterEvent(before, event, this.#archived);
    const expected = before === undefined ? 1 : before.revision + (event.type === 'approve' ? 0 : 1);
    if (event.revision !== expected)
      throw new RangeError(`revision ${event.revision} instead of ${expected}`);
    this.#bookings.set(after.number, after);
    this.#claim(...exchanged(event, before, this.#takeOver(event)));
    this.#note(event);
  }

  /** The spots of the booking that a hold takes the place of, which is over by it. */
  #takeOver(event: LedgerEvent): readonly EventSpot[] {
    if (event.type !== 'hold' || event.replaces === undefined) return [];
    const old = this.#bookings.get(event.replaces);
    if (old === undefined) throw new RangeError(`${event.replaces} was never held`);
    this.#bookings.set(old.number, replaced(old, event.booking));
    return standingOf(old);
  }

  #note(event: LedgerEvent): void {
    const { seq, hash, key } = event;
    this.#head = { seq, hash, bookings: this.#head.bookings + (event.type === 'hold' ? 1 : 0) };
    if (key !== undefined) this.#keys.set(key, seq);
    if (event.type !== 'hold') return;
    const deal = JSON.stringify([sameName(event.client), event.package]);
    this.#deals.set(deal, (this.#deals.get(deal) ?? 0) + 1);
  }

  #claim(taken: readonly EventSpot[], given: readonly EventSpot[]): void {
    const { cells, days, brands } = claimsOf(taken, given);
    for (const { kind, resource, slot, given: back, taken: more, bound } of cells) {
      const counter = known(this.#counters, JSON.stringify([kind, resource, slot]), () => ({
        used: 0,
        bound: 0,
      }));
      counter.used += more - back;
      // What is only given back leaves the bound of the last take.
      if (more > 0) counter.bound = bound;
      if (counter.used < 0 || counter.used > counter.bound)
        throw new RangeError(`${resource}: ${counter.used} of ${counter.bound}`);
    }
    for (const { resource, day, given: back, taken: more } of days) {
      const counts = known(this.#days, JSON.stringify([resource, day]), () => [0, 0, 0, 0]);
      for (const [at, name] of dayCounts.entries()) counts[at] = (counts[at] ?? 0) + more[name] - back[name];
      if ((counts[0] ?? 0) > 0 && (counts[1] ?? 0) > 0)
        throw new RangeError(`${resource}: timed and untimed on one date`);
    }
    for (const { resource, day, category, brand, spots, exclusive } of brands) {
      const found = known(this.#brands, JSON.stringify([resource, day, category, brand]), () => ({
        spots: 0,
        exclusive: 0,
      }));
      found.spots += spots;
      found.exclusive += exclusive;
    }
  }

  get bookings(): ReadonlyMap<string, Booking> {
    return this.#bookings;
  }

  /** The rows of every derived table; counts of nothing are no rows. */
  rows(): DerivedRows {
    const platform = this.#platform;
    const bookings = [...this.#bookings.values()];
    const parsed = <T>(name: string) => JSON.parse(name) as T;
    const brands = [...this.#brands].map(([name, counts]) => {
      const [resource, day, category, brand] = parsed<[string, number, string, string]>(name);
      return { platform, resource, day, category, brand, ...counts };
    });
    return {
      kanli_head: [{ platform, ...this.#head, timezone: this.#timezone }],
      kanli_booking: bookings.map(bookingRow),
      kanli_spot: bookings.flatMap(spotRows),
      kanli_counter: [...this.#counters]
        .filter(([, { used }]) => used > 0)
        .map(([name, { used, bound }]) => {
          const [kind, resource, slot] = parsed<[Tables['kanli_counter']['kind'], string, number]>(name);
          return { platform, kind, resource, slot, used, bound };
        }),
      kanli_day: [...this.#days]
        .filter(([, counts]) => counts.some((n) => n > 0))
        .map(([name, [timed = 0, dated = 0, exclusive = 0, uncategorised = 0]]) => {
          const [resource, day] = parsed<[string, number]>(name);
          return { platform, resource, day, timed, dated, exclusive, uncategorised };
        }),
      kanli_category: categoriesOf(brands),
      kanli_brand: brands.filter(({ spots }) => spots > 0).map(({ exclusive: _of, ...row }) => row),
      kanli_deal: [...this.#deals].map(([name, holds]) => {
        const [client, id] = parsed<[string, string]>(name);
        return { platform, client, package: id, holds };
      }),
      kanli_key: [...this.#keys].map(([key, seq]) => ({ platform, key, seq })),
    };
  }
}

const dayCounts = ['timed', 'dated', 'exclusive', 'uncategorised'] as const;

/** The tables that follow from the events. */
export type DerivedTable = Exclude<keyof Tables, 'kanli_event' | 'kanli_archive' | 'kanli_schema'>;
export type DerivedRows = { readonly [T in DerivedTable]: readonly Tables[T][] };

/** What an event takes, and what it gives back. */
function exchanged(
  event: LedgerEvent,
  before: Booking | undefined,
  takenOver: readonly EventSpot[],
): [readonly EventSpot[], readonly EventSpot[]] {
  switch (event.type) {
    case 'hold':
      return [event.spots, takenOver];
    case 'move':
      return [event.to, spotsAt(before, event.from)];
    case 'cancel':
      return [[], spotsAt(before, event.spots)];
    case 'release':
    case 'lapse':
      return [[], before === undefined ? [] : standingOf(before)];
    case 'approve':
    case 'confirm':
      return [[], []];
  }
}

function spotsAt(
  before: Booking | undefined,
  keys: readonly { readonly line: number; readonly date: string }[],
): EventSpot[] {
  return keys.map(({ line, date }) => {
    const spot = before?.spots.find((one) => one.line === line && one.date === date && one.fee === undefined);
    if (spot === undefined) throw new RangeError(`line ${line} has no standing spot on ${date}`);
    return spot;
  });
}

function categoriesOf(
  brands: readonly (Tables['kanli_brand'] & { readonly exclusive: number })[],
): Tables['kanli_category'][] {
  const categories = new Map<
    string,
    { -readonly [K in keyof Tables['kanli_category']]: Tables['kanli_category'][K] }
  >();
  for (const { platform, resource, day, category, spots, exclusive } of brands) {
    if (spots === 0) continue;
    const found = known(categories, JSON.stringify([resource, day, category]), () => ({
      platform,
      resource,
      day,
      category,
      brands: 0,
      exclusive: 0,
    }));
    found.brands += 1;
    found.exclusive += exclusive;
    if (found.exclusive > 0 && found.brands > 1) throw new RangeError(`${resource}: rivals in ${category}`);
  }
  return [...categories.values()];
}

function known<V>(map: Map<string, V>, key: string, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
