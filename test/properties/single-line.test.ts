import { describe, expect, test } from '@jest/globals';
import type { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { clockText } from '../../src/calendar/clock.js';
import { minorUnits } from '../../src/money/currency.js';
import { Exact, exact, type OracleMode, part, whole } from '../support/oracle.js';
import { minor, priceDeal } from '../support/priced-deal.js';
import { decimalText, rates, type Temper, unitPrices } from '../support/random-amounts.js';
import type { RandomDeal } from '../support/random-deals.js';
import { runs } from '../support/runs.js';
import { smallDeal } from '../support/small-deal.js';

/** A deal of one line, in words a calculator needs. */
const sums = fc.record({
  currency: fc.constantFrom('JPY', 'CNY', 'KWD', 'CLF'),
  mode: fc.constantFrom<'half-up' | 'half-even'>('half-up', 'half-even'),
  taxIncluded: fc.boolean(),
  price: fc.constantFrom<Temper>('round', 'fine', 'vast').chain(unitPrices),
  minutes: fc.integer({ min: 1, max: 600 }),
  quantity: fc.integer({ min: 1, max: 9999 }),
  overtime: fc.tuple(unitPrices('vast'), fc.integer({ min: 1, max: 120 })),
  surcharges: fc.array(fc.record({ rate: rates(300), running: fc.boolean() }), { maxLength: 3 }),
  discounts: fc.array(rates(100), { maxLength: 3 }),
  line: rates(100),
  deal: rates(100),
  agency: rates(100),
  tax: rates(150),
});

type Sums = typeof sums extends fc.Arbitrary<infer S> ? S : never;

const included = 60;

function dealOf(given: Sums): RandomDeal {
  const [overtime, per] = given.overtime;
  const rule = (kind: string, at: number) => ({ id: `${kind}-${at}`, title: kind });
  return smallDeal(
    {
      currency: given.currency,
      prices: given.taxIncluded ? 'tax-included' : 'tax-excluded',
      tax: given.tax,
      rounding: given.mode,
      celebrities: {
        star: {
          title: '专场',
          per: 'session',
          price: given.price,
          included: `${included}min`,
          overtime: { price: overtime, per: `${per}min` },
        },
      },
      surcharges: given.surcharges.map(({ rate, running }, at) => ({
        ...rule('surcharge', at),
        rate,
        on: running ? ('running' as const) : ('list' as const),
      })),
      discounts: given.discounts.map((rate, at) => ({ ...rule('discount', at), rate })),
    },
    {
      agency: { name: '代理', commission: given.agency, settle: 'net' },
      lines: [
        {
          item: 'star',
          dates: ['2016-11-11'],
          time: `10:00-${clockText(600 + given.minutes)}`,
          quantity: given.quantity,
          discount: given.line,
        },
      ],
      deal: { discount: given.deal },
    },
  );
}

/** The same deal by decimal.js: list, gross, amount, net, tax and payable in minor units. */
function byOracle(given: Sums): bigint[] {
  const scale = new Exact(10).pow(minorUnits(given.currency));
  const mode: OracleMode = given.mode;
  const [overtimePrice, per] = given.overtime;
  const begun = new Exact(Math.max(given.minutes - included, 0)).div(per).ceil();
  const cost = (price: string, units: Decimal | number) =>
    whole(exact(price).times(units).times(given.quantity).times(scale), mode);
  const list = cost(given.price, 1) + cost(overtimePrice, begun);
  const gross = given.surcharges.reduce(
    (running, { rate, running: onRunning }) => running + part(onRunning ? running : list, rate, mode),
    list,
  );
  const amount = [...given.discounts, given.line, given.deal, given.agency].reduce(
    (running, rate) => running - part(running, rate, mode),
    gross,
  );
  const net = given.taxIncluded
    ? whole(new Exact(amount.toString()).div(exact(given.tax).plus(1)), mode)
    : amount;
  const tax = given.taxIncluded ? amount - net : part(amount, given.tax, mode);
  return [list, gross, amount, net, tax, net + tax];
}

describe('a line worked out by decimal.js', () => {
  test('comes to the same amounts at every step, of any size', () => {
    let large = 0;
    fc.assert(
      fc.property(sums, (given) => {
        const line = priceDeal(dealOf(given)).draft.lines[0];
        if (line === undefined) throw new Error('a quote without its line');
        const { list, gross, amount, net, tax, payable } = line;
        if (minor(gross) > 2n ** 53n) large += 1;
        expect([list, gross, amount, net, tax, payable].map(minor)).toEqual(byOracle(given));
      }),
      runs,
    );
    expect(large).toBeGreaterThan(runs.numRuns / 10);
  });

  test('half a cent is half a cent at any size', () => {
    const half = (whole: bigint) => ({ price: decimalText(whole * 10n + 5n, 3), list: whole });
    for (const size of [1n, 10n ** 6n, 10n ** 15n, 10n ** 24n]) {
      for (const mode of ['half-up', 'half-even'] as const) {
        for (const cents of [size * 2n, size * 2n + 1n]) {
          const { price, list } = half(cents);
          const { card, pack } = dealOf({
            currency: 'CNY',
            mode,
            taxIncluded: true,
            price,
            minutes: 60,
            quantity: 1,
            overtime: ['0', 1],
            surcharges: [],
            discounts: [],
            line: '0%',
            deal: '0%',
            agency: '0%',
            tax: '0%',
          });
          const up = mode === 'half-up' || cents % 2n === 1n ? 1n : 0n;
          expect(minor(priceDeal({ card, pack }).draft.totals.list)).toBe(list + up);
        }
      }
    }
  });
});
