import type { Answer } from '../answer.js';
import { type Desk, instantFor, reading, writing } from '../desk.js';
import { LedgerFault } from '../fault.js';
import { type Asked, judge } from '../refusal.js';
import type { Undone } from '../store.js';
import type { Queries } from '../tables.js';
import { lapse } from './lapse.js';

/** A place is gone by the counters; by whom, and whether still, a snapshot tells. */
export class Crowded {
  constructor(readonly asked: Asked) {}
}

/** How often one looks again because what was in the way is gone by then. */
const mostTries = 200;

/**
 * Takes places in a transaction, and where they are gone says why: from one snapshot, with every reason. Holds that have run
 * out make room first. When all is free by the time one looks, it is tried again: a refusal is never empty.
 */
export async function untilPlaced<T>(
  desk: Desk,
  given: number | undefined,
  take: (queries: Queries) => Promise<Answer<T> | Undone<Answer<T> | Crowded>>,
): Promise<Answer<T>> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const answer = await writing<Answer<T> | Crowded>(desk, take);
    if (!(answer instanceof Crowded)) return answer;
    const { now, judged } = await reading(desk, async (queries) => {
      const instant = await instantFor(desk, queries, given);
      return { now: instant, judged: await judge(queries, answer.asked, instant) };
    });
    if (judged.refused.length > 0) return { ok: false, now, spots: judged.refused, problems: [] };
    for (const number of judged.lapsed) await lapse(desk, number, now);
    if (judged.lapsed.length === 0) await desk.waiting.pause(desk.waiting.chance() * 5);
  }
  throw new LedgerFault('busy', desk.engine.name, 'places come and go');
}
