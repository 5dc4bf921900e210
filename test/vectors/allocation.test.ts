import { describe, expect, test } from '@jest/globals';
import { allocate, minorUnits } from '../../src/index.js';
import { type Published, readVectors } from './read-vectors.js';

type Row = readonly [currency: string, total: string, weights: string[], shares: string[]];
type Source = Published & { readonly rows: readonly Row[] };

interface Allocation {
  readonly sameRule: readonly Source[];
  readonly otherRuleSameShares: readonly (Source & { rule: string })[];
  readonly otherRuleOtherShares: readonly (Source & { rule: string })[];
}

const { sameRule, otherRuleSameShares, otherRuleOtherShares } = readVectors<Allocation>('allocation.json');

/** Decimal text as a count of 10^-places; no share or weight of these vectors is finer. */
function units(text: string, places: number): bigint {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
}

/** Shares and exact shares of one row as counts of minor units, the exact ones times `sum`. */
function inUnits([currency, total, weights, shares]: Row) {
  const places = minorUnits(currency);
  const parts = shares.map((share) => units(share, places));
  const heavy = weights.map((weight) => units(weight, 6));
  return {
    whole: units(total, places),
    parts,
    sum: heavy.reduce((a, b) => a + b),
    exact: heavy.map((weight) => units(total, places) * weight),
  };
}

function addsUp(row: Row): boolean {
  const { whole, parts } = inUnits(row);
  return parts.reduce((a, b) => a + b) === whole;
}

/** Whether no share is a whole minor unit or more off its exact share. */
function staysClose(row: Row): boolean {
  const { parts, sum, exact } = inUnits(row);
  return parts.every((part, i) => {
    const off = part * sum - (exact[i] ?? 0n);
    return -sum < off && off < sum;
  });
}

const ours = ([currency, total, weights]: Row): Row => [
  currency,
  total,
  weights,
  allocate(total, weights, currency),
];

describe('allocation as other projects publish it', () => {
  test.each(sameRule)('$project gives the largest remainders what is left over, as we do', ({ rows }) => {
    expect(rows.map(ours)).toEqual(rows);
  });

  test.each(otherRuleSameShares)('$project: $rule, with the same shares as ours', ({ rows }) => {
    expect(rows.map(ours)).toEqual(rows);
  });

  describe.each(otherRuleOtherShares)('$project: $rule, with other shares than ours', ({ rows }) => {
    test('both splits add up, and no share of ours is a unit off the exact one', () => {
      for (const row of rows) {
        expect([row, addsUp(row), addsUp(ours(row)), staysClose(ours(row))]).toEqual([row, true, true, true]);
      }
    });

    test('ours is another split', () => {
      for (const row of rows) expect(ours(row)).not.toEqual(row);
    });
  });

  test('a split that loses a cent does not add up, and one that moves a cent too many is not close', () => {
    expect(addsUp(['CNY', '1.00', ['1', '1', '1'], ['0.33', '0.33', '0.33']])).toBe(false);
    expect(staysClose(['CNY', '1.00', ['1', '1', '1'], ['0.35', '0.33', '0.32']])).toBe(false);
  });
});
