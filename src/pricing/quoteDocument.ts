import { dayText } from '../calendar/date.js';
import { minutesOf } from '../calendar/duration.js';
import { type Problem, recorded } from '../diagnostics/problem.js';
import type { Approval, Draft, QuoteLine, QuoteSpot, Totals } from '../documents/quote.js';
import type { Terms } from '../documents/terms.js';
import { allocateMinor } from '../money/allocate.js';
import { type Currency, formatMinor, type Minor } from '../money/money.js';
import { ratioText } from '../money/ratio.js';
import type { Deal, PricedLine, PricedSpot } from './deal.js';
import { type Amounts, type ExactFigures, figuresDocument } from './figures.js';
import { instalmentsOf } from './instalments.js';
import { lineUnits } from './spots.js';

/** A deal with all that was judged of it. */
export interface PricedDeal {
  readonly deal: Deal;
  readonly amounts: Amounts;
  readonly figures: ExactFigures;
  readonly approval: Approval;
  readonly problems: readonly Problem[];
}

/** Writes a priced deal down: amounts as text, nothing calculated that the deal does not already know. */
export function draftOf({ deal, amounts, figures, approval, problems }: PricedDeal): Draft {
  const { card, pack, asOf } = deal;
  const { document, digest } = card.card;
  const terms = termsOf(deal);
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
    validUntil: validUntil(deal),
    lines: deal.lines.map((line, at) => lineDocument(line, at, amounts, text)),
    totals: totalsDocument(amounts, card.currency),
    figures: figuresDocument(figures, card.currency),
    instalments: instalmentsOf(amounts.totals.payable, terms, airDays(deal), card.currency),
    approval,
    ...(Object.keys(terms).length === 0 ? {} : { terms }),
    diagnostics: problems.map(recorded),
  };
}

/** The card's terms with the package's in their place, key by key. */
function termsOf({ card, pack }: Deal): Terms {
  return { ...card.card.document.terms, ...pack.terms };
}

/** Without `quoteValid` a quote stands as long as its card sells. */
export function validUntil(deal: Deal): string {
  const { asOf, card } = deal;
  const { quoteValid } = termsOf(deal);
  return dayText(
    quoteValid === undefined ? Math.max(asOf, card.valid.last) : asOf + minutesOf(quoteValid) / 1440,
  );
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
  const { title_en } = item.document;
  const { brand, category, format, options } = document;
  const quantity = document.quantity ?? 1;
  const benefit = amounts.viewerBenefit[at] ?? 0n;
  // Built key by key, in the order quotes are read in: spreading optional keys takes longer than pricing the line.
  const made: Partial<QuoteLine> = { line: number, item: item.id, title: item.document.title };
  if (title_en !== undefined) made.title_en = title_en;
  made.section = item.section;
  if (brand !== undefined) made.brand = brand;
  if (category !== undefined) made.category = category;
  if (format !== undefined) made.format = format;
  if (options !== undefined) made.options = options;
  made.units = ratioText(lineUnits(line.asked), 4);
  made.quantity = quantity;
  made.list = text(line.list);
  made.gross = text(line.gross);
  made.amount = text(line.running);
  made.net = text(amounts.net[at] ?? 0n);
  made.tax = text(amounts.tax[at] ?? 0n);
  made.payable = text(amounts.payable[at] ?? 0n);
  made.taxRate = item.tax.text;
  made.nature = item.nature;
  if (benefit !== 0n) made.viewerBenefit = text(benefit);
  if (closed !== undefined) made.closed = closed;
  const shares = spotShares(line);
  made.spots = line.spots.map((spot, place) => spotDocument(spot, quantity, shares[place] ?? 0n, text));
  made.adjustments = line.adjustments.map(({ rule, kind, amount, after }) => ({
    rule,
    kind,
    amount: text(amount),
    after: text(after),
  }));
  return made as QuoteLine;
}

/** A line's amount over its spots by their gross; evenly where no spot has any. Source: pricing rules, "Line and package". */
function spotShares(line: PricedLine): Minor[] {
  const weights = line.gross === 0n ? line.spots.map(() => 1n) : line.spots.map(({ gross }) => gross);
  return allocateMinor(line.running, weights);
}

function spotDocument(spot: PricedSpot, quantity: number, amount: Minor, text: Text): QuoteSpot {
  const { date, timeText } = spot.asked;
  const made: Partial<QuoteSpot> = { date };
  if (timeText !== undefined) made.time = timeText;
  made.units = ratioText(spot.units, 4);
  made.quantity = quantity;
  made.list = text(spot.list);
  if (spot.overtime !== undefined) made.overtime = text(spot.overtime.amount);
  made.surcharges = spot.surcharges.map(({ rule, rateText, amount: taken }) =>
    rateText === undefined ? { rule, amount: text(taken) } : { rule, rate: rateText, amount: text(taken) },
  );
  made.gross = text(spot.gross);
  made.amount = text(amount);
  return made as QuoteSpot;
}

/** Absent stays absent: the key only where there is a value. */
function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}

export function totalsDocument({ totals }: Pick<Amounts, 'totals'>, currency: Currency): Totals {
  const entries = Object.entries(totals).map(([key, amount]) => [key, formatMinor(amount, currency)]);
  return Object.fromEntries(entries) as Totals;
}
