import { describe, expect, test } from '@jest/globals';
import type { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { decimalRatio, rateDecimal, readDecimal, readRate } from '../../src/money/decimal.js';
import { Exact, exact } from '../support/oracle.js';
import { rates, written, writtenForms } from '../support/random-amounts.js';
import { manyRuns } from '../support/runs.js';

const decimals = fc.nat(7);

/** Reads an amount letter by letter; undefined where the rules want none. */
function readSlowly(text: string): Decimal | undefined {
  const unit = text.at(-1) === '万' || text.at(-1) === '亿' ? 1 : 0;
  const [whole = '', fraction, ...rest] = text.slice(0, text.length - unit).split('.');
  const isDigits = (part: string) =>
    part !== '' && part.split('').every((mark) => '0123456789'.includes(mark));
  const [first = '', ...groups] = whole.split(',');
  const sound =
    rest.length === 0 &&
    isDigits(first) &&
    (groups.length === 0 || first.length <= 3) &&
    groups.every((group) => isDigits(group) && group.length === 3) &&
    (fraction === undefined || isDigits(fraction));
  return sound ? exact(text) : undefined;
}

describe('reading amounts and rates, by decimal.js', () => {
  test('every written form is the number that was written', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 25n), decimals, writtenForms, (units, places, form) => {
        const text = written(units, places, form);
        const number = new Exact(units.toString()).div(new Exact(10).pow(places)).toFixed();
        expect(readDecimal(text)).toEqual({ text: number });
        const { n, d } = decimalRatio(number);
        expect(new Exact(n.toString()).div(d.toString()).toFixed()).toBe(number);
      }),
      manyRuns,
    );
  });

  test('marks in any order are read only where the rules allow it', () => {
    const mark = fc.constantFrom(
      ...'0123456789'.split(''),
      '00',
      '000',
      ',000',
      ',123',
      ',',
      '.',
      '万',
      '亿',
      '-',
      '+',
      'e',
      ' ',
      '０',
      '%',
    );
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 8 }), (marks) => {
        const text = marks.join('');
        const slowly = readSlowly(text);
        const read = readDecimal(text);
        expect('text' in read ? read.text : 'nothing').toBe(slowly?.toFixed() ?? 'nothing');
      }),
      manyRuns,
    );
  });

  test('a rate carries its sign and nothing else', () => {
    fc.assert(
      fc.property(rates(1000), fc.constantFrom('', '0', '000'), (rate, zeros) => {
        const number = rate.slice(0, -1);
        const text = number.includes('.') ? `${number}${zeros}%` : rate;
        expect(readRate(text)).toEqual({ text: rate });
        expect(rateDecimal(rate)).toBe(exact(rate).toFixed());
        expect(readRate(number)).toEqual({ fault: 'no-sign' });
        expect(readRate(`${number}万%`)).toEqual({ fault: 'not-a-number' });
      }),
      manyRuns,
    );
  });
});
