import type { Totals } from '../documents/quote.js';
import { currencyOf, formatMinor, type Minor, toMinor } from '../money/money.js';
import type { Amounts } from '../pricing/figures.js';

export type TotalKey = keyof Totals;

/** Sums of one currency, in minor units. */
export type Sums = Readonly<Record<TotalKey, Minor>>;

/** A card that prices were taken from. */
export interface UsedCard {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
}

/** What a run has come to so far. */
export interface Tally {
  packages: number;
  priced: number;
  refused: number;
  readonly sums: Map<string, Sums>;
  readonly cards: Map<string, UsedCard>;
}

export function emptyTally(): Tally {
  return { packages: 0, priced: 0, refused: 0, sums: new Map(), cards: new Map() };
}

export function addPriced(tally: Tally, card: UsedCard, currency: string, { totals }: Amounts): void {
  tally.packages += 1;
  tally.priced += 1;
  tally.cards.set(card.digest, card);
  addSums(tally.sums, currency, totals);
}

export function addRefused(tally: Tally): void {
  tally.packages += 1;
  tally.refused += 1;
}

/** Adds what a block, or a part of the whole, came to. */
export function addTally(tally: Tally, other: Tally): void {
  tally.packages += other.packages;
  tally.priced += other.priced;
  tally.refused += other.refused;
  for (const [currency, sums] of other.sums) addSums(tally.sums, currency, sums);
  for (const [digest, card] of other.cards) tally.cards.set(digest, card);
}

function addSums(sums: Map<string, Sums>, currency: string, more: Sums): void {
  const before = sums.get(currency);
  const keys = Object.keys(more) as TotalKey[];
  const added = Object.fromEntries(keys.map((key) => [key, (before?.[key] ?? 0n) + more[key]]));
  sums.set(currency, added as Record<TotalKey, Minor>);
}

/** A tally as documents state it: amounts as text, cards and currencies in order. */
export interface TallyDocument {
  readonly counts: { readonly packages: number; readonly priced: number; readonly refused: number };
  readonly sums: Record<string, Totals>;
  readonly cards: UsedCard[];
}

function inOrder(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

export function tallyDocument({ packages, priced, refused, sums, cards }: Tally): TallyDocument {
  return {
    counts: { packages, priced, refused },
    sums: Object.fromEntries(
      [...sums]
        .sort(([a], [b]) => inOrder(a, b))
        .map(([currency, amounts]) => {
          const unit = currencyOf(currency);
          const texts = Object.entries(amounts).map(([key, amount]) => [key, formatMinor(amount, unit)]);
          return [currency, Object.fromEntries(texts) as Totals];
        }),
    ),
    cards: [...cards.values()].sort((a, b) => inOrder(a.id, b.id) || inOrder(a.digest, b.digest)),
  };
}

export function readTally({ counts, sums, cards }: TallyDocument): Tally {
  return {
    ...counts,
    sums: new Map(
      Object.entries(sums).map(([currency, totals]) => {
        const unit = currencyOf(currency);
        const amounts = Object.entries(totals).map(([key, text]) => [key, toMinor(text, unit)]);
        return [currency, Object.fromEntries(amounts) as Record<TotalKey, Minor>];
      }),
    ),
    cards: new Map(cards.map((card) => [card.digest, card])),
  };
}
