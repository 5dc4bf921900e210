import { allocateMinor } from '../../money/allocate.js';
import type { Minor } from '../../money/money.js';
import { takeRate } from '../../money/ratio.js';
import { divideRounded } from '../../money/rounding.js';
import type { Tax } from '../compile.js';
import { type Deal, type PricedLine, runningOf } from '../deal.js';

/** Tax per rate over the lines' final amounts, then over the lines. Source: pricing rules, "Line and package", 6. */
export function tax(deal: Deal): void {
  const taxes: Minor[] = deal.lines.map(() => 0n);
  for (const lines of byRate(deal.lines).values()) {
    const rate = lines[0]?.asked.item.tax;
    if (rate === undefined) continue;
    const shares = allocateMinor(
      taxOf(runningOf(lines), rate, deal),
      lines.map((line) => line.running),
    );
    for (const [at, line] of lines.entries()) taxes[line.asked.number - 1] = shares[at] ?? 0n;
  }
  deal.tax = taxes;
}

/** The text of a rate is canonical, so equal values have equal texts. */
function byRate(lines: readonly PricedLine[]): Map<string, PricedLine[]> {
  const groups = new Map<string, PricedLine[]>();
  for (const line of lines) {
    const { text } = line.asked.item.tax;
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [line]);
    else group.push(line);
  }
  return groups;
}

function taxOf(amount: Minor, { rate }: Tax, { card }: Deal): Minor {
  if (!card.taxIncluded) return takeRate(amount, rate, card.rounding);
  return amount - divideRounded(amount * rate.d, rate.d + rate.n, card.rounding);
}
