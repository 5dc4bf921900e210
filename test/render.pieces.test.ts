import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { currencyOf } from '../src/money/money.js';
import { bar } from '../src/render/bar.js';
import { airText, compactDates, intervalDates } from '../src/render/dates.js';
import { changeText, grouped, moneyText, percentText, priceText, shareText } from '../src/render/numbers.js';
import { facts, heading, point } from '../src/render/page.js';
import { safe, safeText } from '../src/render/safe.js';
import { asItIs, behind, drawTable } from '../src/render/table.js';
import { paintFor } from '../src/render/view.js';
import { padEnd, padStart, widthOf, wrapFacts, wrapText } from '../src/render/wrap.js';
import { obeyed, uncoloured } from './support/views.js';

const plain = paintFor(false);
const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[一-龥，。（）a-z ]{0,60}$/),
  fc.stringMatching(/^[a-z]{0,90}$/),
);

describe('wrapping', () => {
  test('Chinese breaks between characters, and a mark never begins a line', () => {
    expect(wrapText('红包雨奖池（代付，全额发给观众）', 10)).toEqual([
      '红包雨奖池',
      '（代付，全',
      '额发给观',
      '众）',
    ]);
    expect(wrapText('动画形象「唐唐」', 10)).toEqual(['动画形象', '「唐唐」']);
  });

  test('English breaks between words, and a word wider than the line within', () => {
    expect(wrapText('in the room', 7)).toEqual(['in the', 'room']);
    expect(wrapText('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh', 'ij']);
  });

  test('blanks at the beginning stand before every line, a line end stays one', () => {
    expect(wrapText('  one two', 6)).toEqual(['  one', '  two']);
    expect(wrapText('a\nb', 9)).toEqual(['a', 'b']);
    expect(wrapText('', 9)).toEqual(['']);
  });

  test('facts are kept whole where they can be', () => {
    expect(wrapFacts(['one two', 'three', 'four'], ' · ', 15)).toEqual(['one two · three', 'four']);
  });

  test('no line is too wide, and nothing but blanks is lost', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 4, max: 40 }), (text, width) => {
        const shown = safeText(text);
        const lines = wrapText(shown, width);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/\s/gu, '')).toBe(shown.replace(/\s/gu, ''));
      }),
    );
  });

  test('everyday text is as wide as another library says', () => {
    const everyday = fc.stringMatching(/^[ -~¥·×─█▒≤≥✓✗“”…\u3000-\u3020\u4e00-\u9fff\uff01-\uff5e]{0,40}$/);
    fc.assert(fc.property(everyday, (text) => expect(widthOf(text)).toBe(stringWidth(text))));
    for (const mark of '¥·×÷─│█▒≤≥−→✓✗“”… ~')
      expect([mark, widthOf(mark)]).toEqual([mark, stringWidth(mark)]);
    const ranges = [
      [0x20, 0x7e],
      [0x3001, 0x3029],
      [0x4e00, 0x9fff],
      [0xff01, 0xff60],
    ] as const;
    const wrong = ranges.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, at) => String.fromCharCode(first + at)).filter(
        (character) => widthOf(character) !== stringWidth(character),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('padding counts columns, not characters', () => {
    expect(padEnd('时段', 6)).toBe('时段  ');
    expect(padStart('¥1', 4)).toBe('  ¥1');
  });
});

describe('numbers', () => {
  test.each([
    ['0', '0'],
    ['999.00', '999.00'],
    ['1000', '1,000'],
    ['-1234567.891', '-1,234,567.891'],
    ['90071992547409930.01', '90,071,992,547,409,930.01'],
    ['on-request', 'on-request'],
  ])('%s is read as %s', (written, read) => expect(grouped(written)).toBe(read));

  test('money carries its sign, a code that stands in for one keeps a blank', () => {
    expect(moneyText('-12345.60', 'CNY')).toBe('-¥12,345.60');
    expect(moneyText('1200', 'JPY')).toBe('JP¥1,200');
    expect(moneyText('12.00', 'CHF')).toBe('CHF 12.00');
  });

  test('a change has a sign, nothing has none', () => {
    expect(['12.00', '-12.00', '0.00', '0', '0.01'].map(changeText)).toEqual([
      '+12.00',
      '-12.00',
      '0.00',
      '0',
      '+0.01',
    ]);
  });

  test('unit prices have at least the decimals of the currency, if any', () => {
    const prices = (code: string, ...written: string[]) =>
      written.map((price) => priceText(price, currencyOf(code)));
    expect(prices('CNY', '120000', '68.5', '0.0345')).toEqual(['¥120,000', '¥68.50', '¥0.0345']);
    expect(prices('JPY', '1200', '0.5')).toEqual(['JP¥1,200', 'JP¥0.5']);
  });

  test('rates as people write them', () => {
    expect(['0.125', '0', '1', '0.0005', '10', '-0.05', '0.123456789'].map(percentText)).toEqual([
      '12.5%',
      '0%',
      '100%',
      '0.05%',
      '1,000%',
      '-5%',
      '12.3456789%',
    ]);
  });

  test('shares are exact, half-up, and of nothing there is none', () => {
    expect(shareText(1n, 3n)).toBe('33.3%');
    expect(shareText(-1n, 16n)).toBe('-6.3%');
    expect(shareText(10n ** 30n + 5n * 10n ** 26n, 10n ** 30n)).toBe('100.1%');
    expect(shareText(5n, 0n)).toBe('-');
  });
});

describe('dates', () => {
  test('runs are closed up, other years are named', () => {
    const days = ['2016-11-08', '2016-11-01', '2016-11-02', '2016-11-03'];
    expect(compactDates(days, '2016')).toBe('11-01..11-03, 11-08');
    expect(compactDates(days)).toBe('2016-11-01..11-03, 11-08');
    expect(compactDates(['2016-12-31', '2017-01-01', '2017-01-05'], '2016')).toBe('12-31..2017-01-01, 01-05');
  });

  test('an interval says its year once, unless it has two', () => {
    expect(intervalDates('2016-10-24/2016-11-12')).toBe('2016-10-24..11-12');
    expect(intervalDates('2016-10-24/2017-01-12')).toBe('2016-10-24..2017-01-12');
    expect(intervalDates('2016-10-24/2016-10-24')).toBe('2016-10-24');
  });

  test('spots of one time stand together', () => {
    const spots = [
      { date: '2016-11-01', time: '21:00-21:10' },
      { date: '2016-11-02', time: '21:00-21:10' },
      { date: '2016-11-03', time: '23:55-24:10' },
      { date: '2016-11-04' },
    ];
    expect(airText(spots, '2016')).toEqual(['11-01..11-02 21:00-21:10', '11-03 23:55-24:10', '11-04']);
  });
});

describe('bars', () => {
  test('a step begins where the whole before it ended', () => {
    expect(bar(0n, 50n, 100n, 10, '█')).toBe('█████');
    expect(bar(50n, 70n, 100n, 10, '▒')).toBe('     ▒▒');
    expect(bar(70n, 50n, 100n, 10, '▒')).toBe('     ▒▒');
  });

  test('anything but nothing is seen, nothing is not', () => {
    expect(bar(100n, 99n, 10n ** 40n, 10, '▒')).toBe('▒');
    expect(bar(10n ** 40n, 10n ** 40n + 1n, 10n ** 40n + 1n, 10, '▒')).toBe('         ▒');
    expect(bar(5n, 5n, 10n, 10, '▒')).toBe('');
    expect(bar(0n, 0n, 0n, 10, '█')).toBe('');
  });

  test('no bar leaves its columns', () => {
    const amount = fc.bigInt(-(10n ** 20n), 10n ** 20n);
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.bigInt(1n, 10n ** 20n),
        fc.integer({ min: 1, max: 50 }),
        (from, to, full, width) => {
          expect(widthOf(bar(from, to, full, width, '█'))).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});

describe('safe', () => {
  test.each([
    ['\u001b[31mred', '\\u001b[31mred'],
    ['\u009b2J', '\\u009b2J'],
    ['a\r\nb\tc', 'a b c'],
    ['\u202egnp.exe', '\\u202egnp.exe'],
    ['\u0007\u0000', '\\u0007\\u0000'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\ud800', '\\ud800'],
    ['映客 👨‍👩‍👧', '映客 👨‍👩‍👧'],
  ])('%j is printed as %j', (written, printed) => expect(safeText(written)).toBe(printed));

  test('reaches every text of the data, keys too, and nothing else', () => {
    const data = { 'a\u001b': [{ b: '\u0007', n: 1, yes: true, none: null }] };
    expect(safe(data)).toEqual({ 'a\\u001b': [{ b: '\\u0007', n: 1, yes: true, none: null }] });
  });

  test('nothing a terminal obeys is left', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => expect(obeyed(safeText(text))).toEqual([])),
    );
  });
});

describe('tables', () => {
  const columns = [
    { title: '#', align: 'right' },
    { title: '资源', least: 8 },
    { title: '播出', folds: asItIs },
    { title: '数量', align: 'right', folds: behind('数量') },
    { title: '净价', align: 'right' },
  ] as const;
  const rows = [
    { cells: ['1', '官方房间黄金档', '11-10..11-11\n11-13', '7', '1,248,000.00'], below: ['品牌甲'] },
    { cells: ['10', '开屏', '11-10', '1', '0.00'] },
    { cells: ['', '合计', '', '', '1,248,000.00'], sum: true },
  ];
  const drawn = (width: number) => drawTable(columns, rows, { width, paint: plain });

  test('where there is room every column stands in line', () => {
    expect(drawn(60)).toEqual([
      ' #  资源            播出          数量          净价',
      '─'.repeat(52),
      ' 1  官方房间黄金档  11-10..11-11     7  1,248,000.00',
      '                    11-13',
      '    品牌甲',
      '10  开屏            11-10            1          0.00',
      '─'.repeat(52),
      '    合计                                1,248,000.00',
    ]);
  });

  test('then columns wrap, then they move under their rows, the first that may before the others', () => {
    expect(drawn(46).slice(2, 6)).toEqual([
      ' 1  官方房间  11-10..11-11     7  1,248,000.00',
      '    黄金档    11-13',
      '    品牌甲',
      '10  开屏      11-10            1          0.00',
    ]);
    expect(drawn(38).slice(2, 5)).toEqual([
      ' 1  官方房间黄金档     7  1,248,000.00',
      '    11-10..11-11 · 11-13 · 品牌甲',
      '10  开屏               1          0.00',
    ]);
    expect(drawn(29).slice(2, 5)).toEqual([
      ' 1  官方房间黄   1,248,000.00',
      '    金档',
      '    11-10..11-11 · 11-13',
    ]);
  });

  test('at last every cell stands behind its head', () => {
    expect(drawn(20).slice(0, 5)).toEqual([
      '#     1',
      '资源  官方房间黄金档',
      '播出  11-10..11-11',
      '      11-13',
      '数量  7',
    ]);
  });

  test('no line is wider than asked, whatever the cells hold, and colours change nothing else', () => {
    const cell = fc.oneof(texts, fc.stringMatching(/^[\d,.]{1,40}$/)).map(safeText);
    const line = fc.record({
      cells: fc.tuple(cell, cell, cell, cell, cell),
      below: fc.array(cell),
      sum: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 24, max: 160 }),
        (entries, width) => {
          const lines = drawTable(columns, entries, { width, paint: plain });
          for (const text of lines) expect(widthOf(text)).toBeLessThanOrEqual(width);
          const vivid = paintFor(true);
          const styled = entries.map((entry) => ({
            ...entry,
            cells: entry.cells.map((text) => ({ text, style: vivid.strong })),
          }));
          expect(drawTable(columns, styled, { width, paint: vivid }).map(uncoloured)).toEqual(lines);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('pages', () => {
  const page = { width: 24, paint: plain };

  test('a heading fills its line', () => {
    expect(heading('明细', page)).toBe(`── 明细 ${'─'.repeat(16)}`);
    expect(widthOf(heading('明细', page))).toBe(24);
    expect(
      heading('From list to payable, and further', page)
        .split('\n')
        .every((line) => widthOf(line) <= 24),
    ).toBe(true);
  });

  test('facts stand behind their labels', () => {
    const entries = [
      { label: '客户', values: ['天猫'] },
      { label: '有效期', values: ['2016-10-24', '2016-11-12'] },
    ];
    expect(facts(entries, page)).toEqual(['客户    天猫', '有效期  2016-10-24', '        2016-11-12']);
  });

  test('a point hangs behind its mark', () => {
    expect(point('must be approved by sales', page)).toEqual(['- must be approved by', '  sales']);
  });
});
