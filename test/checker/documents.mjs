import { digestOf } from './canonical.mjs';
import { dayOf, isZone, minutesOf } from './clock.mjs';

/** What a checker needs of cards and quotes. Whatever it reckons with is held to its shape here. */

/**
 * @typedef {{ section: string, per: string, capacity?: number, rest?: string, maxPerDay?: number, scope?: string,
 *   resource?: string, passThrough?: boolean }} Item
 *
 * @typedef {{ digest: string, row: number, id: string, version: string, platform: string, timezone: string,
 *   rounding: 'half-up' | 'half-even', roles: string[], items: Map<string, Item> }} Card
 *
 * @typedef {{ position: number, item: string, time?: string, quantity: number, impressions?: number, brand: string,
 *   category?: string, exclusive: boolean, amount: string, passThrough: boolean }} Sold one spot as its quote sells it
 *
 * @typedef {{ digest: string, row: number, card: string, platform: string, timezone?: string, package: string,
 *   client: string, asOf?: string, validUntil?: string, required: string | null, payable?: string, hold: number,
 *   deadline: number, cancellation?: { daysBefore: number, fee: string }[], spots: Map<string, Sold> }} Quote
 */

const sections = ['slots', 'celebrities', 'placements'];
/** Booking rules, the verb hold. */
const defaultHold = '24h';
const noDeadline = '0min';

/**
 * The one name of a spot within its booking.
 *
 * @param {{ line: number, date: string }} spot
 * @returns {string}
 */
export const spotKey = ({ line, date }) => `${line}:${date}`;

/**
 * @param {any} document
 * @param {number} row
 * @returns {Card}
 * @throws when it is no rate card
 */
export function readCard(document, row) {
  const { id, version, platform, timezone, rounding = 'half-up', approvals = [] } = document;
  need('a key', [id, version, platform, timezone].every(isText));
  need('a time zone', isZone(timezone));
  const items = new Map();
  for (const section of sections) {
    for (const [name, item] of Object.entries(document[section] ?? {})) {
      minutesOf(item.rest ?? '0min');
      items.set(name, { ...item, section });
    }
  }
  const roles = approvals.map(({ by }) => by);
  return { digest: digestOf(document), row, id, version, platform, timezone, rounding, roles, items };
}

/**
 * @param {any} document
 * @param {number} row
 * @returns {Quote}
 * @throws when it is no quote
 */
export function readQuote(document, row) {
  const { digest, rateCard, lines, asOf, validUntil, terms = {} } = document;
  const { id, client, lines: asked = [] } = document.package;
  need('a key', [digest, rateCard.digest, rateCard.platform, id, client.name].every(isText));
  need('a time zone', rateCard.timezone === undefined || isZone(rateCard.timezone));
  need(
    'dates',
    [asOf, validUntil].every((date) => date === undefined || dayOf(date) !== undefined),
  );
  const { cancellation } = terms;
  need('rates', cancellation === undefined || cancellation.every(({ fee }) => isText(fee) && rate.test(fee)));
  const spots = new Map();
  for (const line of lines) {
    const { brand = client.name, category = client.category } = line;
    need('names', isText(brand) && (category === undefined || isText(category)));
    for (const [index, spot] of line.spots.entries()) {
      need('amounts', isText(spot.amount) && amount.test(spot.amount));
      spots.set(spotKey({ line: line.line, date: spot.date }), {
        position: index + 1,
        item: line.item,
        time: spot.time,
        quantity: spot.quantity,
        impressions: asked[line.line - 1]?.impressions,
        brand,
        category,
        exclusive: line.options?.includes('exclusive') === true,
        amount: spot.amount,
        passThrough: line.closed === 'pass-through',
      });
    }
  }
  return {
    digest,
    row,
    card: rateCard.digest,
    platform: rateCard.platform,
    timezone: rateCard.timezone,
    package: id,
    client: client.name,
    asOf,
    validUntil,
    required: document.approval?.required ?? null,
    payable: document.totals?.payable,
    hold: minutesOf(terms.hold ?? defaultHold),
    deadline: minutesOf(terms.deadline ?? noDeadline),
    cancellation,
    spots,
  };
}

const amount = /^\d+(\.\d+)?$/;
const rate = /^\d+(\.\d+)?%$/;
const isText = (value) => typeof value === 'string';

function need(what, condition) {
  if (!condition) throw new TypeError(`it lacks ${what}`);
}
