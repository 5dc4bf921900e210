import { type Answer, refused, wrongState } from '../answer.js';
import { standingOf, stateAt } from '../booking.js';
import { claimsOf } from '../claims.js';
import type { Desk } from '../desk.js';
import { claim } from '../inventory.js';
import { onBooking, type VerbOptions } from './verb.js';

/** Gives back what is held. Source: booking rules, "Verbs". */
export function release(desk: Desk, number: string, options: VerbOptions): Promise<Answer> {
  return onBooking(desk, number, 'release', options, async ({ queries, booking, now, record, replay }) => {
    const state = stateAt(booking, now);
    if (state === 'released') return replay(({ type }) => type === 'release');
    if (state !== 'held') return refused(now, wrongState(booking, now));
    await claim(queries, booking.platform, claimsOf([], standingOf(booking)));
    return record({ type: 'release' });
  });
}
