import { describe, expect, test } from '@jest/globals';
import { roundMoney } from '../../src/index.js';
import { type Published, readVectors } from './read-vectors.js';

type Mode = NonNullable<Parameters<typeof roundMoney>[2]>;
type Vector = readonly [amount: string, mode: Mode, result: string];

interface Rounding {
  readonly tables: readonly (Published & { modes: readonly Mode[]; rows: readonly (readonly string[])[] })[];
  readonly lists: readonly (Published & { rows: readonly Vector[] })[];
}

const { tables, lists } = readVectors<Rounding>('rounding.json');

const sources = [
  ...lists,
  ...tables.map(({ modes, rows, ...published }) => ({
    ...published,
    rows: rows.flatMap(([amount = '', ...results]) =>
      modes.map((mode, i): Vector => [amount, mode, results[i] ?? 'no result']),
    ),
  })),
];

/** The number with its point moved `places` to the left: what was whole ends in that many decimals. */
function shifted(number: string, places: number): string {
  const minus = number.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = number.slice(minus.length).split('.');
  const digits = whole.padStart(places + 1, '0');
  const point = digits.length - places;
  const decimals = digits.slice(point) + fraction;
  return `${minus}${digits.slice(0, point)}${decimals === '' ? '' : `.${decimals}`}`;
}

const currencies = [
  { currency: 'JPY', places: 0 },
  { currency: 'CNY', places: 2 },
  { currency: 'KWD', places: 3 },
  { currency: 'CLF', places: 4 },
];

/** What is rounded to nothing carries no minus here. */
const unsignedZero = (text: string): string => text.replace(/^-(?=[0.]+$)/, '');

describe('rounding as other projects publish it', () => {
  describe.each(currencies)('moved to the minor unit of $currency', ({ currency, places }) => {
    test.each(sources)('$project: $file', ({ rows }) => {
      const wrong = rows.filter(
        ([amount, mode, result]) =>
          roundMoney(shifted(amount, places), currency, mode) !== unsignedZero(shifted(result, places)),
      );
      expect(wrong).toEqual([]);
    });
  });

  test('every mode is tried on hundreds of amounts', () => {
    const tried = new Map<Mode, number>();
    for (const { rows } of sources) for (const [, mode] of rows) tried.set(mode, (tried.get(mode) ?? 0) + 1);
    expect(new Set(tried.keys())).toEqual(
      new Set(['ceiling', 'down', 'floor', 'half-down', 'half-even', 'half-up', 'up']),
    );
    expect(Math.min(...tried.values())).toBeGreaterThanOrEqual(64);
  });

  test('without a mode the half goes up, away from zero', () => {
    const halfUp = sources.flatMap(({ rows }) => rows.filter(([, mode]) => mode === 'half-up'));
    for (const [amount, , result] of halfUp) expect(roundMoney(amount, 'JPY')).toBe(result);
  });

  test('moving the point is exact', () => {
    expect(['12345.00001', '-0.5', '7', '-12'].map((number) => shifted(number, 3))).toEqual([
      '12.34500001',
      '-0.0005',
      '0.007',
      '-0.012',
    ]);
  });
});
