import { problem } from '../../diagnostics/problem.js';
import { formatMinor, toMinor } from '../../money/money.js';
import { type Deal, openLines, reduceBy, runningOf } from '../deal.js';

/** An amount off all open lines; more than they have is refused. Source: pricing rules, "Line and package", 4. */
export function dealOff(deal: Deal): void {
  const off = deal.pack.deal?.off;
  if (off === undefined) return;
  const { currency } = deal.card;
  const open = openLines(deal);
  const reduction = toMinor(off, currency);
  const available = runningOf(open);
  if (reduction > available) {
    const values = { off: formatMinor(reduction, currency), available: formatMinor(available, currency) };
    deal.refusals.push(problem('off-too-large', ['deal', 'off'], values));
    return;
  }
  reduceBy(deal, open, reduction, { rule: 'deal.off', kind: 'deal' });
}
