import { problem } from '../../diagnostics/problem.js';
import { type Answer, refused, wrongState } from '../answer.js';
import { isApproved } from '../approvals.js';
import { stateAt } from '../booking.js';
import { cardFrom, type Desk } from '../desk.js';
import { onBooking, type VerbOptions } from './verb.js';

/** Books what is held: the hold has not run out, and whoever must approve has. Source: booking rules, "Verbs". */
export function confirm(desk: Desk, number: string, options: VerbOptions): Promise<Answer> {
  return onBooking(desk, number, 'confirm', options, async ({ queries, booking, now, record, replay }) => {
    const state = stateAt(booking, now);
    if (state === 'booked') return replay(({ type }) => type === 'confirm');
    if (state !== 'held') return refused(now, wrongState(booking, now));
    const { required } = booking.approval;
    const card = await cardFrom(desk, queries, booking.platform, booking.card.digest);
    if (required !== null && !isApproved(booking, booking.quote, required, card)) {
      const values = { booking: number, role: required, digest: booking.quote };
      return refused(now, problem('approval-missing', [], values));
    }
    return record({ type: 'confirm' });
  });
}
