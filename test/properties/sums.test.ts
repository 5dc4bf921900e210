import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { minor, priceDeal } from '../support/priced-deal.js';
import { deals } from '../support/random-deals.js';
import { runs } from '../support/runs.js';
import { brokenSums, printedAmounts } from '../support/sums.js';

/** The amount one minor unit higher, as it would be printed. */
function oneMore(amount: string): string {
  const digits = (amount.split('.')[1] ?? '').length;
  const units = minor(amount) + 1n;
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
  const point = text.length - digits;
  return `${units < 0n ? '-' : ''}${text.slice(0, point)}${digits === 0 ? '' : `.${text.slice(point)}`}`;
}

describe('a quote can be re-added by hand', () => {
  test('every sum comes out, sold or refused', () => {
    fc.assert(
      fc.property(deals, (deal) => {
        expect(brokenSums(priceDeal(deal))).toEqual([]);
      }),
      { numRuns: runs.numRuns * 2 },
    );
  });

  test('one unit more in any printed amount breaks a sum', () => {
    fc.assert(
      fc.property(deals, fc.nat(), (deal, place) => {
        const priced = priceDeal(deal);
        const draft = structuredClone(priced.draft);
        const amounts = printedAmounts(draft);
        const [row, key] = amounts[place % amounts.length] ?? [{}, ''];
        Object.assign(row, { [key]: oneMore(String(Reflect.get(row, key))) });
        expect([key, brokenSums({ ...priced, draft })]).toEqual([
          key,
          expect.arrayContaining([expect.any(String)]),
        ]);
      }),
      runs,
    );
  });
});
