import type { Figures, Totals } from '../documents/quote.js';
import type { Currency, Minor } from '../money/money.js';
import { formatMinor } from '../money/money.js';
import { type Ratio, ratio, ratioText, takeRate } from '../money/ratio.js';
import { type Deal, type PricedLine, sum } from './deal.js';

/** A ratio that may have nothing to divide by: `of` is zero then, and the figure is null. */
export interface Part {
  readonly part: Minor;
  readonly of: Minor;
}

/** The amounts of a deal, in minor units; each line's by its place in the package. */
export interface Amounts {
  readonly net: readonly Minor[];
  readonly tax: readonly Minor[];
  readonly payable: readonly Minor[];
  /** What of a line's payable reaches viewers. */
  readonly viewerBenefit: readonly Minor[];
  readonly totals: Readonly<Record<keyof Totals, Minor>>;
}

/** Totals are sums of lines. Source: pricing rules, "Line and package", end. */
export function amountsOf(deal: Deal): Amounts {
  const { lines, tax, card } = deal;
  const net = lines.map(({ running }, at) => (card.taxIncluded ? running - (tax[at] ?? 0n) : running));
  const payable = lines.map(({ running }, at) => (card.taxIncluded ? running : running + (tax[at] ?? 0n)));
  const list = sum(lines.map((line) => line.list));
  const gross = sum(lines.map((line) => line.gross));
  const sumOf = (closed: string, of: (line: PricedLine, at: number) => Minor) =>
    sum(lines.map((line, at) => (line.asked.closed === closed ? of(line, at) : 0n)));
  const allPayable = sum(payable);
  return {
    net,
    tax,
    payable,
    viewerBenefit: lines.map(({ asked }, at) =>
      takeRate(payable[at] ?? 0n, asked.item.viewerBenefit, card.rounding),
    ),
    totals: {
      list,
      surcharges: gross - list,
      gross,
      discounts: gross - sum(deal.afterDeal),
      commission: sum(deal.afterDeal) - sum(lines.map((line) => line.running)),
      net: sum(net),
      tax: sum(tax),
      payable: allPayable,
      passThrough: sumOf('pass-through', (line) => line.running),
      media: allPayable - sumOf('pass-through', (_line, at) => payable[at] ?? 0n),
      bonusValue: sumOf('bonus', (line) => line.gross),
      rebate: deal.rebate,
    },
  };
}

/** What a desk judges a deal by, exact. Source: pricing rules, "Figures a desk judges a deal by". */
export interface ExactFigures {
  readonly trueDiscount: Part;
  readonly listMultiple: Part;
  readonly bonusRatio: Part;
  readonly hardAdShare: Part;
  readonly viewerBenefit: Minor;
  readonly viewerBenefitShare: Part;
}

export function figuresOf(deal: Deal, amounts: Amounts): ExactFigures {
  let gross = 0n;
  let kept = 0n;
  let sold = 0n;
  let shown = 0n;
  let hard = 0n;
  const benefit = sum(amounts.viewerBenefit);
  for (const [at, line] of deal.lines.entries()) {
    const { item } = line.asked;
    const after = deal.afterDeal[at] ?? 0n;
    if (item.sold === 'pass-through') continue;
    sold += after;
    shown += line.gross;
    if (item.nature === 'hard') hard += line.gross;
    if (item.sold === 'on-request') continue;
    gross += line.gross;
    // A mark-up on one line must not hide a discount on another.
    kept += after < line.gross ? after : line.gross;
  }
  return {
    trueDiscount: { part: gross - kept, of: gross },
    listMultiple: { part: gross, of: kept },
    bonusRatio: { part: amounts.totals.bonusValue, of: sold },
    hardAdShare: { part: hard, of: shown },
    viewerBenefit: benefit,
    viewerBenefitShare: { part: benefit, of: amounts.totals.payable },
  };
}

/** The exact ratio, or undefined where there is nothing to divide by. */
export function partRatio({ part, of }: Part): Ratio | undefined {
  return of === 0n ? undefined : ratio(part, of);
}

export function figureText(part: Part): string | null {
  const exact = partRatio(part);
  return exact === undefined ? null : ratioText(exact, 4);
}

export function figuresDocument(figures: ExactFigures, currency: Currency): Figures {
  return {
    trueDiscount: figureText(figures.trueDiscount),
    listMultiple: figureText(figures.listMultiple),
    bonusRatio: figureText(figures.bonusRatio),
    hardAdShare: figureText(figures.hardAdShare),
    viewerBenefit: formatMinor(figures.viewerBenefit, currency),
    viewerBenefitShare: figureText(figures.viewerBenefitShare),
  };
}
