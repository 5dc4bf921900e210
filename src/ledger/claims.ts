import { gridMinutes } from '../calendar/clock.js';
import { dayOf } from '../calendar/date.js';
import type { EventSpot, Take } from '../documents/ledgerEvent.js';
import { sameName } from '../documents/names.js';

/**
 * What spots lay claim to, in the units the ledger counts: cells of the grid, dates, and on each date the brands of a
 * category. The predicate and the counters of the database both read this, so that they cannot differ.
 */

export const counterKinds = ['time', 'date', 'impressions', 'per-day'] as const;
export type CounterKind = (typeof counterKinds)[number];

/** A place where a sum must stay within a bound: a cell of time, or a date. */
export interface Cell {
  readonly kind: CounterKind;
  readonly resource: string;
  /** Local minutes ÷ grid for time, days since 1970 for the rest. */
  readonly slot: number;
}

/** A wave counts as time or date of its own resource. */
function counterKind({ kind, from }: Take): CounterKind {
  if (kind !== 'wave') return kind;
  return from === undefined ? 'date' : 'time';
}

/** The cells of a take; without rest only those in which it runs. */
export function cellsOf(take: Take, withRest = true): Cell[] {
  const { resource, from, to = 0, restTo = to } = take;
  const kind = counterKind(take);
  if (from === undefined) return [{ kind, resource, slot: dayOf(take.date) }];
  const first = Math.floor(from / gridMinutes);
  const end = Math.ceil((withRest ? restTo : to) / gridMinutes);
  return Array.from({ length: end - first }, (_, at) => ({ kind, resource, slot: first + at }));
}

/** How a take stands to others of its resource and date: timed and untimed ones keep each other off. */
export function standsAs(take: Take): 'timed' | 'dated' | undefined {
  const kind = counterKind(take);
  if (kind === 'time') return 'timed';
  return kind === 'date' ? 'dated' : undefined;
}

/** Who a spot runs for among its rivals; nobody for money that only passes through. */
export interface Presence {
  readonly resource: string;
  readonly day: number;
  readonly brand: string;
  readonly category: string | undefined;
  readonly exclusive: boolean;
}

export function presenceOf(spot: EventSpot): Presence | undefined {
  if (spot.passThrough === true) return undefined;
  const category = spot.category === undefined ? undefined : sameName(spot.category);
  return {
    resource: spot.resource,
    day: dayOf(spot.date),
    brand: sameName(spot.brand),
    category,
    exclusive: spot.exclusive === true,
  };
}

export interface CellChange extends Cell {
  readonly given: number;
  readonly taken: number;
  /** Of the last take of the cell; 0 where nothing is taken. */
  readonly bound: number;
}

interface DayCounts {
  timed: number;
  dated: number;
  exclusive: number;
  uncategorised: number;
}

/** What is given back and what is taken stay apart: a place that is taken anew is judged anew. */
export interface DayChange {
  readonly resource: string;
  readonly day: number;
  readonly given: Readonly<DayCounts>;
  readonly taken: Readonly<DayCounts>;
}

export interface BrandChange {
  readonly resource: string;
  readonly day: number;
  readonly category: string;
  readonly brand: string;
  readonly spots: number;
  readonly exclusive: number;
}

/** What giving back some spots and taking others comes to, summed by place and in the one order in which places are locked. */
export interface Claims {
  readonly cells: readonly CellChange[];
  readonly days: readonly DayChange[];
  readonly brands: readonly BrandChange[];
}

export function claimsOf(taken: readonly EventSpot[], given: readonly EventSpot[] = []): Claims {
  const cells = new Map<string, { -readonly [K in keyof CellChange]: CellChange[K] }>();
  const days = new Map<string, { resource: string; day: number; given: DayCounts; taken: DayCounts }>();
  const brands = new Map<string, { -readonly [K in keyof BrandChange]: BrandChange[K] }>();
  const dayAt = (resource: string, day: number) =>
    entry(days, place(resource, day), () => ({
      resource,
      day,
      given: { timed: 0, dated: 0, exclusive: 0, uncategorised: 0 },
      taken: { timed: 0, dated: 0, exclusive: 0, uncategorised: 0 },
    }));
  for (const [spots, sign] of [[given, -1] as const, [taken, 1] as const]) {
    const way = sign > 0 ? 'taken' : 'given';
    for (const spot of spots) {
      for (const take of spot.takes) {
        for (const cell of cellsOf(take)) {
          const found = entry(cells, place(cell.kind, cell.resource, cell.slot), () => ({
            ...cell,
            given: 0,
            taken: 0,
            bound: 0,
          }));
          found[way] += take.n;
          if (sign > 0) found.bound = take.bound;
        }
        const as = standsAs(take);
        if (as !== undefined) dayAt(take.resource, dayOf(take.date))[way][as] += 1;
      }
      const presence = presenceOf(spot);
      if (presence === undefined) continue;
      const { resource, day, brand, category, exclusive } = presence;
      const at = dayAt(resource, day);
      const alone = exclusive ? sign : 0;
      if (exclusive) at[way].exclusive += 1;
      if (category === undefined) at[way].uncategorised += 1;
      else {
        const found = entry(brands, place(resource, day, category, brand), () => ({
          resource,
          day,
          category,
          brand,
          spots: 0,
          exclusive: 0,
        }));
        found.spots += sign;
        found.exclusive += alone;
      }
    }
  }
  return {
    cells: inOrder(cells),
    days: inOrder(days),
    brands: inOrder(brands),
  };
}

function place(...parts: readonly (string | number)[]): string {
  return parts
    .map((part) => (typeof part === 'number' ? String(part).padStart(10, '0') : part))
    .join('\u0000');
}

function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** By code units: the same order on every machine and in every process. */
function inOrder<V>(map: ReadonlyMap<string, V>): V[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
