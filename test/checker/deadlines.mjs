import { dayOf, localDay, localMinutes, startOf } from './clock.mjs';
import { spotKey } from './documents.mjs';

/**
 * Closing, expiry and validity. All are compared on the platform's wall, in local minutes without daylight saving, as the
 * spots are. Source: booking rules, "Verbs".
 *
 * @typedef {import('./documents.mjs').Quote} Quote
 * @typedef {(code: string, text: string) => void} Report
 */

const closingOf = (spot, quote) => startOf(spot) - quote.deadline;

/**
 * @param {readonly any[]} spots
 * @param {Quote} quote
 * @param {number} at
 * @param {string} zone
 * @param {Report} report
 */
export function judgeClosing(spots, quote, at, zone, report) {
  const closed = spots.find((spot) => localMinutes(at, zone) >= closingOf(spot, quote));
  if (closed !== undefined) report('closed', `${spotKey(closed)} was closed`);
}

/**
 * @param {readonly any[]} spots
 * @param {number} at
 * @param {string} zone
 * @param {Report} report
 */
export function judgeBegun(spots, at, zone, report) {
  const begun = spots.find((spot) => localMinutes(at, zone) >= startOf(spot));
  if (begun !== undefined) report('begun', `${spotKey(begun)} had begun`);
}

/**
 * @param {Quote} quote
 * @param {number} at
 * @param {string} zone
 * @param {Report} report
 */
export function judgeValidity({ asOf, validUntil }, at, zone, report) {
  const today = localDay(at, zone);
  if (
    (asOf !== undefined && today < dayOf(asOf)) ||
    (validUntil !== undefined && today > dayOf(validUntil))
  ) {
    report('validity', `the quote stands from ${asOf} to ${validUntil}`);
  }
}

/**
 * @param {number} expires
 * @param {Iterable<any>} spots all that are held
 * @param {Quote} quote
 * @param {string} zone
 * @param {Report} report
 */
export function judgeExpiry(expires, spots, quote, zone, report) {
  // A hold to the end of a date ends with it: its last moment is the one before.
  if (quote.validUntil !== undefined && localDay(expires - 1, zone) > dayOf(quote.validUntil)) {
    report(
      'expires',
      `held until ${new Date(expires).toISOString()}, after the quote's last day ${quote.validUntil}`,
    );
  }
  const closing = Math.min(...[...spots].map((spot) => closingOf(spot, quote)));
  if (localMinutes(expires, zone) > closing)
    report('expires', `held until ${new Date(expires).toISOString()}, after a spot's closing`);
}
