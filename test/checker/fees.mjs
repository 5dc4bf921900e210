import { dayOf } from './clock.mjs';
import { partOf } from './money.mjs';

/**
 * What is owed for a cancelled spot. Source: booking rules, "Fees".
 *
 * @param {import('./documents.mjs').Sold} sold the spot as its quote sells it
 * @param {{ daysBefore: number, fee: string }[] | undefined} cancellation the quote's table
 * @param {string} feeDate the earliest date that the spot ever had
 * @param {number} cancelDay the platform's local date, in days
 * @param {'half-up' | 'half-even'} rounding
 * @returns {string}
 */
export function feeOf(sold, cancellation, feeDate, cancelDay, rounding) {
  const daysBefore = dayOf(feeDate) - cancelDay;
  return partOf(sold.amount, rateOf(sold, cancellation, daysBefore), rounding);
}

function rateOf(sold, cancellation, daysBefore) {
  if (daysBefore <= 0) return '100%';
  if (sold.passThrough || cancellation === undefined) return '0%';
  const reached = cancellation.filter((tier) => tier.daysBefore <= daysBefore);
  if (reached.length === 0) return '100%';
  return reached.reduce((best, tier) => (tier.daysBefore > best.daysBefore ? tier : best)).fee;
}
