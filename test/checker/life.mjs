/**
 * @typedef {{ number: string | number, state: 'held' | 'booked' | 'released' | 'lapsed' | 'cancelled' | 'replaced',
 *   revision: number, expires: number, client: string, package: string, required: string | null,
 *   quote?: import('./documents.mjs').Quote, card?: import('./documents.mjs').Card, zone?: string,
 *   spots: Map<string, any>, approvals: Map<string, string[]>, carried: string[] }} Booking
 *   `spots` are the standing ones; `approvals` are the roles by quote's digest; `carried` those that a move carried over.
 *
 * @typedef {(code: string, text: string) => void} Report
 */

/**
 * The booking that an event is about, its revision moved on; undefined when the event cannot be applied at all.
 *
 * @param {any} event
 * @param {ReadonlyMap<string | number, Booking>} bookings
 * @param {readonly string[]} from the states that allow the verb
 * @param {number} at
 * @param {Report} report
 * @returns {Booking | undefined}
 */
export function bookingFor(event, bookings, from, at, report) {
  const booking = bookings.get(event.booking);
  if (booking === undefined) {
    report('number-unknown', `${event.type} of ${event.booking}, which was never held`);
    return undefined;
  }
  if (!from.includes(booking.state)) {
    report('state', `${event.type} of ${event.booking}, which is ${booking.state}`);
    return undefined;
  }
  if (event.type !== 'lapse') judgeExpired(event.type, booking, at, report);
  const due = booking.revision + (event.type === 'approve' ? 0 : 1);
  if (event.revision !== due) report('revision', `revision ${event.revision} in place of ${due}`);
  // What follows is counted from what stands there, so that one slip is named once.
  booking.revision = event.revision;
  return booking;
}

/**
 * @param {string} verb
 * @param {Booking} booking
 * @param {number} at
 * @param {Report} report
 */
export function judgeExpired(verb, booking, at, report) {
  if (booking.state === 'held' && at >= booking.expires) {
    report(
      'expired',
      `${verb} of ${booking.number}, which expired ${new Date(booking.expires).toISOString()}`,
    );
  }
}

/**
 * Whether one of the roles may approve for the required one: its band is the same or a higher one.
 *
 * @param {readonly string[]} roles
 * @param {string} required
 * @param {readonly string[] | undefined} bands the card's roles, rising; without them the required role alone will do
 * @returns {boolean}
 */
export function mayApprove(roles, required, bands = [required]) {
  return roles.some((role) => bands.lastIndexOf(role) >= bands.indexOf(required) && bands.includes(role));
}

/**
 * Whether the quote that a booking stands on is approved, or needs no approval.
 *
 * @param {Booking} booking
 * @returns {boolean}
 */
export function isApproved({ required, quote, approvals, carried, card }) {
  if (required === null) return true;
  return mayApprove([...carried, ...(approvals.get(quote?.digest) ?? [])], required, card?.roles);
}
