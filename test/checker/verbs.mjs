import { instantOf, localDay } from './clock.mjs';
import { judgeBegun, judgeClosing, judgeExpiry } from './deadlines.mjs';
import { spotKey } from './documents.mjs';
import { feeOf } from './fees.mjs';
import { bookingFor, isApproved, mayApprove } from './life.mjs';
import { sumOf } from './money.mjs';
import { asMoved, asStanding, enter, judgeAgainstQuote, judgeWhole } from './spots.mjs';
import { judgeTakes } from './takes.mjs';

/**
 * The verbs on a booking that is there. Each checks its event against the booking and then applies it, also when
 * something was wrong, so that what comes after is judged from where the ledger itself goes on.
 *
 * @typedef {import('./platform.mjs').Scene} Scene
 *
 * @type {Record<string, (event: any, scene: Scene) => void>}
 */
export const verbs = { approve, confirm, release, lapse, cancel, move };

const live = ['held', 'booked'];

function approve(event, { bookings, at, report }) {
  const booking = bookingFor(event, bookings, live, at, report);
  if (booking === undefined) return;
  const { role, digest } = event;
  const bands = booking.card?.roles;
  const current = digest === booking.quote?.digest ? booking.required : null;
  const low = current !== null && !mayApprove([role], current, bands);
  if (low || bands?.includes(role) === false)
    report('approval-role', `approved by ${role}, not by ${current}`);
  booking.approvals.set(digest, [...(booking.approvals.get(digest) ?? []), role]);
}

function confirm(event, { bookings, at, report }) {
  const booking = bookingFor(event, bookings, ['held'], at, report);
  if (booking === undefined) return;
  if (!isApproved(booking)) report('unapproved', `confirmed without the approval of ${booking.required}`);
  booking.state = 'booked';
}

function release(event, { bookings, at, report, end }) {
  const booking = bookingFor(event, bookings, ['held'], at, report);
  if (booking !== undefined) end(booking, 'released');
}

function lapse(event, { bookings, at, report, end }) {
  const booking = bookingFor(event, bookings, ['held'], at, report);
  if (booking === undefined) return;
  if (instantOf(event.expires) !== booking.expires)
    report('lapse', `lapsed of ${event.expires}, not the booking's`);
  else if (at < booking.expires) report('lapse', `lapsed before ${event.expires}`);
  end(booking, 'lapsed');
}

function cancel(event, { bookings, at, report, inventory, end }) {
  const booking = bookingFor(event, bookings, ['booked'], at, report);
  if (booking === undefined) return;
  for (const given of event.spots) {
    const key = spotKey(given);
    const spot = booking.spots.get(key);
    if (spot === undefined) {
      report('not-standing', `cancels ${key}, which does not stand`);
      continue;
    }
    judgeFee(given, spot, booking, at, report);
    inventory.free([spot]);
    booking.spots.delete(key);
  }
  const sum = sumOf(event.spots.map(({ fee }) => fee));
  if (event.fee !== sum) report('fee-sum', `the fees come to ${sum}, not to ${event.fee}`);
  if (booking.spots.size === 0) end(booking, 'cancelled');
}

function judgeFee(given, { feeDate }, { quote, card, zone }, at, report) {
  const sold = quote?.spots.get(spotKey(given));
  // Without the quote nothing can be worked out; that is named where it is missing.
  if (sold === undefined || zone === undefined) return;
  const due = feeOf(sold, quote.cancellation, feeDate, localDay(at, zone), card?.rounding ?? 'half-up');
  if (given.fee !== due) report('fee', `the fee of ${spotKey(given)} is ${due}, not ${given.fee}`);
}

function move(event, { bookings, at, report, inventory, quoteOf }) {
  const booking = bookingFor(event, bookings, live, at, report);
  if (booking === undefined) return;
  const cancelled = new Set(
    [...(booking.quote?.spots.keys() ?? [])].filter((key) => !booking.spots.has(key)),
  );
  const left = event.from.map((from) => leave(from, booking, report));
  const stood = left.filter((spot) => spot !== undefined);
  inventory.free(stood);
  if (booking.zone !== undefined) judgeBegun(stood, at, booking.zone, report);
  judgePairs(event, left, report);
  const came = enter(event.to, booking.spots, report);
  for (const spot of came) judgeTakes(spot, booking.card?.items, report);
  inventory.occupy(came, report);
  shorten(event, booking, report);

  const quote = quoteOf(event.quote);
  if (quote !== undefined) {
    judgeQuote(quote, booking, report);
    judgeWhole(booking.spots, quote, cancelled, report);
    const others = [...booking.spots.values()].filter((spot) => !came.includes(spot));
    judgeAgainstQuote(came, quote, asMoved, report);
    judgeAgainstQuote(others, quote, asStanding, report);
    judgeTimes(quote, came, booking, at, report);
    carryApprovals(quote, booking);
  }
  booking.quote = quote;
  if (quote !== undefined && booking.state === 'booked' && !isApproved(booking)) {
    report('unapproved', `moved without the approval of ${booking.required}`);
  }
}

function leave(from, { spots }, report) {
  const key = spotKey(from);
  const spot = spots.get(key);
  if (spot === undefined) report('not-standing', `moves ${key}, which does not stand`);
  spots.delete(key);
  return spot;
}

function judgePairs({ from, to }, left, report) {
  if (from.length !== to.length || from.some(({ line }, index) => line !== to[index].line)) {
    report('move-pairs', 'the spots that were left and the new ones do not pair off');
    return;
  }
  for (const [index, spot] of left.entries()) {
    if (spot === undefined) continue;
    // ISO dates sort as texts do.
    const due = spot.feeDate < to[index].date ? spot.feeDate : to[index].date;
    if (to[index].feeDate !== due) report('fee-date', `${spotKey(to[index])} counts from ${due}`);
  }
}

/** The pinned card, the original day, the same package: only dates and times may be others. */
function judgeQuote(quote, booking, report) {
  const before = booking.quote ?? quote;
  if (quote.card !== before.card) report('card-differs', 'moved to another card');
  if (quote.package !== booking.package || quote.client !== booking.client || quote.asOf !== before.asOf) {
    report('quote-differs', 'moved to a quote of another package, client or day');
  }
}

function judgeTimes(quote, came, { state, expires, spots, zone }, at, report) {
  if (zone === undefined) return;
  judgeClosing(came, quote, at, zone, report);
  if (state === 'held') judgeExpiry(expires, spots.values(), quote, zone, report);
}

/** Approvals of the old quote count for the new one when neither price nor band is another. */
function carryApprovals(quote, booking) {
  const before = booking.quote;
  const same = before !== undefined && quote.required === before.required && quote.payable === before.payable;
  booking.carried = same ? [...booking.carried, ...(booking.approvals.get(before.digest) ?? [])] : [];
  booking.required = quote.required;
}

function shorten(event, booking, report) {
  if (event.expires === undefined) return;
  const expires = instantOf(event.expires);
  if (expires >= booking.expires) report('expires', `a move to ${event.expires} does not shorten the hold`);
  booking.expires = expires;
}
