import type { RateCard } from '../card/ratecard.js';
import type { Booking } from './booking.js';

/** Who may approve what. Source: booking rules, "Verbs", `approve`; the bands are those of the pinned card, rising. */

export function rolesOf({ document }: RateCard): string[] {
  return (document.approvals ?? []).map(({ by }) => by);
}

/** May a role approve what asks for `required`? */
export function mayApprove(role: string, required: string, card: RateCard): boolean {
  const roles = rolesOf(card);
  return roles.includes(role) && roles.indexOf(role) >= roles.indexOf(required);
}

/** Has somebody who may approved the quote with this digest? Nobody need where nothing is required. */
export function isApproved(
  { approval: { given } }: Booking,
  digest: string,
  required: string | null,
  card: RateCard,
): boolean {
  if (required === null) return true;
  return given.some((approval) => approval.digest === digest && mayApprove(approval.role, required, card));
}
