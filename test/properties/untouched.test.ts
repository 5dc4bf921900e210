import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type {
  DiscountDocument,
  ItemDocument,
  RateCardDocument,
  SurchargeDocument,
} from '../../src/documents/ratecard.js';
import { sections } from '../../src/documents/words.js';
import { priceDeal } from '../support/priced-deal.js';
import { deals } from '../support/random-deals.js';
import { fewRuns } from '../support/runs.js';

const newcomer: ItemDocument = {
  title: '新来',
  per: 'each',
  price: '123.45',
  tax: '99%',
  floor: '100',
  nature: 'hard',
};

/** Conditions that no line of the random deals meets. */
const unmet = fc.constantFrom<NonNullable<DiscountDocument['when']>>(
  { items: ['newcomer'] },
  { tiers: ['nobody'] },
  { categories: ['nothing'] },
  { options: ['none'] },
  { dates: ['2016-10-23'] },
  { leadDaysOver: 1000 },
  { leadDaysUnder: 0 },
);

const group = fc.constantFrom('season', 'loyalty', 'new');

const surcharge: fc.Arbitrary<SurchargeDocument> = fc.record(
  {
    id: fc.constant('new-surcharge'),
    title: fc.constant('新'),
    rate: fc.constant('300%'),
    group,
    when: unmet,
  },
  { requiredKeys: ['id', 'title', 'rate', 'when'] },
);

const discount: fc.Arbitrary<DiscountDocument> = fc.oneof(
  fc.record(
    {
      id: fc.constant('new-discount'),
      title: fc.constant('新'),
      rate: fc.constant('100%'),
      group,
      when: unmet,
    },
    { requiredKeys: ['id', 'title', 'rate', 'when'] },
  ),
  fc.record(
    {
      id: fc.constant('new-discount'),
      title: fc.constant('新'),
      rate: fc.constant('100%'),
      group,
      requires: fc.constantFrom<NonNullable<DiscountDocument['requires']>>(
        [{ item: 'newcomer', spots: 1 }],
        [{ tag: 'untold', spots: 1 }],
      ),
    },
    { requiredKeys: ['id', 'title', 'rate', 'requires'] },
  ),
);

function inserted<T>(list: readonly T[] | undefined, entry: T, place: number): T[] {
  const longer = [...(list ?? [])];
  longer.splice(place % (longer.length + 1), 0, entry);
  return longer;
}

describe('what no line of the package touches', () => {
  test('new items and rules change no amount, figure or approval', () => {
    fc.assert(
      fc.property(
        deals,
        fc.record({ surcharge, discount, place: fc.nat(4), section: fc.constantFrom(...sections) }),
        ({ card, pack }, more) => {
          const longer: RateCardDocument = {
            ...card,
            [more.section]: { ...card[more.section], newcomer },
            surcharges: inserted(card.surcharges, more.surcharge, more.place),
            discounts: inserted(card.discounts, more.discount, more.place),
          };
          const { rateCard: _before, ...before } = priceDeal({ card, pack }).draft;
          const { rateCard: _after, ...after } = priceDeal({ card: longer, pack }).draft;
          expect(after).toEqual(before);
        },
      ),
      fewRuns,
    );
  });
});
