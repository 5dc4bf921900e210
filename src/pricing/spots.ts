import { allocateMinor } from '../money/allocate.js';
import { type Minor, toMinor } from '../money/money.js';
import { compareRatios, type Ratio, ratio, zeroRatio } from '../money/ratio.js';
import { divideRounded } from '../money/rounding.js';
import type { AskedLine, AskedSpot } from './asked.js';
import type { Break, CompiledCard, Item } from './compile.js';
import { type PricedLine, type PricedSpot, sum } from './deal.js';
import { applySurcharges } from './surcharges.js';

/** Prices every spot of every line up to its gross. Source: pricing rules, "Spot price". */
export function priceSpots(lines: readonly AskedLine[], card: CompiledCard, asOf: number): PricedLine[] {
  const bought = unitsBought(lines);
  return lines.map((line) => {
    const price = breakFor(line.item, bought.get(line.item.id) ?? zeroRatio);
    const spots = price === undefined ? atItsAmount(line, card) : atListPrice(line, price, card, asOf);
    const gross = sum(spots.map((spot) => spot.gross));
    return {
      asked: line,
      unitPrice: price,
      spots,
      list: sum(spots.map((spot) => spot.list)),
      gross,
      running: gross,
      adjustments: [],
    };
  });
}

function spotUnits(line: AskedLine, spot: AskedSpot): Ratio {
  const minutes = spot.time === undefined ? undefined : spot.time.end - spot.time.start;
  return line.item.way.units({ minutes, impressions: line.document.impressions });
}

/** Units of each item over the lines that are not bonus; what breaks and minimums look at. */
export function unitsBought(lines: readonly AskedLine[]): ReadonlyMap<string, Ratio> {
  const bought = new Map<string, Ratio>();
  for (const line of lines) {
    if (line.closed === 'bonus') continue;
    const before = bought.get(line.item.id) ?? zeroRatio;
    bought.set(line.item.id, addRatios(before, lineUnits(line)));
  }
  return bought;
}

export function lineUnits(line: AskedLine): Ratio {
  const each = line.spots.map((spot) => spotUnits(line, spot)).reduce(addRatios, zeroRatio);
  return ratio(each.n * line.quantity, each.d);
}

function addRatios(a: Ratio, b: Ratio): Ratio {
  return a.d === b.d ? ratio(a.n + b.n, a.d) : ratio(a.n * b.d + b.n * a.d, a.d * b.d);
}

function breakFor(item: Item, bought: Ratio): Break | undefined {
  if (item.sold !== 'priced') return undefined;
  return item.breaks.findLast((step) => compareRatios(step.from, bought) <= 0);
}

/** On-request and pass-through lines bring their amount: shared evenly over the spots, without surcharges. */
function atItsAmount(line: AskedLine, { currency }: CompiledCard): PricedSpot[] {
  const text = line.document.amount ?? line.document.fixed ?? '0';
  const shares = allocateMinor(
    toMinor(text, currency),
    line.spots.map(() => 1n),
  );
  return line.spots.map((asked, at) => {
    const amount = shares[at] ?? 0n;
    const units = spotUnits(line, asked);
    return { asked, units, list: amount, overtime: undefined, surcharges: [], gross: amount };
  });
}

function atListPrice(line: AskedLine, { price }: Break, card: CompiledCard, asOf: number): PricedSpot[] {
  const applying = card.surcharges.filter((rule) => rule.when.line(line.facts));
  return line.spots.map((asked) => {
    const units = spotUnits(line, asked);
    const overtime = overtimeOf(line, asked, card);
    const list =
      inMinor(ratio(price.n * units.n * line.quantity, price.d * units.d), card) + (overtime?.amount ?? 0n);
    const surcharges = applySurcharges(applying, asked, asOf, list, line.quantity, card.rounding);
    return {
      asked,
      units,
      list,
      overtime,
      surcharges,
      gross: list + sum(surcharges.map(({ amount }) => amount)),
    };
  });
}

/** Every begun period beyond what a session includes. Source: pricing rules, "Spot price", 1. */
function overtimeOf(line: AskedLine, { time }: AskedSpot, card: CompiledCard): PricedSpot['overtime'] {
  const { overtime } = line.item;
  if (overtime === undefined || time === undefined) return undefined;
  const beyond = BigInt(time.end - time.start - overtime.included);
  if (beyond <= 0n) return undefined;
  const per = BigInt(overtime.per);
  const periods = (beyond + per - 1n) / per;
  const { price } = overtime;
  return { periods, amount: inMinor(ratio(price.n * periods * line.quantity, price.d), card) };
}

function inMinor(amount: Ratio, { currency, rounding }: CompiledCard): Minor {
  return divideRounded(amount.n * 10n ** BigInt(currency.digits), amount.d, rounding);
}
