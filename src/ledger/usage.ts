import { dayOf } from '../calendar/date.js';
import type { EventSpot } from '../documents/ledgerEvent.js';
import { type Cell, cellsOf, type Presence, presenceOf, standsAs } from './claims.js';

/** A spot that stands in the ledger: sold, or held until an instant that has not come yet. */
export interface StandingSpot {
  readonly spot: EventSpot;
  /** Undefined once it is booked. */
  readonly heldUntil: number | undefined;
}

/** How much of a place is gone. */
export interface Used {
  booked: number;
  readonly holds: { readonly n: number; readonly until: number }[];
}

/** What stands on one resource and date, whatever its time. */
interface Day {
  readonly timed: Used;
  readonly dated: Used;
  readonly present: Standing[];
}

interface Standing {
  readonly presence: Presence;
  readonly spot: EventSpot;
  readonly heldUntil: number | undefined;
}

/** Spots summed as the predicate asks for them: those that stand in the ledger, or those of one package. */
export class Usage {
  readonly #cells = new Map<string, Used>();
  readonly #days = new Map<string, Day>();
  readonly #withRest: boolean;

  constructor(standing: Iterable<StandingSpot>, withRest = true) {
    this.#withRest = withRest;
    for (const { spot, heldUntil } of standing) this.#change(spot, 1, heldUntil);
  }

  /** Puts one spot that is not merely held in the place of another. */
  swap(out: EventSpot, into: EventSpot): void {
    this.#change(out, -1, undefined);
    this.#change(into, 1, undefined);
  }

  at(cell: Cell): Used {
    return this.#cells.get(cellName(cell)) ?? nothing;
  }

  on(resource: string, day: number): Day {
    return this.#days.get(dayName(resource, day)) ?? emptyDay;
  }

  #change(spot: EventSpot, sign: 1 | -1, heldUntil: number | undefined): void {
    for (const take of spot.takes) {
      for (const cell of cellsOf(take, this.#withRest)) {
        count(known(this.#cells, cellName(cell), unused), sign * take.n, heldUntil);
      }
      const as = standsAs(take);
      if (as !== undefined) count(this.#day(take.resource, dayOf(take.date))[as], sign * take.n, heldUntil);
    }
    const presence = presenceOf(spot);
    if (presence === undefined) return;
    const { present } = this.#day(presence.resource, presence.day);
    if (sign > 0) present.push({ presence, spot, heldUntil });
    else
      present.splice(
        present.findIndex((standing) => standing.spot === spot),
        1,
      );
  }

  #day(resource: string, day: number): Day {
    return known(this.#days, dayName(resource, day), () => ({
      timed: unused(),
      dated: unused(),
      present: [],
    }));
  }
}

function unused(): Used {
  return { booked: 0, holds: [] };
}

const nothing: Used = Object.freeze({ booked: 0, holds: Object.freeze([]) as never });
const emptyDay: Day = Object.freeze({ timed: nothing, dated: nothing, present: Object.freeze([]) as never });

function count(used: Used, n: number, heldUntil: number | undefined): void {
  if (heldUntil === undefined) used.booked += n;
  else used.holds.push({ n, until: heldUntil });
}

function known<V>(map: Map<string, V>, key: string, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function dayName(resource: string, day: number): string {
  return `${resource}\u0000${day}`;
}

function cellName({ kind, resource, slot }: Cell): string {
  return `${kind}\u0000${resource}\u0000${slot}`;
}

export function heldIn({ holds }: Used): number {
  return holds.reduce((sum, { n }) => sum + n, 0);
}

/** The first instant at which what is asked for would fit, as holds run out; undefined where it never would. */
export function roomFrom({ booked, holds }: Used, asked: number, bound: number): number | undefined {
  if (booked + asked > bound) return undefined;
  let left = booked + heldIn({ booked, holds });
  let from = Number.NEGATIVE_INFINITY;
  for (const { n, until } of [...holds].sort((a, b) => a.until - b.until)) {
    if (left + asked <= bound) break;
    left -= n;
    from = until;
  }
  return from;
}
