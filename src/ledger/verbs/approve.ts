import { problem } from '../../diagnostics/problem.js';
import { type Answer, refused, wrongState } from '../answer.js';
import { mayApprove, rolesOf } from '../approvals.js';
import { isOver, stateAt } from '../booking.js';
import { cardFrom, type Desk } from '../desk.js';
import { onBooking, type VerbOptions } from './verb.js';

export interface ApproveOptions extends VerbOptions {
  readonly role: string;
  readonly by: string;
  /** Of a quote that a move would make; default the booking's own. */
  readonly digest?: string | undefined;
}

/**
 * Notes that somebody approved a quote, by its digest. What a move would ask for is not known before it is tried, so for
 * another digest the role is only checked against the bands of the card; the move checks the rest.
 *
 * Source: booking rules, "Verbs".
 */
export function approve(desk: Desk, number: string, options: ApproveOptions): Promise<Answer> {
  const { role, by } = options;
  return onBooking(desk, number, 'approve', options, async ({ queries, booking, now, record, replay }) => {
    if (isOver(stateAt(booking, now))) return refused(now, wrongState(booking, now));
    const card = await cardFrom(desk, queries, booking.platform, booking.card.digest);
    const roles = rolesOf(card);
    const digest = options.digest ?? booking.quote;
    const { required, given } = booking.approval;
    const own = digest === booking.quote;
    if (roles.length === 0 || (own && required === null))
      return refused(now, problem('approval-not-needed', [], { booking: number }));
    if (!roles.includes(role)) return refused(now, problem('role-unknown', [], { role, roles }));
    if (own && required !== null && !mayApprove(role, required, card))
      return refused(now, problem('role-too-low', [], { role, required }));
    const again = given.some(
      (approval) => approval.digest === digest && approval.role === role && approval.by === by,
    );
    if (again)
      // Carried over by a move, it stands in the ledger under the digest of before.
      return replay((event) => event.type === 'approve' && event.role === role && event.by === by);
    return record({ type: 'approve', role, digest });
  });
}
