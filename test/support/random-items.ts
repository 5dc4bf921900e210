import fc from 'fast-check';
import type { ItemDocument } from '../../src/documents/ratecard.js';
import { type Section, sections } from '../../src/documents/words.js';
import { rates, type Temper, unitPrices, words } from './random-amounts.js';

/** An item on its way to a card; an `approval` is the place of a role among the card's bands. */
export interface DrawnItem {
  readonly section: Section;
  readonly document: ItemDocument;
  readonly approval?: number;
}

export const formats = ['product-experience', 'origin-visit', 'interactive-game'];
export const tags = ['rain', 'gala', 'new'];
export const tiers = ['S', 'A', 'IP'];
export const taxes = ['0%', '3%', '6%', '6.0%', '13%', '16.5%', '125%'];

const soldWhole = fc.constantFrom('day', 'wave', 'post', 'each', 'session');
const ways = fc.oneof(soldWhole, fc.constantFrom('hour', 'mille'));

/** What says nothing about the price but may decide which rules apply, or what a desk makes of it. */
const looks = fc.record(
  {
    title: words,
    title_en: words,
    tier: fc.constantFrom(...tiers),
    open: fc.constantFrom('19:00-26:00', '08:00-24:00', '20:30-30:00'),
    capacity: fc.integer({ min: 1, max: 9 }),
    rest: fc.constantFrom('2h', '30min'),
    maxPerDay: fc.integer({ min: 1, max: 3 }),
    resource: fc.constantFrom('studio', '演播厅'),
    minimum: fc.constantFrom('0', '0.5', '1', '2'),
    formats: fc.shuffledSubarray(formats, { minLength: 1 }),
    tags: fc.shuffledSubarray(tags, { minLength: 1 }),
    nature: fc.constantFrom('hard', 'content', 'interactive'),
    viewerBenefit: rates(100),
    tax: fc.constantFrom(...taxes),
  },
  { requiredKeys: ['title'] },
);

type Pricing = Omit<ItemDocument, 'title'>;

function priced(temper: Temper): fc.Arbitrary<Pricing> {
  return fc.record(
    { per: ways, price: unitPrices(temper), floor: unitPrices(temper) },
    { requiredKeys: ['per', 'price'] },
  );
}

function session(temper: Temper): fc.Arbitrary<Pricing> {
  return fc.record({
    per: fc.constant('session'),
    price: unitPrices(temper),
    included: fc.constantFrom('45min', '60min', '1h30min'),
    overtime: fc.record({ price: unitPrices(temper), per: fc.constantFrom('15min', '30min', '20min') }),
  });
}

function stepped(temper: Temper): fc.Arbitrary<Pricing> {
  const starts = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 });
  return fc
    .tuple(ways, starts, fc.array(unitPrices(temper), { minLength: 4, maxLength: 4 }))
    .map(([per, from, prices]) => ({
      per,
      breaks: [0, ...from.sort((a, b) => a - b)].map((start, at) => ({
        from: String(per === 'mille' ? start * 100 : start),
        price: prices[at] ?? '0',
      })),
    }));
}

const onRequest: fc.Arbitrary<Pricing> = ways.map((per) => ({ per, price: 'on-request' }));
const atCost: fc.Arbitrary<Pricing> = fc
  .constantFrom(...taxes)
  .map((tax) => ({ per: 'wave', passThrough: true, tax }));

/** One thing on a card, sold in any way there is. */
export function items(temper: Temper): fc.Arbitrary<DrawnItem> {
  const pricing = fc.oneof(
    { weight: 4, arbitrary: priced(temper) },
    { weight: 2, arbitrary: session(temper) },
    { weight: 2, arbitrary: stepped(temper) },
    { weight: 1, arbitrary: onRequest },
    { weight: 1, arbitrary: atCost },
  );
  return fc
    .record(
      {
        section: fc.constantFrom(...sections),
        looks,
        pricing,
        scope: fc.constant('all-rooms'),
        approval: fc.nat(5),
      },
      { requiredKeys: ['section', 'looks', 'pricing'] },
    )
    .map(({ section, looks: seen, pricing: sold, scope, approval }) => ({
      section,
      document: { ...seen, ...sold, ...(scope !== undefined && sold.per === 'wave' ? { scope } : {}) },
      ...(approval === undefined ? {} : { approval }),
    }));
}
