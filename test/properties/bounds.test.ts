import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LineDocument } from '../../src/documents/package.js';
import type { PoliciesDocument } from '../../src/documents/ratecard.js';
import { loadPackage, loadRateCard, priceQuote } from '../../src/index.js';
import { minor, priceDeal } from '../support/priced-deal.js';
import type { RandomDeal } from '../support/random-deals.js';
import { season } from '../support/random-rules.js';
import { fewRuns } from '../support/runs.js';
import { smallDeal } from '../support/small-deal.js';

const yen = fc.integer({ min: 2, max: 10 ** 9 });
const quantity = fc.integer({ min: 2, max: 900 });
const day = '2016-11-11';

/** One line of a post in yen. */
function posts(
  price: number,
  line: Partial<LineDocument>,
  card: Parameters<typeof smallDeal>[0] = {},
): RandomDeal {
  return smallDeal(
    { placements: { post: { title: '贴', per: 'post', price: `${price}` } }, ...card },
    { lines: [{ item: 'post', dates: [day], ...line }] },
  );
}

const codesOf = (deal: RandomDeal) => priceDeal(deal).problems.map(({ code }) => code);
const payable = (deal: RandomDeal) => minor(priceDeal(deal).draft.totals.payable);

describe('a bound is met at the bound itself', () => {
  test('the minimum spend', () => {
    fc.assert(
      fc.property(yen, (price) => {
        const spend = (min: number): PoliciesDocument => ({ minimumSpend: { min: `${min}` } });
        expect(codesOf(posts(price, {}, { policies: spend(price) }))).toEqual([]);
        expect(codesOf(posts(price, {}, { policies: spend(price + 1) }))).toEqual(['policy-min']);
      }),
      fewRuns,
    );
  });

  test('the minimum of an item, over all its lines', () => {
    fc.assert(
      fc.property(yen, quantity, (price, units) => {
        const item = (minimum: number) => ({
          placements: {
            post: { title: '贴', per: 'post' as const, price: `${price}`, minimum: `${minimum}` },
          },
        });
        expect(codesOf(posts(price, { quantity: units }, item(units)))).toEqual([]);
        expect(codesOf(posts(price, { quantity: units }, item(units + 1)))).toEqual(['under-minimum']);
        expect(codesOf(posts(price, { quantity: units, bonus: true }, item(units + 1)))).toEqual([]);
      }),
      fewRuns,
    );
  });

  test('the step of a price, in units', () => {
    fc.assert(
      fc.property(yen, quantity, (price, units) => {
        const breaks = [
          { from: '0', price: `${price}` },
          { from: `${units}`, price: '1' },
        ];
        const card = { placements: { post: { title: '贴', per: 'post' as const, breaks } } };
        expect(payable(posts(price, { quantity: units }, card))).toBe(BigInt(units));
        expect(payable(posts(price, { quantity: units - 1 }, card))).toBe(BigInt(price) * BigInt(units - 1));
      }),
      fewRuns,
    );
  });

  test('the step of a discount, by gross', () => {
    fc.assert(
      fc.property(yen, (price) => {
        const tiers = (from: number) => [
          { from: '0', rate: '0%' },
          { from: `${from}`, rate: '100%' },
        ];
        const volume = (from: number) => ({
          discounts: [{ id: 'volume', title: '量', mode: 'threshold' as const, tiers: tiers(from) }],
        });
        expect(payable(posts(price, {}, volume(price)))).toBe(0n);
        expect(payable(posts(price, {}, volume(price + 1)))).toBe(BigInt(price));
      }),
      fewRuns,
    );
  });

  test('the first and the last day of a card, and the day it is judged on', () => {
    const sold = (dates: string[], asOf: string) => {
      const { card, pack } = posts(100, { dates });
      const [readCard, readPack] = [loadRateCard(JSON.stringify(card)), loadPackage(JSON.stringify(pack))];
      if (!readCard.ok || !readPack.ok) throw new Error('not sound');
      return priceQuote(readPack.value, readCard.value, { asOf }).problems.map(({ code }) => code);
    };
    expect(sold([season.first, season.last], season.first)).toEqual([]);
    expect(sold([season.last], season.last)).toEqual([]);
    expect(sold([day], '2016-11-12')).toEqual(['date-before-as-of']);
    expect(sold(['2016-10-23', '2016-11-14'], '2016-10-01')).toEqual(['date-outside-card']);
  });

  test('the bound of an approver, and the floor of an item', () => {
    fc.assert(
      fc.property(yen, fc.integer({ min: 1, max: 99 }), (price, percent) => {
        const approvals = [
          { upTo: `${percent}%`, by: 'sales' },
          { upTo: '100%', by: 'board' },
        ];
        const needs = (discount: number, floor: string) =>
          priceDeal(
            posts(
              price,
              { discount: `${discount}%` },
              {
                approvals,
                placements: { post: { title: '贴', per: 'post', price: `${price}00`, floor } },
              },
            ),
          ).draft.approval;
        expect(needs(percent, '0').required).toBe('sales');
        expect(needs(percent + 1, '0').required).toBe('board');
        expect(needs(percent, `${price * (100 - percent)}`).required).toBe('sales');
        expect(needs(percent, `${price * (100 - percent) + 1}`).required).toBe('board');
      }),
      fewRuns,
    );
  });
});
