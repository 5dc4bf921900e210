import type { Minor } from '../money/money.js';
import { takeRate } from '../money/ratio.js';
import type { RoundingMode } from '../money/rounding.js';
import type { Surcharge } from './compile.js';
import type { AppliedSurcharge } from './deal.js';
import type { SpotFacts } from './when.js';

/**
 * The surcharges of one spot, in the card's order, of each group only the largest (tie: the first) at the place of the
 * group's first that applies. `rules` are those whose conditions on the line hold.
 *
 * Source: pricing rules, "Spot price", 2.
 */
export function applySurcharges(
  rules: readonly Surcharge[],
  spot: SpotFacts,
  asOf: number,
  list: Minor,
  quantity: bigint,
  rounding: RoundingMode,
): AppliedSurcharge[] {
  const applying = rules.filter((rule) => rule.when.spot(spot, asOf));
  const groupsDone = new Set<string>();
  const applied: AppliedSurcharge[] = [];
  let running = list;
  for (const rule of applying) {
    if (rule.group !== undefined && groupsDone.has(rule.group)) continue;
    const rivals = rule.group === undefined ? [rule] : applying.filter(({ group }) => group === rule.group);
    if (rule.group !== undefined) groupsDone.add(rule.group);
    const largest = rivals
      .map((rival) => amountOf(rival, list, running, quantity, rounding))
      .reduce((best, next) => (next.amount > best.amount ? next : best));
    if (largest.amount === 0n) continue;
    applied.push(largest);
    running += largest.amount;
  }
  return applied;
}

function amountOf(
  rule: Surcharge,
  list: Minor,
  running: Minor,
  quantity: bigint,
  rounding: RoundingMode,
): AppliedSurcharge {
  const base = rule.running ? running : list;
  const amount =
    rule.rate === undefined ? (rule.amount ?? 0n) * quantity : takeRate(base, rule.rate, rounding);
  return { rule: rule.id, rateText: rule.rateText, base, amount };
}
