import { loadRateCard } from '../../../src/card/load.js';
import { loadPackage } from '../../../src/card/loadPackage.js';
import type { RateCard } from '../../../src/card/ratecard.js';
import { digestOf } from '../../../src/documents/canonical.js';
import type { Quote } from '../../../src/documents/quote.js';
import { priceQuote } from '../../../src/pricing/price.js';

/** A small card with one of everything that booking looks at. */
export const cardText = `
apiVersion: kanli/v1
kind: RateCard
id: demo
version: "1"
title: 示例刊例（虚构）
platform: demo
currency: CNY
timezone: Asia/Shanghai
valid: 2016-11-01/2016-11-30
prices: tax-included
tax: 6%
slots:
  hall: { title: 大厅, price: 1000, per: hour, rest: 30min, formats: [talk] }
  hall-late: { title: 大厅深夜, price: 800, per: hour, resource: hall, rest: 30min }
  studio: { title: 演播室, price: 700, per: hour, capacity: 2 }
  banner: { title: 首屏, price: 5000, per: day }
  corner: { title: 角标, price: 300, per: hour }
  annex: { title: 大厅副屏, price: 400, per: hour, resource: hall }
  stage: { title: 舞台, price: 900, per: hour, rest: 32min, open: "20:00-26:00" }
  feed: { title: 信息流, price: 50, per: mille }
celebrities:
  star: { title: 明星, tier: S, price: 20000, per: session, rest: 2h, maxPerDay: 2 }
  star-b: { title: 明星乙, tier: S, price: 15000, per: session, rest: 1h }
  idol: { title: 偶像, tier: A, price: 9000, per: session, capacity: 2, maxPerDay: 3 }
placements:
  rain: { title: 红包雨, price: 30000, per: wave, scope: all-rooms }
  rain-small: { title: 小红包雨, price: 9000, per: wave, scope: all-rooms, capacity: 5 }
  pool: { title: 奖池, per: wave, passThrough: true, tax: 0% }
  prize: { title: 奖品, per: wave, passThrough: true, tax: 0%, capacity: 1, maxPerDay: 1, scope: all-rooms }
  board: { title: 展板, price: 200, per: each, capacity: 3 }
  splash: { title: 开屏, price: 60, per: mille, capacity: 3000000 }
  drop: { title: 优惠券, price: 100, per: each }
approvals:
  - { upTo: 10%, by: sales }
  - { upTo: 30%, by: director }
terms:
  quoteValid: 14d
  cancellation:
    - { daysBefore: 7, fee: 10% }
    - { daysBefore: 3, fee: 50% }
`;

export function cardOf(text: string = cardText): RateCard {
  const loaded = loadRateCard(text);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
}

export const card = cardOf();

export type Change = readonly [from: string, to: string];

const cardsByText = new Map<string, RateCard>();

/** The sample card of a platform, with some of its text in other words, each of which must be there. */
export function cardBy(platform: string, ...changes: readonly Change[]): RateCard {
  const text = changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`the sample card does not say: ${from}`);
    return before.replace(from, to);
  }, cardText);
  // To read a card takes longer than to sell from it, and all platforms have the same ones.
  const read = cardsByText.get(text) ?? cardOf(text);
  cardsByText.set(text, read);
  const document = { ...read.document, platform };
  return Object.freeze({ document, digest: digestOf(document) });
}

/** Nobody need approve anything. */
export const unapproved: Change = [/approvals:\n(?: {2}- .*\n)+/.exec(cardText)?.[0] ?? '', ''];

export interface Asking {
  readonly id?: string;
  readonly asOf?: string;
  readonly client?: string;
  readonly category?: string;
  readonly card?: RateCard;
  readonly more?: object;
}

/** The quote of a package with these lines. */
export function quoteFor(lines: readonly object[], asking: Asking = {}): Quote {
  const { id = 'p-1', asOf = '2016-10-26', client = '甲公司', category, card: by = card, more = {} } = asking;
  const written = {
    apiVersion: 'kanli/v1',
    kind: 'Package',
    id,
    card: by.document.id,
    asOf,
    client: { name: client, ...(category === undefined ? {} : { category }) },
    lines,
    ...more,
  };
  const loaded = loadPackage(JSON.stringify(written));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const priced = priceQuote(loaded.value, by);
  if (!priced.ok) throw new Error(JSON.stringify(priced.problems));
  return priced.value;
}

/** An instant by the platform's clock. */
export function at(local: string): number {
  return Date.parse(`${local.replace(' ', 'T')}:00+08:00`);
}
