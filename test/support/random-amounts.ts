import fc from 'fast-check';

/** What the money of a card looks like: whole thousands, fractions of a cent, or sums no double can hold. */
export type Temper = 'round' | 'fine' | 'vast';

/** An integer count of 10^-decimals as plain decimal text. */
export function decimalText(units: bigint, decimals: number): string {
  const digits = units.toString().padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const fraction = digits.slice(point).replace(/0+$/, '');
  return fraction === '' ? digits.slice(0, point) : `${digits.slice(0, point)}.${fraction}`;
}

export type WrittenForm = 'plain' | 'commas' | '万' | '亿';

/** The same number as people write it: `1200000.5`, `1,200,000.5`, `120.00005万`. */
export function written(units: bigint, decimals: number, form: WrittenForm): string {
  if (form === '万') return `${decimalText(units, decimals + 4)}万`;
  if (form === '亿') return `${decimalText(units, decimals + 8)}亿`;
  const plain = decimalText(units, decimals);
  if (form === 'plain') return plain;
  const [whole = '', ...fraction] = plain.split('.');
  return [whole.replaceAll(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.');
}

export const writtenForms = fc.constantFrom<WrittenForm>('plain', 'plain', 'commas', '万', '亿');

const countOf: Readonly<Record<Temper, (decimals: number) => fc.Arbitrary<bigint>>> = {
  round: (decimals) => fc.bigInt(0n, 900n).map((thousands) => thousands * 10n ** BigInt(3 + decimals)),
  fine: (decimals) => fc.bigInt(0n, 10n ** BigInt(3 + decimals)),
  vast: (decimals) => fc.bigInt(0n, 10n ** BigInt(20 + decimals)),
};

/** An amount with at most so many decimals, in any form a file may use. */
export function amounts(temper: Temper, decimals: number): fc.Arbitrary<string> {
  return fc
    .tuple(countOf[temper](decimals), writtenForms)
    .map(([units, form]) => written(units, decimals, form));
}

/** Unit prices may be finer than any minor unit. */
export function unitPrices(temper: Temper): fc.Arbitrary<string> {
  return amounts(temper, 5);
}

/** A rate of at most `most` percent, most often in whole percent, at times to 7 places of a percent. */
export function rates(most: number): fc.Arbitrary<string> {
  return fc
    .oneof(
      { weight: 3, arbitrary: fc.tuple(fc.bigInt(0n, BigInt(most)), fc.constant(0)) },
      { weight: 2, arbitrary: fc.tuple(fc.bigInt(0n, BigInt(most) * 10n), fc.constant(1)) },
      { weight: 1, arbitrary: fc.tuple(fc.bigInt(0n, BigInt(most) * 10n ** 7n), fc.constant(7)) },
    )
    .map(([units, decimals]) => `${decimalText(units, decimals)}%`);
}

/** What most documents leave out. */
export function seldom<T>(drawn: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: drawn });
}

/** Words of any script, as a person may type them into a title or a note. */
export const words = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => `名${text}`);
