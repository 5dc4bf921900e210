import { rateDecimal, rateRatio } from '../../money/decimal.js';
import { takeRate } from '../../money/ratio.js';
import { type Deal, openLines, reduceBy, runningOf } from '../deal.js';

/** The deal's rate on all open lines. Source: pricing rules, "Line and package", 4. */
export function dealDiscount(deal: Deal): void {
  const discount = deal.pack.deal?.discount;
  if (discount === undefined) return;
  const open = openLines(deal);
  const reduction = takeRate(runningOf(open), rateRatio(discount), deal.card.rounding);
  reduceBy(deal, open, reduction, { rule: 'deal.discount', kind: 'deal', rateText: rateDecimal(discount) });
}
