import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allocate, minorUnits } from '../../src/index.js';
import { allocateMinor } from '../../src/money/allocate.js';
import { Exact } from '../support/oracle.js';
import { decimalText } from '../support/random-amounts.js';
import { manyRuns } from '../support/runs.js';

const amount = fc.bigInt(-(10n ** 15n), 10n ** 15n);
const currency = fc.constantFrom('JPY', 'CNY', 'KWD', 'CLF');

/** Largest remainder, ties to the earlier, by decimal.js. */
function allocatedByOracle(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((all, weight) => all.plus(weight.toString()), new Exact(0));
  const size = new Exact((total < 0n ? -total : total).toString());
  const cuts = weights.map((weight, at) => {
    const exactShare = size.times(weight.toString());
    return { at, floor: exactShare.divToInt(sum), cut: exactShare.mod(sum) };
  });
  const left = size.minus(cuts.reduce((all, { floor }) => all.plus(floor), new Exact(0)));
  const lucky = [...cuts].sort((a, b) => b.cut.comparedTo(a.cut) || a.at - b.at).slice(0, left.toNumber());
  return cuts.map((share) => {
    const units = BigInt(share.floor.plus(lucky.includes(share) ? 1 : 0).toFixed());
    return total < 0n ? -units : units;
  });
}

const weights = fc.array(fc.oneof(fc.bigInt(0n, 5n), fc.bigInt(0n, 10n ** 15n)), {
  minLength: 1,
  maxLength: 7,
});

describe('allocation, by decimal.js', () => {
  test('the same shares, and they add up', () => {
    fc.assert(
      fc.property(amount, weights, (total, by) => {
        fc.pre(by.some((weight) => weight > 0n));
        const shares = allocateMinor(total, by);
        expect(shares).toEqual(allocatedByOracle(total, by));
        expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(total);
      }),
      manyRuns,
    );
  });

  test('each share is within one unit of its exact share', () => {
    fc.assert(
      fc.property(amount, weights, (total, by) => {
        fc.pre(by.some((weight) => weight > 0n));
        const sum = by.reduce((all, weight) => all + weight, 0n);
        for (const [at, share] of allocateMinor(total, by).entries()) {
          const off = share * sum - total * (by[at] ?? 0n);
          expect(-sum < off && off < sum).toBe(true);
        }
      }),
      manyRuns,
    );
  });

  test('weights of any fineness, and a currency', () => {
    fc.assert(
      fc.property(
        amount,
        weights,
        fc.array(fc.nat(6), { minLength: 7, maxLength: 7 }),
        currency,
        (total, by, fineness, code) => {
          fc.pre(by.some((weight) => weight > 0n));
          const digits = minorUnits(code);
          const text = (units: bigint) =>
            `${units < 0n ? '-' : ''}${decimalText(units < 0n ? -units : units, digits)}`;
          const fine = by.map((weight, at) => decimalText(weight, fineness[at] ?? 0));
          const common = by.map((weight, at) => weight * 10n ** BigInt(6 - (fineness[at] ?? 0)));
          const expected = allocatedByOracle(total, common).map((share) =>
            new Exact(text(share)).toFixed(digits),
          );
          expect(allocate(text(total), fine, code)).toEqual(expected);
        },
      ),
      manyRuns,
    );
  });

  test('nothing is spread over nothing, and nothing else is', () => {
    expect(allocateMinor(0n, [0n, 0n])).toEqual([0n, 0n]);
    expect(() => allocateMinor(1n, [0n, 0n])).toThrow(RangeError);
    expect(() => allocateMinor(1n, [2n, -1n])).toThrow(RangeError);
    expect(() => allocateMinor(1n, [])).toThrow(RangeError);
  });
});
