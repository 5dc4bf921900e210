import { sameName } from '../documents/names.js';
import { currencyOf, formatMinor, type Minor, toMinor } from '../money/money.js';
import type { Work } from '../pricing/price.js';
import type { UsedCard } from './tally.js';

/** What a campaign is looked at by. */
export const dimensions = ['brand', 'category', 'card'] as const;
export type Dimension = (typeof dimensions)[number];

const amountKeys = ['list', 'gross', 'amount', 'net', 'tax', 'payable'] as const;
type AmountKey = (typeof amountKeys)[number];

/** All lines of one brand (category, card) in one currency. */
interface Group {
  /** As first written. */
  readonly name: string;
  readonly currency: string;
  packages: number;
  lines: number;
  spots: number;
  readonly amounts: Record<AmountKey, Minor>;
}

/** Groups by the name they go by and their currency. */
export type RollUps = Readonly<Record<Dimension, Map<string, Group>>>;

export function emptyRollUps(): RollUps {
  return { brand: new Map(), category: new Map(), card: new Map() };
}

/** Adds the lines of a priced package. A line without a brand is for the client itself, without a category of its own of the client's. */
export function addLines(rollUps: RollUps, { deal, amounts }: Work, card: UsedCard): void {
  const { client } = deal.pack;
  const currency = deal.card.currency.code;
  const seen = new Set<Group>();
  for (const [at, line] of deal.lines.entries()) {
    const { document, spots } = line.asked;
    const names = {
      brand: (document.brand ?? client.name).trim(),
      category: document.category ?? client.category ?? '',
      card: card.id,
    };
    const of: Record<AmountKey, Minor> = {
      list: line.list,
      gross: line.gross,
      amount: line.running,
      net: amounts.net[at] ?? 0n,
      tax: amounts.tax[at] ?? 0n,
      payable: amounts.payable[at] ?? 0n,
    };
    for (const dimension of dimensions) {
      const group = groupOf(rollUps[dimension], names[dimension], currency);
      if (!seen.has(group)) group.packages += 1;
      seen.add(group);
      group.lines += 1;
      group.spots += spots.length;
      for (const key of amountKeys) group.amounts[key] += of[key];
    }
  }
}

function groupOf(groups: Map<string, Group>, name: string, currency: string): Group {
  const key = `${currency} ${sameName(name)}`;
  const known = groups.get(key);
  if (known !== undefined) return known;
  const amounts = { list: 0n, gross: 0n, amount: 0n, net: 0n, tax: 0n, payable: 0n };
  const made = { name, currency, packages: 0, lines: 0, spots: 0, amounts };
  groups.set(key, made);
  return made;
}

/** Adds what a block, or a part of the whole, came to. */
export function addRollUps(rollUps: RollUps, other: RollUps): void {
  for (const dimension of dimensions) {
    for (const more of other[dimension].values()) {
      const group = groupOf(rollUps[dimension], more.name, more.currency);
      group.packages += more.packages;
      group.lines += more.lines;
      group.spots += more.spots;
      for (const key of amountKeys) group.amounts[key] += more.amounts[key];
    }
  }
}

export type GroupDocument = Pick<Group, 'name' | 'currency' | 'packages' | 'lines' | 'spots'> &
  Readonly<Record<AmountKey, string>>;
export type RollUpsDocument = Record<Dimension, GroupDocument[]>;

/** Roll-ups as documents state them: by currency, the largest payable first. */
export function rollUpsDocument(rollUps: RollUps): RollUpsDocument {
  const documents = (groups: Map<string, Group>) =>
    [...groups]
      .sort(([nameA, a], [nameB, b]) => compared(a, b) || (nameA < nameB ? -1 : 1))
      .map(([, group]) => groupDocument(group));
  return {
    brand: documents(rollUps.brand),
    category: documents(rollUps.category),
    card: documents(rollUps.card),
  };
}

function compared(a: Group, b: Group): number {
  if (a.currency !== b.currency) return a.currency < b.currency ? -1 : 1;
  if (a.amounts.payable === b.amounts.payable) return 0;
  return a.amounts.payable > b.amounts.payable ? -1 : 1;
}

function groupDocument({ amounts, ...group }: Group): GroupDocument {
  const unit = currencyOf(group.currency);
  const texts = amountKeys.map((name) => [name, formatMinor(amounts[name], unit)]);
  return { ...group, ...(Object.fromEntries(texts) as Record<AmountKey, string>) };
}

export function readRollUps(document: RollUpsDocument): RollUps {
  const rollUps = emptyRollUps();
  for (const dimension of dimensions) {
    for (const { name, currency, packages, lines, spots, ...texts } of document[dimension]) {
      const unit = currencyOf(currency);
      const group = groupOf(rollUps[dimension], name, currency);
      Object.assign(group, { packages, lines, spots });
      for (const key of amountKeys) group.amounts[key] = toMinor(texts[key], unit);
    }
  }
  return rollUps;
}
