import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRateCard } from '../../src/card/load.js';
import { loadPackage } from '../../src/card/loadPackage.js';
import type { RateCard } from '../../src/card/ratecard.js';
import type { Quote } from '../../src/documents/quote.js';
import type { PaperBooking } from '../../src/papers/booking.js';
import { priceQuote } from '../../src/pricing/price.js';

const cases = join(import.meta.dirname, '../cases');

function cardOf(text: string): RateCard {
  const loaded = loadRateCard(text);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
}

/** The quote of a package that its card sells. */
export function quoteOf(card: string, pack: string): Quote {
  const loaded = loadPackage(pack);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const priced = priceQuote(loaded.value, cardOf(card));
  if (!priced.ok) throw new Error(JSON.stringify(priced.problems));
  return priced.value;
}

const read = (...path: string[]) => readFileSync(join(cases, ...path), 'utf8');

export function workedQuote(): Quote {
  return quoteOf(read('inke-double11', 'ratecard.yaml'), read('inke-double11', 'package.yaml'));
}

/** The figures of the worked deal that an independent implementation came to. */
export function workedFigures() {
  return JSON.parse(read('inke-double11', 'expected.json'));
}

/**
 * The worked deal booked, and its line 3 (品牌丙) cancelled on 2016-10-28: 9 days before its first spot, which costs half of
 * 1,087,445.83, and 14 before its second, which costs a fifth of 1,001,140.61.
 */
export const workedBooking: PaperBooking = {
  number: 'inke-0001',
  status: 'booked',
  revision: 3,
  cancelled: [
    { line: 3, date: '2016-11-06', fee: '543722.92' },
    { line: 3, date: '2016-11-11', fee: '200228.12' },
  ],
  rounding: 'half-up',
};

/** A booking of a quote in which some lines are cancelled, spot by spot, each spot for the fee given. */
export function bookingOf(
  { lines }: Quote,
  numbers: readonly number[],
  more: Partial<PaperBooking> = {},
  fee = '0.01',
): PaperBooking {
  return {
    number: 'demo-0001',
    status: numbers.length === lines.length ? 'cancelled' : 'booked',
    revision: 1,
    cancelled: lines.flatMap(({ line, spots }) =>
      numbers.includes(line) ? spots.map(({ date }) => ({ line, date, fee })) : [],
    ),
    rounding: 'half-up',
    ...more,
  };
}

/** Every quote that the random cards give. */
export function randomQuotes(): Quote[] {
  return randomDeals().map(({ quote }) => quote);
}

/** The same with their cards. */
export function randomDeals(): { card: RateCard; quote: Quote }[] {
  const names = readdirSync(join(cases, 'random'));
  const numbers = names.flatMap((name) => /^card-(\d+)\.yaml$/.exec(name)?.[1] ?? []);
  return numbers.flatMap((number) => {
    const card = cardOf(read('random', `card-${number}.yaml`));
    return read('random', `packages-${number}.ndjson`)
      .trimEnd()
      .split('\n')
      .flatMap((line) => {
        const loaded = loadPackage(line);
        const priced = loaded.ok ? priceQuote(loaded.value, card) : undefined;
        return priced?.ok ? [{ card, quote: priced.value }] : [];
      });
  });
}

/** Amount text as a count of minor units, by its digits alone. */
export function units(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}

/** The sum of one column, in minor units. */
export function sumOf<K extends string>(rows: readonly Readonly<Record<K, string>>[], key: K): bigint {
  return rows.reduce((sum, row) => sum + units(row[key]), 0n);
}

/**
 * A card with one item of each kind and no terms, for deals that differ in one thing: lines of `head` replace or add keys.
 */
export function smallCard(head: Readonly<Record<string, string>> = {}): string {
  const keys = {
    apiVersion: 'kanli/v1',
    kind: 'RateCard',
    id: 'small',
    version: '"1"',
    title: '小刊例',
    platform: 'demo',
    currency: 'CNY',
    timezone: 'Asia/Shanghai',
    valid: '2017-03-01/2017-03-31',
    prices: 'tax-included',
    tax: '6%',
    ...head,
  };
  return `${Object.entries(keys)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')}${items}`;
}

const items = `slots:
  night: { title: 深夜档, title_en: Late night, price: 1000, per: hour, nature: content, formats: [live-cooking, parody-comedy] }
placements:
  banner: { title: 横幅, price: 300, per: day, nature: hard }
  splash: { title: 开屏, price: 60, per: mille, nature: hard, tax: 13% }
  gifts: { title: 礼物池, per: wave, passThrough: true, tax: 0%, viewerBenefit: 100% }
`;

/** A package on the small card. */
export function smallPackage(lines: readonly string[], more = ''): string {
  const written = lines.map((line) => `  - { ${line} }\n`).join('');
  return `apiVersion: kanli/v1
kind: Package
id: deal
card: small
asOf: 2017-03-01
client: { name: 示例客户 }
lines:
${written}${more}`;
}
