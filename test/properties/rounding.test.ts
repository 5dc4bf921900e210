import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { minorUnits, roundMoney } from '../../src/index.js';
import { rateRatio } from '../../src/money/decimal.js';
import { takeRate } from '../../src/money/ratio.js';
import { divideRounded, roundingModes } from '../../src/money/rounding.js';
import { Exact, type OracleMode, oracleMode, part, whole } from '../support/oracle.js';
import { decimalText, rates } from '../support/random-amounts.js';
import { manyRuns } from '../support/runs.js';

const mode = fc.constantFrom<OracleMode>(...roundingModes);
const amount = fc.bigInt(-(10n ** 15n), 10n ** 15n);
const currency = fc.constantFrom('JPY', 'CNY', 'KWD', 'CLF');
const decimals = fc.nat(7);

describe('rounding, by decimal.js', () => {
  test('every mode is known to the oracle', () => {
    expect([...roundingModes].sort()).toEqual(Object.keys(oracleMode).sort());
  });

  test('a quotient', () => {
    fc.assert(
      fc.property(amount, fc.bigInt(1n, 10n ** 7n), mode, (n, d, how) => {
        expect(divideRounded(n, d, how)).toBe(whole(new Exact(n.toString()).div(d.toString()), how));
      }),
      manyRuns,
    );
  });

  test('a quotient on the half and a hair beside it', () => {
    fc.assert(
      fc.property(
        amount,
        fc.bigInt(1n, 10n ** 6n),
        fc.constantFrom(-1n, 0n, 1n),
        mode,
        (n, half, beside, how) => {
          const [over, under] = [(2n * n + 1n) * half + beside, 2n * half];
          expect(divideRounded(over, under, how)).toBe(
            whole(new Exact(over.toString()).div(under.toString()), how),
          );
        },
      ),
      manyRuns,
    );
  });

  test('a rate of an amount', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 15n), rates(1000), mode, (of, rate, how) => {
        expect(takeRate(of, rateRatio(rate), how)).toBe(part(of, rate, how));
      }),
      manyRuns,
    );
  });

  test('an amount of a currency', () => {
    fc.assert(
      fc.property(amount, decimals, currency, mode, (units, places, code, how) => {
        const text = `${units < 0n ? '-' : ''}${decimalText(units < 0n ? -units : units, places)}`;
        const digits = minorUnits(code);
        const rounded = new Exact(text).toDecimalPlaces(digits, oracleMode[how]);
        expect(roundMoney(text, code, how)).toBe(
          (rounded.isZero() ? rounded.abs() : rounded).toFixed(digits),
        );
      }),
      manyRuns,
    );
  });
});
