import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toChineseCapitals } from '../../src/index.js';
import { readCapitals } from './capitals-reader.js';

const yuanText = (fen: bigint): string => {
  const digits = fen.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

const anyAmount = fc.bigInt({ min: 0n, max: 10n ** 22n - 1n });

/** Amounts up to 10^20 yuan that are mostly zeros: that is where 零 goes wrong. */
const sparseAmount = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(9) }), {
    minLength: 1,
    maxLength: 22,
  })
  .map((digits) => BigInt(digits.join('')));

const amount = fc.oneof(anyAmount, sparseAmount);
const runs = { numRuns: 5000 };

/** Holds of every amount in capitals, whatever its number. */
function breach(capitals: string): string | undefined {
  if (/零零/u.test(capitals)) return 'two 零 in a row';
  if (capitals.endsWith('零')) return 'ends in 零';
  if (capitals !== '零元整' && capitals.startsWith('零')) return 'begins with 零';
  if (/零[万亿拾佰仟角分整]/u.test(capitals)) return '零 before a unit';
  if (/(?<![壹贰叁肆伍陆柒捌玖])[拾佰仟角分]/u.test(capitals)) return 'a unit that nothing counts';
  if (/[壹贰叁肆伍陆柒捌玖]{2}/u.test(capitals)) return 'two numerals without a unit';
  if (/[^零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]/u.test(capitals)) return 'a character of no amount';
  if (/亿万|万万/u.test(capitals)) return 'a unit counted by a smaller one';
  if (capitals.endsWith('整') !== capitals.endsWith('元整')) return '整 after something else than 元';
  if (capitals.endsWith('元')) return '元 without 整';
  return undefined;
}

describe('amounts in capitals', () => {
  test('an independent reader gets the number back', () => {
    fc.assert(
      fc.property(amount, (fen) => {
        expect(readCapitals(toChineseCapitals(yuanText(fen)))).toBe(fen);
      }),
      runs,
    );
  });

  test('every amount below 1000 yuan reads back, and no two are written alike', () => {
    const written = new Set<string>();
    for (let fen = 0n; fen < 100_000n; fen++) {
      const capitals = toChineseCapitals(yuanText(fen));
      if (readCapitals(capitals) !== fen || breach(capitals) !== undefined)
        throw new Error(`${fen}: ${capitals}`);
      written.add(capitals);
    }
    expect(written.size).toBe(100_000);
  });

  test('零, units and 整 stand only where they may', () => {
    fc.assert(
      fc.property(amount, (fen) => {
        expect(breach(toChineseCapitals(yuanText(fen)))).toBeUndefined();
      }),
      runs,
    );
  });

  test('整 ends exactly the amounts in whole yuan', () => {
    fc.assert(
      fc.property(amount, (fen) => {
        expect(toChineseCapitals(yuanText(fen)).endsWith('整')).toBe(fen % 100n === 0n);
      }),
      runs,
    );
  });

  test('零 stands after 元 wherever 角 is 0 and 分 is not', () => {
    fc.assert(
      fc.property(amount, fc.bigInt({ min: 1n, max: 9n }), (yuan, fen) => {
        fc.pre(yuan > 0n);
        expect(toChineseCapitals(yuanText(yuan * 100n + fen))).toMatch(/元零.分$/u);
      }),
      runs,
    );
  });

  test('decimals that are zeros change nothing', () => {
    fc.assert(
      fc.property(amount, (yuan) => {
        const capitals = toChineseCapitals(`${yuan}`);
        expect([toChineseCapitals(`${yuan}.0`), toChineseCapitals(`${yuan}.00`)]).toEqual([
          capitals,
          capitals,
        ]);
      }),
      runs,
    );
  });

  test.each([
    '壹佰零零壹元整',
    '零伍角',
    '壹拾元',
    '拾元整',
    '壹贰元整',
    '壹万万亿元整',
    '伍角整',
    '壹零拾元整',
  ])('the rules above would catch %s', (capitals) => {
    expect(breach(capitals)).toBeDefined();
  });

  test.each(['', '整', '人民币壹元整', '壹元伍分伍角', '壹拾佰元整', '万元整', '壹元整x', '五元整'])(
    'the reader refuses "%s"',
    (capitals) => {
      expect(() => readCapitals(capitals)).toThrow(Error);
    },
  );
});
