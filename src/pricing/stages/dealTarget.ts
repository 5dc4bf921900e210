import { problem } from '../../diagnostics/problem.js';
import { formatMinor, toMinor } from '../../money/money.js';
import { type Deal, openLines, reduceBy, runningOf } from '../deal.js';

/**
 * What all lines together must come to, on the card's own tax basis; the open lines carry the difference.
 * Source: pricing rules, "Line and package", 4.
 */
export function dealTarget(deal: Deal): void {
  const text = deal.pack.deal?.target;
  if (text === undefined) return;
  const { currency } = deal.card;
  const open = openLines(deal);
  const target = toMinor(text, currency);
  const sum = runningOf(deal.lines);
  const available = runningOf(open);
  const amounts = { target: formatMinor(target, currency), sum: formatMinor(sum, currency) };
  if (target > sum) {
    deal.refusals.push(problem('target-above-sum', ['deal', 'target'], amounts));
    return;
  }
  if (sum - target > available) {
    const least = formatMinor(sum - available, currency);
    deal.refusals.push(problem('target-unreachable', ['deal', 'target'], { ...amounts, least }));
    return;
  }
  reduceBy(deal, open, sum - target, { rule: 'deal.target', kind: 'deal' });
}
