import type { RateCard } from '../../src/card/ratecard.js';
import type { Problem } from '../../src/diagnostics/problem.js';
import type { PackageDocument } from '../../src/documents/package.js';
import type { Draft, Quote } from '../../src/documents/quote.js';
import type { RateCardDocument } from '../../src/documents/ratecard.js';
import { loadPackage, loadRateCard, priceQuote } from '../../src/index.js';
import type { RandomDeal } from './random-deals.js';

/** A deal as it was priced: the figures whether it may be sold or not, the quote where it may. */
export interface PricedDeal {
  readonly card: RateCard;
  readonly pack: PackageDocument;
  readonly draft: Draft;
  readonly quote: Quote | undefined;
  readonly problems: readonly Problem[];
}

/** Reading a card costs more than pricing by it, and one card may meet several packages. */
const loaded = new WeakMap<RateCardDocument, RateCard>();

/** Prices a deal from its text, as a file would hold it. @throws Error when the card or the package is not sound */
export function priceDeal({ card, pack }: RandomDeal): PricedDeal {
  const readCard = loaded.get(card) ?? sound(loadRateCard(JSON.stringify(card)));
  loaded.set(card, readCard);
  const readPack = sound(loadPackage(JSON.stringify(pack)));
  const priced = priceQuote(readPack, readCard);
  const draft = priced.ok ? figuresOf(priced.value) : priced.draft;
  if (draft === undefined) throw new Error(`does not fit its card: ${JSON.stringify(priced.problems)}`);
  return {
    card: readCard,
    pack: readPack,
    draft,
    quote: priced.ok ? priced.value : undefined,
    problems: priced.problems,
  };
}

function sound<T>(read: { ok: true; value: T } | { ok: false; problems: readonly unknown[] }): T {
  if (!read.ok) throw new Error(`not sound: ${JSON.stringify(read.problems)}`);
  return read.value;
}

function figuresOf({ apiVersion: _version, kind: _kind, id: _id, digest: _digest, ...draft }: Quote): Draft {
  return draft;
}

/** A printed amount as a whole number of its last decimal, read from the text alone. */
export function minor(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}

/** The sum of one column of printed amounts. */
export function total(amounts: Iterable<string>): bigint {
  let sum = 0n;
  for (const amount of amounts) sum += minor(amount);
  return sum;
}
