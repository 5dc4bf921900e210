import { onGrid, windowOf } from '../calendar/clock.js';
import { dayOf } from '../calendar/date.js';
import type { Interval } from '../calendar/interval.js';
import type { EventSpot } from '../documents/ledgerEvent.js';
import type { Reason } from '../documents/receipt.js';
import type { Terms } from '../documents/terms.js';
import { closingOf } from './closing.js';
import { rivalReasons, takeReasons } from './reasons.js';
import { type StandingSpot, Usage } from './usage.js';

/** What a spot is judged by besides what stands. */
export interface Judging {
  readonly now: number;
  readonly zone: string;
  readonly terms: Pick<Terms, 'deadline'> | undefined;
  /** First and last day of the card. */
  readonly valid: Interval;
}

/**
 * The one predicate of availability: may these spots of one package stand beside what stands in the ledger? `avail`, `hold`
 * and `move` all ask it. Source: booking rules, "What is occupied", and "A refusal lists every failing spot".
 */
export class Availability {
  readonly #standing: Usage;
  readonly #standingBare: Usage;
  readonly #own: Usage;
  readonly #ownBare: Usage;
  readonly #judging: Judging;

  /** @param own the package's own spots: they are summed before they are judged */
  constructor(standing: readonly StandingSpot[], own: readonly EventSpot[], judging: Judging) {
    const asked = own.map((spot) => ({ spot, heldUntil: undefined }));
    this.#standing = new Usage(standing);
    this.#standingBare = new Usage(standing, false);
    this.#own = new Usage(asked);
    this.#ownBare = new Usage(asked, false);
    this.#judging = judging;
  }

  /** Why one of the package's own spots may not stand, all reasons that apply; empty when it may. */
  reasons(spot: EventSpot): Reason[] {
    const reasons = placeReasons(spot, this.#judging);
    for (const take of spot.takes) {
      const found = takeReasons(take, this.#standing, this.#own);
      reasons.push(...found);
      const mayRest = take.restTo !== undefined && found.length > 0;
      if (mayRest && takeReasons(take, this.#standingBare, this.#ownBare, false).length === 0)
        reasons.push({ code: 'rest' });
    }
    return onceEach([...reasons, ...rivalReasons(spot, this.#standing, this.#own)]);
  }

  /** Could the package have `candidate` in the place of its own `spot`? */
  couldBe(candidate: EventSpot, spot: EventSpot): boolean {
    const owns = [this.#own, this.#ownBare];
    for (const own of owns) own.swap(spot, candidate);
    const free = this.reasons(candidate).length === 0;
    for (const own of owns) own.swap(candidate, spot);
    return free;
  }
}

/** What is wrong with a spot's own place and time, whoever else is there. */
export function placeReasons(spot: EventSpot, { now, zone, terms, valid }: Judging): Reason[] {
  const day = dayOf(spot.date);
  const reasons: Reason[] = [];
  if (day < valid.first || day > valid.last) reasons.push({ code: 'outside-card' });
  if (now >= closingOf(spot, terms, zone)) reasons.push({ code: 'closed' });
  if (spot.time !== undefined && !onGrid(windowOf(spot.time))) reasons.push({ code: 'off-grid' });
  return reasons;
}

/** A reason that two takes of a spot give is told once, as the first gives it. */
function onceEach(reasons: readonly Reason[]): Reason[] {
  const seen = new Set<string>();
  return reasons.filter(({ code }) => !seen.has(code) && seen.add(code));
}
