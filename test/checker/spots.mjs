import { spotKey } from './documents.mjs';
import { compared } from './rivals.mjs';

/**
 * @typedef {import('./documents.mjs').Quote} Quote
 * @typedef {import('./documents.mjs').Sold} Sold
 * @typedef {(code: string, text: string) => void} Report
 */

/**
 * Puts an event's spots among the standing ones.
 *
 * @param {readonly any[]} spots
 * @param {Map<string, any>} standing by key
 * @param {Report} report
 * @returns {any[]} those that had a place
 */
export function enter(spots, standing, report) {
  return spots.filter((spot) => {
    const key = spotKey(spot);
    if (standing.has(key)) {
      report('spot-twice', `${key} stands twice`);
      return false;
    }
    standing.set(key, spot);
    return true;
  });
}

/**
 * Names where a booking's spots and its quote's are not the same ones.
 *
 * @param {ReadonlyMap<string, any>} standing by key
 * @param {Quote} quote
 * @param {ReadonlySet<string>} cancelled spots of the quote that need not stand
 * @param {Report} report
 */
export function judgeWhole(standing, quote, cancelled, report) {
  for (const key of standing.keys()) {
    if (!quote.spots.has(key)) report('spot-unknown', `${key} is not in the quote`);
  }
  for (const key of quote.spots.keys()) {
    if (!standing.has(key) && !cancelled.has(key)) report('spot-missing', `${key} of the quote is missing`);
  }
}

/**
 * Names each spot that is not as its quote sells it, with all fields that differ.
 *
 * @param {readonly any[]} spots
 * @param {Quote} quote
 * @param {(spot: any, sold: Sold) => Record<string, boolean>} sameness by field
 * @param {Report} report
 */
export function judgeAgainstQuote(spots, quote, sameness, report) {
  for (const spot of spots) {
    const sold = quote.spots.get(spotKey(spot));
    if (sold === undefined) continue;
    const same = sameness(spot, sold);
    const wrong = Object.keys(same).filter((field) => !same[field]);
    if (wrong.length > 0) report('spot-differs', `${spotKey(spot)} differs in ${wrong.join(', ')}`);
  }
}

/** A spot that a hold writes. */
export function asHeld(spot, sold) {
  return { ...asMoved(spot, sold), spot: spot.spot === sold.position };
}

/** A spot that a move writes. */
export function asMoved(spot, sold) {
  return { ...asStanding(spot, sold), amount: spot.amount === sold.amount };
}

/** A spot beside which another one was moved: the package is priced anew, so its amount is the new quote's. */
export function asStanding(spot, sold) {
  return {
    item: spot.item === sold.item,
    time: spot.time === sold.time,
    quantity: spot.quantity === sold.quantity,
    impressions: spot.impressions === sold.impressions,
    // Only beside a category or an exclusive does a brand decide anything.
    brand:
      compared(spot.brand) === compared(sold.brand) ||
      (spot.brand === undefined && sold.category === undefined && !sold.exclusive),
    category: compared(spot.category) === compared(sold.category),
    exclusive: (spot.exclusive === true) === sold.exclusive,
    // The quote tells it as well, so it need not be said; but it must not be said of anything else.
    passThrough: spot.passThrough === undefined || sold.passThrough,
  };
}
