import fc from 'fast-check';
import type { PoliciesDocument, RateCardDocument } from '../../src/documents/ratecard.js';
import type { Terms } from '../../src/documents/terms.js';
import { amounts, rates, type Temper } from './random-amounts.js';

const shares = fc.constantFrom(
  ['100%'],
  ['30%', '70%'],
  ['33.3%', '33.3%', '33.4%'],
  ['0%', '12.34567%', '87.65433%'],
);
const dues = fc.array(
  fc.constantFrom('signing', 'signing+5d', 'first-air-3d', 'last-air+30d', '2016-12-01'),
  {
    minLength: 3,
    maxLength: 3,
  },
);

/** Terms of trade, on a card or in a package. */
export const terms: fc.Arbitrary<Terms> = fc.record(
  {
    hold: fc.constantFrom('48h', '7d'),
    quoteValid: fc.constantFrom('14d', '72h'),
    deadline: fc.constantFrom('2h', '3d'),
    instalments: fc
      .tuple(shares, dues)
      .map(([parts, due]) => parts.map((share, at) => ({ share, due: due[at] ?? 'signing' }))),
    cancellation: fc.tuple(rates(100), rates(100)).map(([early, late]) => [
      { daysBefore: 30, fee: early },
      { daysBefore: 0, fee: late },
    ]),
    lateFee: fc.record(
      {
        rate: rates(5),
        per: fc.constantFrom('day', 'week', 'month'),
        grace: fc.constantFrom('3d', '12h'),
        cap: rates(200),
      },
      { requiredKeys: ['rate', 'per'] },
    ),
  },
  { requiredKeys: [] },
);

/** Most bounds only warn, so that most deals can still be sold. */
const level = fc.oneof(
  { weight: 6, arbitrary: fc.constant('warning' as const) },
  { weight: 1, arbitrary: fc.constant('error' as const) },
);

function bounded(most: number) {
  return fc
    .record({ low: rates(40), high: fc.integer({ min: 41, max: most }), level }, { requiredKeys: ['level'] })
    .map(({ low, high, ...rest }) => ({
      ...(low === undefined ? {} : { min: low }),
      ...(high === undefined ? {} : { max: `${high}%` }),
      ...rest,
    }));
}

export function policies(temper: Temper, digits: number): fc.Arbitrary<PoliciesDocument> {
  return fc.record(
    {
      hardAdShare: bounded(100),
      viewerBenefitShare: bounded(100),
      bonusRatio: bounded(300),
      trueDiscount: bounded(100),
      commission: fc.record({ max: rates(100), level }, { requiredKeys: ['max', 'level'] }),
      minimumSpend: fc.record({ min: amounts(temper, digits), level }, { requiredKeys: ['min', 'level'] }),
    },
    { requiredKeys: [] },
  );
}

const roles = ['sales', '总监', 'board'];

/** One to three bands; the last mostly lets every discount through. */
export const bands: fc.Arbitrary<NonNullable<RateCardDocument['approvals']>> = fc
  .oneof(
    { weight: 5, arbitrary: fc.constantFrom(['100%'], ['10%', '100%'], ['0%', '25.5%', '100%']) },
    { weight: 1, arbitrary: fc.constant(['20%', '60%']) },
  )
  .map((limits) => limits.map((upTo, at) => ({ upTo, by: roles[at] ?? 'board' })));
