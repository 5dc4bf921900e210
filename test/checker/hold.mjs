import { instantOf } from './clock.mjs';
import { judgeClosing, judgeExpiry, judgeValidity } from './deadlines.mjs';
import { judgeExpired } from './life.mjs';
import { asHeld, enter, judgeAgainstQuote, judgeWhole } from './spots.mjs';
import { judgeTakes } from './takes.mjs';

/**
 * The verb that creates a booking.
 *
 * @param {any} event
 * @param {import('./platform.mjs').Scene} scene
 */
export function hold(event, scene) {
  const { bookings, at, report, inventory } = scene;
  if (bookings.has(event.booking)) {
    report('number-used', `${event.booking} was held before`);
    return;
  }
  if (event.revision !== 1) report('revision', `begins at revision ${event.revision}`);
  const quote = scene.quoteOf(event.quote);
  const card = scene.cardOf(event.card.digest);
  const booking = begin(event, quote, card);
  judgeAlone(event, scene);
  if (event.replaces !== undefined) replace(event.replaces, scene);
  bookings.set(event.booking, booking);

  if (quote !== undefined) judgeQuote(event, quote, report);
  judgeCard(event, quote, card, scene);
  const came = enter(event.spots, booking.spots, report);
  for (const spot of came) {
    judgeTakes(spot, card?.items, report);
    if (spot.feeDate !== spot.date) report('fee-date', `line ${spot.line} counts from ${spot.date}`);
  }
  inventory.occupy(came, report);

  if (booking.expires <= at) report('expires', `held until ${event.expires}, which has passed`);
  if (quote === undefined) return;
  judgeWhole(booking.spots, quote, new Set(), report);
  judgeAgainstQuote(came, quote, asHeld, report);
  if (booking.expires > at + quote.hold * 60_000) {
    report('expires', `held until ${event.expires}, for more than ${quote.hold} minutes`);
  }
  if (booking.zone === undefined) return;
  judgeValidity(quote, at, booking.zone, report);
  judgeClosing(came, quote, at, booking.zone, report);
  judgeExpiry(booking.expires, came, quote, booking.zone, report);
}

/** @returns {import('./life.mjs').Booking} */
function begin(event, quote, card) {
  return {
    number: event.booking,
    state: 'held',
    revision: event.revision,
    expires: instantOf(event.expires),
    client: event.client,
    package: event.package,
    required: event.approval,
    quote,
    card,
    zone: card?.timezone ?? quote?.timezone,
    spots: new Map(),
    approvals: new Map(),
    carried: [],
  };
}

/** A key is used once; without one the same client and package may not be held beside itself. */
function judgeAlone(event, { bookings, holdKeys, at, report }) {
  if (event.key !== undefined) {
    if (holdKeys.has(event.key)) report('key-reused', `the key ${event.key} was used before`);
    holdKeys.add(event.key);
    return;
  }
  if (event.replaces !== undefined) return;
  const { client, package: id } = event;
  for (const other of bookings.liveOf(client, id)) {
    if (other.state === 'booked' || at < other.expires) {
      report('duplicate', `${client}'s ${id} stands as ${other.number}`);
    }
  }
}

function replace(number, { bookings, at, report, end }) {
  const old = bookings.get(number);
  if (old?.state !== 'held') {
    report('replaces', `replaces ${number}, which is ${old?.state ?? 'no booking'}`);
    return;
  }
  judgeExpired('replacement', old, at, report);
  end(old, 'replaced');
}

function judgeQuote(event, quote, report) {
  const same = {
    platform: event.platform === quote.platform,
    package: event.package === quote.package,
    client: event.client === quote.client,
    approval: event.approval === quote.required,
  };
  const wrong = Object.keys(same).filter((field) => !same[field]);
  if (wrong.length > 0) report('quote-differs', `differs from its quote in ${wrong.join(', ')}`);
}

function judgeCard({ platform, card: named }, quote, card, { zones, report }) {
  if (quote !== undefined && quote.card !== named.digest)
    report('card-differs', 'the quote is pinned to another card');
  if (card === undefined) return;
  if (card.id !== named.id || card.version !== named.version || card.platform !== platform) {
    report('card-differs', `the card is ${card.id} ${card.version} of ${card.platform}`);
  }
  const [zone = card.timezone] = zones;
  if (card.timezone !== zone) report('time-zone', `the card is of ${card.timezone}, the platform of ${zone}`);
  zones.add(zone);
}
