import { rateDecimal, rateRatio } from '../../money/decimal.js';
import { takeRate } from '../../money/ratio.js';
import { adjustLine, type Deal, openLines } from '../deal.js';

/** A line's own discount. Source: pricing rules, "Line and package", 3. */
export function lineDiscounts(deal: Deal): void {
  for (const line of openLines(deal)) {
    const { discount } = line.asked.document;
    if (discount === undefined) continue;
    const reduction = takeRate(line.running, rateRatio(discount), deal.card.rounding);
    adjustLine(deal, line, reduction, { rule: 'line', kind: 'line', rateText: rateDecimal(discount) });
  }
}
