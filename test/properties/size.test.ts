import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Draft } from '../../src/documents/quote.js';
import { type PricedDeal, priceDeal } from '../support/priced-deal.js';
import type { Temper } from '../support/random-amounts.js';
import { dealsIn, type RandomDeal } from '../support/random-deals.js';
import { fewRuns, runs } from '../support/runs.js';
import { scaled } from '../support/scaled-deals.js';
import { smallDeal } from '../support/small-deal.js';

type Amounts = Pick<Draft, 'lines' | 'totals' | 'figures' | 'instalments'>;

const codes = (list: readonly { readonly code: string; readonly path: string }[]) =>
  list.map(({ code, path }) => [code, path]);

/** What a deal comes to, its amounts (text with so many decimals) rewritten; ratios and units stay as they are. */
function outcome({ draft }: PricedDeal, decimals: number, rewrite: (amount: string) => string) {
  const isAmount = new RegExp(decimals === 0 ? '^-?\\d+$' : `^-?\\d+\\.\\d{${decimals}}$`);
  const apart = [
    'units',
    'taxRate',
    'rate',
    'share',
    'trueDiscount',
    'listMultiple',
    'bonusRatio',
    'hardAdShare',
    'viewerBenefitShare',
  ];
  const { lines, totals, figures, instalments, approval, diagnostics } = draft;
  const amounts = JSON.stringify(
    { lines, totals, figures, instalments } satisfies Amounts,
    (key, value: unknown) =>
      typeof value === 'string' && !apart.includes(key) && isAmount.test(value) ? rewrite(value) : value,
  );
  return {
    amounts: JSON.parse(amounts) as Amounts,
    approval: [approval.required, codes(approval.reasons)],
    problems: codes(diagnostics),
  };
}

describe('the minor unit', () => {
  test.each<Temper>(['round', 'fine', 'vast'])(
    'a deal in dinars comes to as many thousandths as the same deal in yen comes to yen: %s amounts',
    (temper) => {
      fc.assert(
        fc.property(dealsIn({ currency: 'KWD', digits: 3, temper }), (dinars) => {
          const { card, pack } = scaled(dinars, '1000');
          const yen = priceDeal({ card: { ...card, currency: 'JPY' }, pack });
          const inThousandths = (amount: string) => BigInt(amount.replace('.', '')).toString();
          expect(outcome(yen, 0, (amount) => amount)).toEqual(outcome(priceDeal(dinars), 3, inThousandths));
        }),
        fewRuns,
      );
    },
  );
});

const percent = fc.nat(60).map((points) => `${points}%`);
const millionMillions = '000000000000';

/** Deals in yen below 2^53 in which nothing is ever rounded: prices end in 12 zeros, rates are whole percents. */
const evenDeals: fc.Arbitrary<RandomDeal> = fc
  .record({
    lines: fc.constantFrom(1, 2, 4, 5, 8, 10),
    price: fc.integer({ min: 1, max: 90 }).map((count) => `${count}${millionMillions}`),
    rates: fc.record({
      surcharge: percent,
      card: percent,
      line: percent,
      deal: percent,
      agency: percent,
      tax: percent,
    }),
    graduated: fc.boolean(),
    off: fc.constantFrom('0', `40${millionMillions.slice(2)}`),
    spend: fc.integer({ min: 1, max: 900 }).map((count) => `${count}${millionMillions}`),
  })
  .map(({ lines, price, rates, graduated, off, spend }) =>
    smallDeal(
      {
        prices: 'tax-excluded',
        tax: rates.tax,
        slots: { hour: { title: '时段', per: 'hour', price, floor: price, nature: 'hard' } },
        surcharges: [{ id: 'season', title: '旺季', rate: rates.surcharge }],
        discounts: [
          {
            id: 'volume',
            title: '量折',
            tiers: [
              { from: '0', rate: '0%' },
              { from: `20${millionMillions}`, rate: rates.card },
            ],
            mode: graduated ? 'graduated' : 'threshold',
          },
        ],
        policies: { minimumSpend: { min: spend, level: 'warning' } },
        approvals: [
          { upTo: '50%', by: 'sales' },
          { upTo: '100%', by: 'board' },
        ],
      },
      {
        agency: { name: '代理', commission: rates.agency },
        lines: Array.from({ length: lines }, () => ({
          item: 'hour',
          dates: ['2016-11-11'],
          time: '20:00-21:00',
          discount: rates.line,
        })),
        deal: { discount: rates.deal, off },
      },
    ),
  );

describe('amounts beyond 2^53', () => {
  test('a deal a thousand million times as large comes to nine zeros more, everywhere', () => {
    fc.assert(
      fc.property(evenDeals, (deal) => {
        const small = priceDeal(deal);
        const large = priceDeal(scaled(deal, '1000000000'));
        const nineZeros = (amount: string) => (amount === '0' ? '0' : `${amount}000000000`);
        expect(BigInt(small.draft.totals.gross) < 2n ** 53n).toBe(true);
        expect(BigInt(large.draft.totals.gross) > 2n ** 53n).toBe(true);
        expect(outcome(large, 0, (amount) => amount)).toEqual(outcome(small, 0, nineZeros));
      }),
      runs,
    );
  });
});
