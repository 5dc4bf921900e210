import { describe, expect, test } from '@jest/globals';
import { minorUnits } from '../../src/index.js';
import { currencyCodes, currencySymbol, isCurrency } from '../../src/money/currency.js';
import { type Published, readVectors } from './read-vectors.js';

interface Iso4217 {
  readonly sources: readonly (Published & {
    digits: Readonly<Record<string, string>>;
    retired: string;
    withoutMinorUnit: string;
  })[];
  readonly fewerDecimalsInCldr: string;
}

const { sources, fewerDecimalsInCldr } = readVectors<Iso4217>('iso4217.json');

const list = (codes: string): string[] => codes.split(' ').filter((code) => code !== '');

const rows = (digits: Readonly<Record<string, string>>): [string, number][] =>
  Object.entries(digits).flatMap(([places, codes]) =>
    list(codes).map((code): [string, number] => [code, Number(places)]),
  );

describe('ISO 4217 as other projects publish it', () => {
  test.each(sources)('$project has the same decimals', ({ digits }) => {
    expect(rows(digits).map(([code]) => [code, minorUnits(code)])).toEqual(rows(digits));
  });

  test.each(sources)(
    'what $project has without a minor unit, or had before ISO retired it, is no currency here',
    ({ retired, withoutMinorUnit }) => {
      for (const code of list(`${retired} ${withoutMinorUnit}`)) {
        expect(isCurrency(code)).toBe(false);
        expect(() => minorUnits(code)).toThrow(new RegExp(`: ${code}$`));
      }
    },
  );

  test('together they have every code of ours, and we have every code of theirs', () => {
    const theirs = new Set(sources.flatMap(({ digits }) => rows(digits).map(([code]) => code)));
    expect(currencyCodes()).toEqual([...theirs].sort());
    expect(currencyCodes().every(isCurrency)).toBe(true);
  });

  test('where CLDR shows no decimals to everyday readers, ISO counts them', () => {
    for (const code of list(fewerDecimalsInCldr)) expect(minorUnits(code)).toBe(code === 'IQD' ? 3 : 2);
  });

  test.each(['', 'cny', 'CN', 'CNYY', ' CNY', 'RMB', '人民币', 'constructor', '__proto__'])(
    '"%s" is no code',
    (code) => {
      expect(isCurrency(code)).toBe(false);
      expect(() => minorUnits(code)).toThrow(RangeError);
    },
  );

  test('the list of codes cannot be changed by who reads it', () => {
    expect(Object.isFrozen(currencyCodes())).toBe(true);
  });

  test('a sign names one currency, and a currency without one shows its code', () => {
    const signs = currencyCodes().map(currencySymbol);
    expect(new Set(signs).size).toBe(signs.length);
    expect(['CNY', 'USD', 'JPY', 'CHF'].map(currencySymbol)).toEqual(['¥', 'US$', 'JP¥', 'CHF']);
  });
});
