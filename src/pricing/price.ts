import { parseDay } from '../calendar/date.js';
import type { RateCard } from '../card/ratecard.js';
import { isError, type Problem, problem } from '../diagnostics/problem.js';
import { canonicalJson, digestOfText } from '../documents/canonical.js';
import { frozen } from '../documents/frozen.js';
import type { PackageDocument } from '../documents/package.js';
import type { Draft, Quote } from '../documents/quote.js';
import { apiVersion } from '../documents/words.js';
import { compareRatios, ratioText } from '../money/ratio.js';
import { approvalOf } from './approvals.js';
import { type AskedLine, askedLines } from './asked.js';
import { type CompiledCard, compileCard } from './compile.js';
import type { Deal } from './deal.js';
import { amountsOf, figuresOf } from './figures.js';
import { policyBreaches } from './policies.js';
import { draftOf, type PricedDeal } from './quoteDocument.js';
import { priceSpots, unitsBought } from './spots.js';
import { closingStages, dealStages } from './stages/all.js';

/** A quote; or why there is none and, where the package could be priced at all, how far off it is. */
export type Priced =
  | { readonly ok: true; readonly value: Quote; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly draft?: Draft };

export interface PriceOptions {
  /** The day the package is judged on, ISO; in place of the package's own `asOf`. */
  readonly asOf?: string | undefined;
}

/**
 * Prices a package by a card.
 *
 * @param pack a package as `loadPackage` gives it
 * @param card a card as `loadRateCard` gives it
 * @returns an immutable quote pinned to the card's digest; or the problems, with a draft where the package fits the card
 *   but a rule of the deal, a policy or the approvals refuse it
 *
 * Source: pricing rules, whole. No clock is read: without `asOf` in either place that is a problem.
 */
export function priceQuote(pack: PackageDocument, card: RateCard, options: PriceOptions = {}): Priced {
  return pricedOf(workOut(pack, card, options));
}

/** What a package that was worked out comes to: a quote, or the reasons against one. */
export function pricedOf(work: Worked, canonical?: Canonical): Priced {
  if (!work.ok) return work;
  const { problems } = work;
  return isRefused(work)
    ? { ok: false, problems, draft: draftOf(work) }
    : { ok: true, value: frozen(quoteOf(work, canonical)), problems };
}

/** A package worked through to the end, with every step kept: what quotes are written from and explanations read. */
export interface Work extends PricedDeal {
  readonly ok: true;
}

/** Writes a quote as canonical JSON. */
export type Canonical = (quote: unknown) => string;

/** A package worked out, or why it does not fit its card at all. */
export type Worked = Work | { readonly ok: false; readonly problems: readonly Problem[] };

export function isRefused({ problems }: Work): boolean {
  return problems.some(isError);
}

/**
 * The quote of a deal that is not refused, with its digest; not frozen, for whoever writes it down and forgets it. Whoever
 * makes many has a writer made for quotes; to make that one takes longer than to sort the keys of a single quote.
 */
export function quoteOf(work: Work, canonical: Canonical = canonicalJson): Quote {
  const quote = { apiVersion, kind: 'Quote', id: work.deal.pack.id, ...draftOf(work) } as const;
  return { ...quote, digest: digestOfText(canonical(quote)) };
}

export function workOut(pack: PackageDocument, card: RateCard, options: PriceOptions): Worked {
  const written = options.asOf ?? pack.asOf;
  const asOf = written === undefined ? undefined : parseDay(written);
  if (written === undefined)
    return { ok: false, problems: [problem('missing-key', ['asOf'], { key: 'asOf' })] };
  if (asOf === undefined) return { ok: false, problems: [problem('bad-date', ['asOf'], { written })] };
  const ready = compileCard(card);
  const { lines, problems } = askedLines(pack, ready, asOf);
  if (problems.some(isError)) return { ok: false, problems };
  const deal = runStages(pack, ready, lines, asOf);
  const amounts = amountsOf(deal);
  const figures = figuresOf(deal, amounts);
  const { approval, refusals } = approvalOf(deal, figures);
  const found = [
    ...problems,
    ...underMinimum(lines),
    ...deal.refusals,
    ...policyBreaches(deal, amounts, figures),
    ...refusals,
  ];
  return { ok: true, deal, amounts, figures, approval, problems: found };
}

function runStages(
  pack: PackageDocument,
  card: CompiledCard,
  asked: readonly AskedLine[],
  asOf: number,
): Deal {
  const lines = priceSpots(asked, card, asOf);
  const deal: Deal = { pack, card, asOf, lines, steps: [], refusals: [], rebate: 0n, afterDeal: [], tax: [] };
  for (const stage of dealStages) stage(deal);
  deal.afterDeal = lines.map((line) => line.running);
  for (const stage of closingStages) stage(deal);
  return deal;
}

/** Fewest units of an item over the lines that are not bonus. Source: pricing rules, "The card", `minimum`. */
function underMinimum(lines: readonly AskedLine[]): Problem[] {
  const bought = unitsBought(lines);
  const judged = new Set<string>();
  return lines.flatMap(({ item, number, closed }) => {
    const units = bought.get(item.id);
    if (units === undefined || closed === 'bonus' || judged.has(item.id)) return [];
    judged.add(item.id);
    if (compareRatios(units, item.minimum) >= 0) return [];
    const values = { item: item.id, units: ratioText(units, 4), minimum: item.document.minimum ?? '0' };
    return [problem('under-minimum', ['lines', number - 1], values)];
  });
}
