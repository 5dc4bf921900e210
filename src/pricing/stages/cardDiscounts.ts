import type { Minor } from '../../money/money.js';
import { compareRatios, type Ratio, ratio, takeRate } from '../../money/ratio.js';
import { divideRounded, type RoundingMode } from '../../money/rounding.js';
import type { Discount } from '../compile.js';
import { type Deal, openLines, type PricedLine, reduceBy, runningOf, type Slab, sum } from '../deal.js';

/** What a discount would take off, judged on the amounts as they stand. */
interface Offer {
  readonly discount: Discount;
  readonly lines: readonly PricedLine[];
  readonly base: Minor;
  readonly reduction: Minor;
  readonly rateText: string | undefined;
  readonly slabs: readonly Slab[] | undefined;
}

/**
 * The card's discounts in its order; of each group only the largest (tie: the first), at the place of the group's first
 * that gives any. Source: pricing rules, "Line and package", 2.
 */
export function cardDiscounts(deal: Deal): void {
  const { discounts } = deal.card;
  const groupsDone = new Set<string>();
  for (const discount of discounts) {
    const { group } = discount;
    if (group !== undefined && groupsDone.has(group)) continue;
    const own = offerOf(discount, deal);
    if (own.reduction === 0n) continue;
    const rivals = group === undefined ? [] : discounts.filter((other) => other.group === group);
    if (group !== undefined) groupsDone.add(group);
    const best = rivals
      .map((rival) => (rival === discount ? own : offerOf(rival, deal)))
      .reduce((largest, next) => (next.reduction > largest.reduction ? next : largest), own);
    const { base, rateText, slabs } = best;
    reduceBy(deal, best.lines, best.reduction, {
      rule: best.discount.id,
      kind: 'discount',
      base,
      rateText,
      slabs,
    });
  }
}

function offerOf(discount: Discount, deal: Deal): Offer {
  const lines = requirementsMet(discount, deal) ? eligible(discount, deal) : [];
  const base = sum(lines.map((line) => line.gross));
  return { discount, lines, base, ...reductionOf(discount, base, runningOf(lines), deal) };
}

function eligible({ when }: Discount, deal: Deal): PricedLine[] {
  return openLines(deal).filter(
    ({ asked }) => when.line(asked.facts) && asked.spots.every((spot) => when.spot(spot, deal.asOf)),
  );
}

/** Spots count, quantity does not; bonus spots do not. */
function requirementsMet({ requires }: Discount, { lines }: Deal): boolean {
  return requires.every(({ item, section, tag, spots }) => {
    let found = 0;
    for (const { asked } of lines) {
      const { facts } = asked;
      const named =
        item === undefined
          ? section === undefined
            ? facts.tags.includes(tag ?? '')
            : facts.section === section
          : facts.item === item;
      if (named && asked.closed !== 'bonus') found += asked.spots.length;
    }
    return found >= spots;
  });
}

function reductionOf(
  discount: Discount,
  base: Minor,
  running: Minor,
  { card }: Deal,
): Pick<Offer, 'reduction' | 'rateText' | 'slabs'> {
  const { rounding } = card;
  if (discount.amount !== undefined) {
    const reduction = discount.amount < running ? discount.amount : running;
    return { reduction, rateText: undefined, slabs: undefined };
  }
  const scale = 10n ** BigInt(card.currency.digits);
  if (discount.tiers !== undefined && discount.graduated) {
    const slabs = slabsOf(discount.tiers, base, scale);
    const reduction = graduated(slabs, rounding);
    return { reduction: reduction < running ? reduction : running, rateText: undefined, slabs };
  }
  const tier = discount.tiers?.findLast(({ from }) => compareRatios(inMinor(from, scale), ratio(base)) <= 0);
  const rate = tier?.rate ?? discount.rate ?? ratio(0n);
  const rateText = tier?.rateText ?? discount.rateText;
  return { reduction: takeRate(running, rate, rounding), rateText, slabs: undefined };
}

function inMinor(amount: Ratio, scale: bigint): Ratio {
  return ratio(amount.n * scale, amount.d);
}

/** The part of the base in each slab. Amounts that part slabs may be finer than the minor unit, so parts are exact. */
function slabsOf(tiers: NonNullable<Discount['tiers']>, base: Minor, scale: bigint): Slab[] {
  return tiers.flatMap((tier, at) => {
    const from = inMinor(tier.from, scale);
    const next = tiers[at + 1];
    const upper = next === undefined ? ratio(base) : inMinor(next.from, scale);
    const to = compareRatios(upper, ratio(base)) < 0 ? upper : ratio(base);
    if (compareRatios(to, from) <= 0) return [];
    const part = ratio(to.n * from.d - from.n * to.d, to.d * from.d);
    return [{ from: tier.from, rate: tier.rate, rateText: tier.rateText, part }];
  });
}

function graduated(slabs: readonly Slab[], rounding: RoundingMode): Minor {
  let total = ratio(0n);
  for (const { part, rate } of slabs) {
    const reduction = ratio(part.n * rate.n, part.d * rate.d);
    total = ratio(total.n * reduction.d + reduction.n * total.d, total.d * reduction.d);
  }
  return divideRounded(total.n, total.d, rounding);
}
