import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { loadRateCard } from '../src/card/load.js';
import type { Diagnostic } from '../src/diagnostics/diagnostic.js';
import { drawDiagnostics } from '../src/render/diagnostics.js';
import { widthOf } from '../src/render/wrap.js';
import { brokenCases, loadCase } from './support/broken-cases.js';
import { cardHead } from './support/plain-card.js';

const plain = { language: 'zh', width: 100, colour: false } as const;
const escapes = '\u001b[';

const drawn = (body: string, options: Parameters<typeof drawDiagnostics>[1] = plain) =>
  drawDiagnostics(loadRateCard(cardHead + body, { file: 'card.yaml' }).problems, options);

/** The columns of the excerpt that are underlined, by what a terminal shows. */
function underlined(text: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => /^ *│ *\^+$/.test(line));
  const from = lines[at]?.indexOf('^') ?? 0;
  const to = lines[at]?.length ?? 0;
  let column = 0;
  let shown = '';
  for (const character of lines[at - 1] ?? '') {
    if (column >= from && column < to) shown += character;
    column += widthOf(character);
  }
  return shown;
}

const broken = brokenCases().map((entry) => loadCase(entry).problems);

describe('problems as a person reads them', () => {
  test('place, severity, words, code, the line with the stretch underlined, hint, and a count', () => {
    expect(drawn('slots:\n  黄金档: { title: 官方房间, price: 12万元, per: day }\n')).toBe(
      [
        'card.yaml:13:30 错误 金额里不写货币符号：“12万元” [bad-amount]',
        '   13 │   黄金档: { title: 官方房间, price: 12万元, per: day }',
        '      │                                     ^^^^^^',
        '  提示：只写数字；币种由刊例的 currency 决定',
        '',
        '1 个错误',
        '',
      ].join('\n'),
    );
  });

  test('the same in English', () => {
    expect(drawn('slot: {}\n', { ...plain, language: 'en' })).toBe(
      [
        'card.yaml:12:1 error there is no key "slot" here [unknown-key]',
        '   12 │ slot: {}',
        '      │ ^^^^',
        '  hint: did you mean "slots"?',
        '',
        '1 error',
        '',
      ].join('\n'),
    );
  });

  test('nothing for nothing', () => {
    expect(drawDiagnostics([], plain)).toBe('');
  });

  test.each([
    [
      'Chinese before it',
      'title_en: "双十一"\nslots:\n  双十一: { title: 官方直播间, price: 百万, per: day }\n',
      '百万',
    ],
    ['emoji and rare characters', 'slots:\n  a: { title: 😀𠮷𠮷直播间, price: 1e5, per: day }\n', '1e5'],
    ['a line that is cut', `slots:\n  a: { title: ${'长'.repeat(90)}, price: 1e5, per: day }\n`, '1e5'],
    [
      'a stretch that is cut',
      `slots:\n  a: { title: 短, price: ${'九'.repeat(90)}, per: day }\n`,
      `${'九'.repeat(33)}…`,
    ],
  ])('the underline stands under the stretch: %s', (_name, body, stretch) => {
    expect(underlined(drawn(body))).toBe(stretch);
  });

  test.each([40, 60, 100, 200])('no line is wider than %i columns', (width) => {
    for (const problems of broken) {
      for (const language of ['zh', 'en'] as const) {
        const text = drawDiagnostics(problems, { language, width, colour: false });
        const words = text.split('\n').filter((line) => !/\S{30}/.test(line));
        expect(words.filter((line) => widthOf(line) > width)).toEqual([]);
      }
    }
  });

  test('colours only where they are asked for, and the same text under them', () => {
    const body = 'slots:\n  a: { title: 短, price: 1e5, per: day }\n';
    const coloured = drawn(body, { ...plain, colour: true });
    expect(drawn(body)).not.toContain(escapes);
    expect(coloured).toContain(escapes);
    expect(stripVTControlCharacters(coloured)).toBe(drawn(body));
  });

  test('what a file says cannot steer the terminal', () => {
    const text = drawn('title_en: \u001b[2J\u202egnitset\nslots: { "a\\e[31m": 1 }\n');
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u202e');
    expect(text).toContain('\\u001b');
  });

  test('without a file, the place in the document', () => {
    const found: Diagnostic = {
      code: 'needs-time',
      severity: 'error',
      path: '/lines/2',
      values: { item: 'prime' },
    };
    expect(drawDiagnostics([found], { ...plain, language: 'en' })).toMatch(
      /^\/lines\/2 error "prime" is sold by time/,
    );
    expect(drawDiagnostics([{ ...found, path: '' }], plain)).toMatch(/^错误 /);
  });

  test('of thousands, the first are shown and the rest counted', () => {
    const text = drawn('a: 1\n'.repeat(3000));
    expect(text.match(/^card\.yaml:/gm)).toHaveLength(200);
    expect(text).toContain('还有 2800 个没有列出');
    expect(text).toContain('3000 个错误');
  });
});

test.each([
  [['error'], '1 error', '1 个错误'],
  [
    ['warning', 'error', 'error', 'info', 'warning'],
    '2 errors, 2 warnings, 1 note',
    '2 个错误，2 个警告，1 条说明',
  ],
] as const)('%j are counted', (severities, en, zh) => {
  const found = severities.map(
    (severity): Diagnostic => ({ code: 'needs-time', severity, path: '', values: { item: 'a' } }),
  );
  expect(
    drawDiagnostics(found, { ...plain, language: 'en' })
      .split('\n')
      .at(-2),
  ).toBe(en);
  expect(drawDiagnostics(found, plain).split('\n').at(-2)).toBe(zh);
});
