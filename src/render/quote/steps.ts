import { adjustmentKinds } from '../../documents/words.js';
import type { Minor } from '../../money/money.js';
import { type DealView, minor } from './deal.js';

/** What one rule came to over the whole deal: above zero it adds, below it takes off. */
export interface RuleSum {
  readonly rule: string;
  readonly amount: Minor;
}

/** The surcharges of the deal, each rule summed over all spots, in the card's order, else the order they were applied in. */
export function surchargeSums(view: DealView): RuleSum[] {
  const spots = view.deal.lines.flatMap((line) => line.spots);
  const applied = spots.map(({ surcharges }) =>
    surcharges.map(({ rule, amount }) => ({ rule, amount: minor(amount, view) })),
  );
  const order = view.card?.surcharges?.map(({ id }) => id) ?? [];
  return summed(applied).sort((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule));
}

/** What lies between gross and the amount before agency, each rule summed over all lines, in the order of calculation. */
export function discountSums(view: DealView): RuleSum[] {
  return adjustmentKinds
    .filter((kind) => kind !== 'commission')
    .flatMap((kind) =>
      summed(
        view.deal.lines.map(({ adjustments }) =>
          adjustments
            .filter((step) => step.kind === kind)
            .map(({ rule, amount }) => ({ rule, amount: minor(amount, view) })),
        ),
      ),
    );
}

/**
 * Sums lists by rule. Each list holds some of the rules in their common order, so a rule met for the first time is put
 * before the next one of its list that is known.
 */
function summed(lists: readonly (readonly RuleSum[])[]): RuleSum[] {
  const order: string[] = [];
  const sums = new Map<string, Minor>();
  for (const list of lists) {
    for (const [at, { rule, amount }] of list.entries()) {
      if (!sums.has(rule)) {
        const next = list.slice(at + 1).find((later) => sums.has(later.rule));
        order.splice(next === undefined ? order.length : order.indexOf(next.rule), 0, rule);
      }
      sums.set(rule, (sums.get(rule) ?? 0n) + amount);
    }
  }
  return order.map((rule) => ({ rule, amount: sums.get(rule) ?? 0n }));
}
