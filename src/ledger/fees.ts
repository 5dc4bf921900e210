import { dayOf } from '../calendar/date.js';
import { dateInZone } from '../calendar/zone.js';
import type { RateCard } from '../card/ratecard.js';
import type { Quote } from '../documents/quote.js';
import type { Terms } from '../documents/terms.js';
import { rateRatio } from '../money/decimal.js';
import { currencyOf, formatMinor, toMinor } from '../money/money.js';
import { type Ratio, ratio, takeRate, zeroRatio } from '../money/ratio.js';
import type { BookedSpot } from './booking.js';

const all = ratio(1n);

/**
 * What cancelling a spot at an instant costs, on the card's tax basis. Days count from the earliest date the spot ever had,
 * so that moving it later first saves nothing.
 *
 * Source: booking rules, "Fees".
 */
export function cancellationFee(spot: BookedSpot, quote: Quote, card: RateCard, now: number): string {
  const { document } = card;
  const currency = currencyOf(quote.currency);
  const days = dayOf(spot.feeDate) - dayOf(dateInZone(now, document.timezone));
  const rate = spot.passThrough === true ? beforeOnly(days) : rateAt(days, quote.terms?.cancellation);
  const fee = takeRate(toMinor(spot.amount, currency), rate, document.rounding ?? 'half-up');
  return formatMinor(fee, currency);
}

/** Nothing before the date, all of it from then on. */
function beforeOnly(days: number): Ratio {
  return days > 0 ? zeroRatio : all;
}

function rateAt(days: number, table: Terms['cancellation']): Ratio {
  if (table === undefined || days <= 0) return beforeOnly(days);
  const tiers = table.filter(({ daysBefore }) => daysBefore <= days);
  const tier = tiers.reduce<(typeof tiers)[number] | undefined>(
    (best, one) => (best === undefined || one.daysBefore > best.daysBefore ? one : best),
    undefined,
  );
  return tier === undefined ? all : rateRatio(tier.fee);
}
