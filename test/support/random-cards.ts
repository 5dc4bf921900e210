import fc from 'fast-check';
import type { ItemDocument, RateCardDocument } from '../../src/documents/ratecard.js';
import type { Section } from '../../src/documents/words.js';
import { rates, type Temper, words } from './random-amounts.js';
import { type DrawnItem, items, taxes } from './random-items.js';
import { discounts, season, surcharges } from './random-rules.js';
import { bands, policies, terms } from './random-terms.js';

/** Minor units of 0, 2, 3 and 4 decimals; HUF and IDR have two, whatever a locale library says. */
const currencies = [
  { currency: 'JPY', digits: 0 },
  { currency: 'CNY', digits: 2 },
  { currency: 'HUF', digits: 2 },
  { currency: 'IDR', digits: 2 },
  { currency: 'KWD', digits: 3 },
  { currency: 'CLF', digits: 4 },
] as const;

export interface Money {
  readonly currency: string;
  readonly digits: number;
  readonly temper: Temper;
}

/** The currency of a card and the size of its amounts. */
export const moneys: fc.Arbitrary<Money> = fc
  .tuple(fc.constantFrom(...currencies), fc.constantFrom<Temper>('round', 'fine', 'vast'))
  .map(([currency, temper]) => ({ ...currency, temper }));

/** Cards that load without an error; a card uses any part of the format. Their items are `item-0` and so on. */
export function cards({ currency, digits, temper }: Money): fc.Arbitrary<RateCardDocument> {
  return fc.array(items(temper), { minLength: 1, maxLength: 5 }).chain((drawn) => {
    const ids = drawn.map((_, at) => `item-${at}`);
    return fc
      .record(
        {
          currency: fc.constant(currency),
          version: words,
          title: words,
          title_en: words,
          prices: fc.constantFrom('tax-included', 'tax-excluded'),
          tax: fc.oneof(fc.constantFrom(...taxes), rates(30)),
          rounding: fc.constantFrom('half-up', 'half-even'),
          audience: fc.record(
            { daily: fc.integer({ min: 1 }), source: words, asOf: fc.constant('2016-10-01') },
            { requiredKeys: [] },
          ),
          surcharges: surcharges(temper, digits, ids),
          discounts: discounts(temper, digits, ids),
          policies: policies(temper, digits),
          approvals: bands,
          terms,
        },
        { requiredKeys: ['currency', 'version', 'title', 'prices', 'tax', 'surcharges', 'discounts'] },
      )
      .map((fields) => ({
        apiVersion: 'kanli/v1',
        kind: 'RateCard',
        id: 'random-card',
        platform: 'somewhere',
        timezone: 'Asia/Shanghai',
        valid: `${season.first}/${season.last}`,
        ...fields,
        ...inSections(
          drawn,
          (fields.approvals ?? []).map(({ by }) => by),
        ),
      }));
  });
}

function inSections(drawn: readonly DrawnItem[], roles: readonly string[]) {
  const sections: Partial<Record<Section, Record<string, ItemDocument>>> = {};
  for (const [at, { section, document, approval }] of drawn.entries()) {
    const role = approval === undefined ? undefined : roles[approval % Math.max(roles.length, 1)];
    const own = sections[section] ?? {};
    own[`item-${at}`] = role === undefined ? document : { ...document, approval: role };
    sections[section] = own;
  }
  return sections;
}
