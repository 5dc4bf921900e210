import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { loadRateCard } from '../src/card/load.js';
import { loadPackage } from '../src/card/loadPackage.js';
import type { Loaded } from '../src/documents/load.js';
import { wordProblem } from '../src/lang/problems.js';
import { drawDiagnostics } from '../src/render/diagnostics.js';
import { readSource } from '../src/source/source.js';
import { mutations } from './support/mutations.js';
import { cardHead } from './support/plain-card.js';

const read = (text: string) => {
  const { source } = readSource(text, 'test.yaml');
  if (!source.ok) throw new Error(source.problems.map(({ code }) => code).join());
  return source.value;
};
const codes = (loaded: Loaded<unknown>) => loaded.problems.map(({ code }) => code);

describe('a text as plain data', () => {
  test('numbers are their own text, whatever a binary float would make of them', () => {
    expect(
      read('a: 0.1234567890123456789\nb: 1E5\nc: 007\nd: 9007199254740993\ne: 0x1F\nf: .5').value,
    ).toEqual({
      a: '0.1234567890123456789',
      b: '1E5',
      c: '007',
      d: '9007199254740993',
      e: '0x1F',
      f: '.5',
    });
  });

  test('YAML 1.2 whatever the file says: no, on and dates are text', () => {
    expect(read('%YAML 1.1\n---\na: no\non: 2016-11-01\nb: 19:00\nc: true\nd: ~').value).toEqual({
      a: 'no',
      on: '2016-11-01',
      b: '19:00',
      c: true,
      d: null,
    });
  });

  test('templates: own keys win, then the earlier template; an anchor used twice is the last before', () => {
    const text = [
      'x: &t { per: day, tier: S }',
      'y: &u { tier: A, price: 1 }',
      'a: { <<: [*t, *u], per: hour }',
      'b: { tier: B, <<: *u }',
      'z: &t { per: wave }',
      'c: *t',
    ].join('\n');
    expect(read(text).value).toMatchObject({
      a: { per: 'hour', tier: 'S', price: '1' },
      b: { tier: 'B', price: '1' },
      c: { per: 'wave' },
    });
  });

  test.each([
    ['a closing bracket at the start of a line', 'a: {\n  b: [\n    1,\n  ],\n}\n', { a: { b: ['1'] } }],
    ['JSON with tabs', '{\n\t"a":\t[1,\t2]\n}', { a: ['1', '2'] }],
    ['a document between its marks', '---\na: b\n...\n', { a: 'b' }],
    ['Windows line ends and a byte order mark', '\uFEFFa: b\r\nc: |\r\n  d\r\n', { a: 'b', c: 'd\n' }],
    ['keys of numbers and dates', '1: a\n1.0: b\n2016-11-11: c', { 1: 'a', '1.0': 'b', '2016-11-11': 'c' }],
  ])('%s', (_name, text, value) => {
    expect(read(text).value).toEqual(value);
  });

  test.each([
    'title: 官方直播间，VIP：黄金档 # 说明：只在双十一，有效',
    'title: "Host：唐唐，{ a：b，c：d }"',
    'note: |\n  Host：唐唐\n  时间：晚上，八点\n',
    'note: 第一行\n  Host：唐唐\n',
    'tags:\n  - VIP：gold\n  - 你好，世界',
    'a: { title: 你好，ABC：全场, price: 1 }',
    '# Host：唐唐\na: b',
    "a: '、，：'",
    'a: b：c，d、e',
  ])('full-width marks of a text stay: %j', (text) => {
    expect(read(text).problems).toEqual([]);
  });
});

describe('places', () => {
  const text = 'a:\n  b: [10, { c: 二 }]\n  d: x\n';
  const { locate, holds } = read(text);
  const at = (path: readonly (string | number)[], on?: 'key') => {
    const { line, column, endLine, endColumn } = locate(on === undefined ? { path } : { path, on });
    return [line, column, endLine, endColumn];
  };

  test('of values, keys, entries of lists, and what is missing in them', () => {
    expect(at(['a', 'b', 0])).toEqual([2, 7, 2, 9]);
    expect(at(['a', 'b', 1, 'c'])).toEqual([2, 16, 2, 17]);
    expect(at(['a', 'b', 1, 'c'], 'key')).toEqual([2, 13, 2, 14]);
    expect(at(['a', 'd'], 'key')).toEqual([3, 3, 3, 4]);
    expect(at(['a', 'missing'])).toEqual([1, 1, 1, 2]);
    expect(at(['a', 'b', 1, 'missing'])).toEqual([2, 11, 2, 19]);
    expect(at(['missing'])).toEqual([1, 1, 1, 1]);
    expect(at([])).toEqual([1, 1, 3, 7]);
  });

  test('a single entry that stands without its list has the place of the value', () => {
    expect(at(['a', 'd', 0])).toEqual([3, 6, 3, 7]);
  });

  test('what a file holds and what not', () => {
    expect([holds(['a', 'b', 1, 'c']), holds(['a', 'e']), holds([])]).toEqual([true, false, true]);
  });
});

describe('somebody set on breaking it', () => {
  test('no key reaches the prototypes', () => {
    const text = `${cardHead}__proto__: { polluted: 1 }\nconstructor: { prototype: { polluted: 1 } }\nslots:\n  __proto__: { polluted: 1 }\n`;
    expect(codes(loadRateCard(text))).toEqual(['forbidden-key', 'unknown-key', 'forbidden-key']);
    expect(codes(loadPackage('{"kind": "Package", "__proto__": {"polluted": 1}}'))).toContain(
      'forbidden-key',
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('ids may be called like what every object has', () => {
    const ids = [
      'constructor',
      'toString',
      'hasOwnProperty',
      'valueOf',
      'prototype',
      'toJSON',
      'then',
      'length',
    ];
    const items = ids.map((id) => `  ${id}: { title: 资源, price: 1万, per: day }\n`).join('');
    const rule = `surcharges:\n  - { id: toString, title: 加急, rate: 10%, when: { items: [${ids.join(', ')}] } }\n`;
    const loaded = loadRateCard(`${cardHead}slots:\n${items}${rule}`);
    expect(loaded.problems).toEqual([]);
    expect(loaded.ok && Object.keys(loaded.value.document.slots ?? {})).toEqual(ids);
  });

  test.each([
    ['brackets', `a: ${'['.repeat(100_000)}`, 'too-deep'],
    ['closed brackets', `a: ${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'too-deep'],
    ['braces', `a: ${'{b: '.repeat(20_000)}`, 'too-deep'],
    ['dashes', `a:\n  ${'- '.repeat(20_000)}b\n`, 'too-deep'],
    ['questions', `${'? '.repeat(20_000)}a\n`, 'too-deep'],
    [
      'indentation',
      Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
      'too-deep',
    ],
    [
      'templates in templates',
      `a0: &a0 [1]\n${Array.from({ length: 90 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}]\n`).join('')}`,
      'too-deep',
    ],
    ['documents', '---\n'.repeat(20_000), 'several-documents'],
  ])('no end of %s', (_name, text, code) => {
    const { source } = readSource(text, 'test.yaml');
    expect(source.problems.map((found) => found.code)).toEqual([code]);
  });

  test('sixty-four levels are read, in brackets and in lines', () => {
    const deep = (levels: number) => `a: ${'['.repeat(levels)}${']'.repeat(levels)}`;
    expect(readSource(deep(63), 'test.yaml').source.ok).toBe(true);
    expect(readSource(deep(64), 'test.yaml').source.ok).toBe(false);
  });

  test.each([
    ['one line of three million characters', `title_en: ${'a'.repeat(3_000_000)}`, []],
    ['twenty thousand full-width colons', '键：值\n'.repeat(20_000), undefined],
    ['full-width marks in braces', `x-a: {${'a：b，'.repeat(5000)}}`, undefined],
    ['forty thousand aliases', `x-a: &a {b: 1}\nx-c:\n  <<: [${'*a, '.repeat(40_000)}]`, []],
    ['a bomb of aliases', bomb(9), ['alias-bomb']],
    ['stray anchors', `x-a: ${'&a '.repeat(5000)}`, undefined],
    ['a million backslashes', `title_en: "${'\\\\'.repeat(500_000)}"`, []],
    ['commas', `x-a: [${','.repeat(20_000)}]`, undefined],
    ['broken indentation', `x-a:\n   b: 1\n${'  c: 1\n'.repeat(5000)}`, undefined],
    ['a fault on every line', `slots:\n${'  - [}\n'.repeat(3000)}`, undefined],
    ['overlapping dates', dates(3600), ['too-many-dates']],
    ['too many dates', dates(50_000), ['too-many-dates']],
  ])('%s: an answer in good time', (_name, text, expected) => {
    const started = performance.now();
    const loaded = loadRateCard(`${cardHead}${text}\n`);
    drawDiagnostics(loaded.problems, { language: 'zh', width: 100, colour: false });
    // Linear work takes well under a second here; what grows with the square takes minutes.
    expect(performance.now() - started).toBeLessThan(15_000);
    if (expected !== undefined) expect(codes(loaded)).toEqual(expected);
  });

  test('a card of 20,000 lines takes four times as long as one of 5,000', () => {
    const card = (lines: number) =>
      `${cardHead}slots:\n${Array.from(
        { length: lines / 5 },
        (_, at) =>
          `  s${at}:\n    title: 黄金档，第 ${at} 个：官方\n    price: 12万\n    per: hour\n    open: 19:00-26:00\n`,
      ).join('')}`;
    const time = (text: string) => {
      const times = Array.from({ length: 3 }, () => {
        const started = performance.now();
        expect(loadRateCard(text).problems).toEqual([]);
        return performance.now() - started;
      });
      return Math.min(...times);
    };
    time(card(1000));
    expect(time(card(20_000)) / time(card(5000))).toBeLessThan(10);
  });
});

describe('bytes gone wrong', () => {
  const files = ['../ratecards/inke-double11.yaml', '../examples/tmall-double11/package.yaml'];

  test.each(files)('%s, cut and stirred 150 times: an answer with its places, never an exception', (name) => {
    const original = readFileSync(new URL(name, import.meta.url)).subarray(0, 8000);
    const load = name.includes('package') ? loadPackage : loadRateCard;
    for (const bytes of mutations(original, 150, 20_161_111)) {
      const { problems } = load(bytes, { file: name });
      for (const { line = 0, column = 0, endLine = 0, endColumn = 0, excerpt = '', ...found } of problems) {
        expect([line, column, endLine, endColumn].every((place) => place >= 1)).toBe(true);
        expect(column).toBeLessThanOrEqual(excerpt.length + 1);
        expect(endLine > line || (endLine === line && endColumn >= column)).toBe(true);
        expect(wordProblem(found, 'zh').message).not.toMatch(/\{\w+\}/);
      }
      expect(drawDiagnostics(problems, { language: 'en', width: 80, colour: false })).not.toContain(
        'undefined',
      );
    }
  });
});

/** Each level ten times the one before. */
function bomb(levels: number): string {
  const names = 'abcdefghijklmnop';
  const lines = Array.from({ length: levels }, (_, at) => {
    const entry = at === 0 ? '1' : `*${names[at - 1]}`;
    return `x-${names[at]}: &${names[at]} [${Array.from({ length: 10 }, () => entry).join(', ')}]`;
  });
  return lines.join('\n');
}

function dates(count: number): string {
  const rule = `dates: [${'2016-01-01/2025-12-31, '.repeat(count)}]`;
  return `surcharges:\n  - { id: a, title: 一, rate: 1%, when: { ${rule} } }`;
}
