import { dayText } from '../calendar/date.js';
import { minutesOf } from '../calendar/duration.js';
import { type Problem, recorded } from '../diagnostics/problem.js';
import type { Approval, Draft, QuoteLine } from '../documents/quote.js';
import type { Terms } from '../documents/terms.js';
import { allocateMinor } from '../money/allocate.js';
import { formatMinor, type Minor } from '../money/money.js';
import { ratioText } from '../money/ratio.js';
import type { CompiledCard } from './compile.js';
import type { Deal, PricedLine, PricedSpot } from './deal.js';
import { type Amounts, type ExactFigures, figuresDocument } from './figures.js';
import { instalmentsOf } from './instalments.js';
import { lineUnits } from './spots.js';

/** Writes a priced deal down: amounts as text, nothing calculated that the deal does not already know. */
export function draftDocument(
  deal: Deal,
  amounts: Amounts,
  figures: ExactFigures,
  approval: Approval,
  found: readonly Problem[],
): Draft {
  const { card, pack, asOf } = deal;
  const { document, digest } = card.card;
  const terms = { ...document.terms, ...pack.terms };
  const text = (amount: Minor) => formatMinor(amount, card.currency);
  return {
    package: pack,
    rateCard: {
      id: document.id,
      version: document.version,
      digest,
      title: document.title,
      ...given('title_en', document.title_en),
      platform: document.platform,
      timezone: document.timezone,
      prices: document.prices,
    },
    currency: card.currency.code,
    asOf: dayText(asOf),
    validUntil: dayText(lastValidDay(terms, asOf, card)),
    lines: deal.lines.map((line, at) => lineDocument(line, at, amounts, text)),
    totals: mapAmounts(amounts.totals, text),
    figures: figuresDocument(figures, card.currency),
    instalments: instalmentsOf(amounts.totals.payable, terms, airDays(deal), card.currency),
    approval,
    ...(Object.keys(terms).length === 0 ? {} : { terms }),
    diagnostics: found.map(recorded),
  };
}

/** Without `quoteValid` a quote stands as long as its card sells. */
function lastValidDay(terms: Terms, asOf: number, card: CompiledCard): number {
  const { quoteValid } = terms;
  return quoteValid === undefined ? Math.max(asOf, card.valid.last) : asOf + minutesOf(quoteValid) / 1440;
}

function airDays({ lines }: Deal): { first: number; last: number } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    for (const { day } of line.asked.spots) {
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  }
  return { first, last };
}

type Text = (amount: Minor) => string;

function lineDocument(line: PricedLine, at: number, amounts: Amounts, text: Text): QuoteLine {
  const { document, item, number, closed } = line.asked;
  const quantity = document.quantity ?? 1;
  const shares = spotShares(line);
  const benefit = amounts.viewerBenefit[at] ?? 0n;
  return {
    line: number,
    item: item.id,
    title: item.document.title,
    ...given('title_en', item.document.title_en),
    section: item.section,
    ...given('brand', document.brand),
    ...given('category', document.category),
    ...given('format', document.format),
    ...given('options', document.options),
    units: ratioText(lineUnits(line.asked), 4),
    quantity,
    list: text(line.list),
    gross: text(line.gross),
    amount: text(line.running),
    net: text(amounts.net[at] ?? 0n),
    tax: text(amounts.tax[at] ?? 0n),
    payable: text(amounts.payable[at] ?? 0n),
    taxRate: item.tax.text,
    nature: item.nature,
    ...(benefit === 0n ? {} : { viewerBenefit: text(benefit) }),
    ...given('closed', closed),
    spots: line.spots.map((spot, place) => spotDocument(spot, quantity, shares[place] ?? 0n, text)),
    adjustments: line.adjustments.map(({ rule, kind, amount, after }) => ({
      rule,
      kind,
      amount: text(amount),
      after: text(after),
    })),
  };
}

/** A line's amount over its spots by their gross; evenly where no spot has any. Source: pricing rules, "Line and package". */
function spotShares(line: PricedLine): Minor[] {
  const weights = line.gross === 0n ? line.spots.map(() => 1n) : line.spots.map(({ gross }) => gross);
  return allocateMinor(line.running, weights);
}

function spotDocument(
  spot: PricedSpot,
  quantity: number,
  amount: Minor,
  text: Text,
): QuoteLine['spots'][number] {
  return {
    date: spot.asked.date,
    ...given('time', spot.asked.timeText),
    units: ratioText(spot.units, 4),
    quantity,
    list: text(spot.list),
    ...(spot.overtime === undefined ? {} : { overtime: text(spot.overtime.amount) }),
    surcharges: spot.surcharges.map((applied) => ({
      rule: applied.rule,
      ...given('rate', applied.rateText),
      amount: text(applied.amount),
    })),
    gross: text(spot.gross),
    amount: text(amount),
  };
}

/** Absent stays absent: the key only where there is a value. */
function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}

function mapAmounts<K extends string>(amounts: Readonly<Record<K, Minor>>, text: Text): Record<K, string> {
  const entries = Object.entries<Minor>(amounts).map(([key, amount]) => [key, text(amount)]);
  return Object.fromEntries(entries) as Record<K, string>;
}
