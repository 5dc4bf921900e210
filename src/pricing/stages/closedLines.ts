import { toMinor } from '../../money/money.js';
import { adjustLine, type Deal } from '../deal.js';

/** Bonus lines fall to nothing, fixed lines to their price. Source: pricing rules, "Line and package", 1. */
export function closedLines(deal: Deal): void {
  for (const line of deal.lines) {
    const { closed, document } = line.asked;
    if (closed === 'bonus') adjustLine(deal, line, line.gross, { rule: 'bonus', kind: 'bonus' });
    if (closed === 'fixed' && document.fixed !== undefined) {
      const price = toMinor(document.fixed, deal.card.currency);
      adjustLine(deal, line, line.gross - price, { rule: 'fixed', kind: 'fixed' });
    }
  }
}
