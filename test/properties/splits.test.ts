import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { priceDeal } from '../support/priced-deal.js';
import { deals } from '../support/random-deals.js';
import { runs } from '../support/runs.js';
import { isClose, splitsOf } from '../support/splits.js';

describe('amounts spread over lines, spots and instalments', () => {
  test('no share of a deal is a unit off its exact share', () => {
    fc.assert(
      fc.property(deals, (deal) => {
        expect(splitsOf(priceDeal(deal)).filter((split) => !isClose(split))).toEqual([]);
      }),
      runs,
    );
  });

  test('a share a whole unit off would be seen', () => {
    expect(isClose({ shares: [34n, 33n, 33n], weights: [1n, 1n, 1n] })).toBe(true);
    expect(isClose({ shares: [35n, 33n, 32n], weights: [1n, 1n, 1n] })).toBe(false);
  });
});
