import { rateDecimal, rateRatio } from '../../money/decimal.js';
import { takeRate } from '../../money/ratio.js';
import { type Deal, reduceBy, runningOf } from '../deal.js';

/** The agency's commission, deducted or to be paid later. Source: pricing rules, "Line and package", 5. */
export function agency(deal: Deal): void {
  const terms = deal.pack.agency;
  if (terms === undefined) return;
  const lines = deal.lines.filter(({ asked }) => asked.closed === undefined || asked.closed === 'fixed');
  const commission = takeRate(runningOf(lines), rateRatio(terms.commission), deal.card.rounding);
  if (terms.settle === 'rebate') {
    deal.rebate = commission;
    return;
  }
  const rateText = rateDecimal(terms.commission);
  reduceBy(deal, lines, commission, { rule: 'agency', kind: 'commission', rateText });
}
