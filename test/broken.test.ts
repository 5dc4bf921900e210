import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { loadRateCard } from '../src/card/load.js';
import { type Code, severities } from '../src/diagnostics/codes.js';
import { syntaxProblems } from '../src/lang/problems/syntax.js';
import { brokenCases, encoded, foundIn, loadCase } from './support/broken-cases.js';

const cases = brokenCases();

/** Files whose bytes no checkout keeps. */
const byteCases: readonly { readonly name: string; readonly bytes: Uint8Array; readonly code: Code }[] = [
  { name: 'nothing at all', bytes: new Uint8Array(), code: 'file-empty' },
  {
    name: 'a byte order mark alone',
    bytes: Uint8Array.of(0xef, 0xbb, 0xbf),
    code: 'file-empty',
  },
  {
    name: 'the header of a PNG',
    bytes: Uint8Array.of(
      0x89,
      0x50,
      0x4e,
      0x47,
      0x0d,
      0x0a,
      0x1a,
      0x0a,
      0,
      0,
      0,
      0x0d,
      0x49,
      0x48,
      0x44,
      0x52,
    ),
    code: 'file-binary',
  },
  { name: 'a text with a zero byte', bytes: Buffer.from('id: a\0b\n'), code: 'file-binary' },
  {
    name: 'UTF-8 cut in the middle of a character',
    bytes: Buffer.from('刊例').subarray(0, 4),
    code: 'file-encoding',
  },
  {
    name: 'a stray byte',
    bytes: Buffer.concat([Buffer.from('id: a'), Uint8Array.of(0xff)]),
    code: 'file-encoding',
  },
  {
    name: 'UTF-16, big end first',
    bytes: encoded('id: 刊例', 'utf16be') as Uint8Array,
    code: 'file-encoding',
  },
  { name: 'UTF-32', bytes: Uint8Array.of(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0), code: 'file-encoding' },
  {
    name: 'more than four megabytes',
    bytes: new Uint8Array(4 * 1024 * 1024 + 1).fill(0x61),
    code: 'file-too-large',
  },
];

describe('broken files', () => {
  test.each(cases)('$name', (broken) => {
    const { ok, problems } = loadCase(broken);
    expect(foundIn(problems)).toEqual(broken.expected);
    expect(ok).toBe(false);
  });

  test.each(byteCases)('$name', ({ bytes, code }) => {
    const { ok, problems } = loadRateCard(bytes, { file: 'bytes' });
    expect({ ok, codes: problems.map((found) => found.code) }).toEqual({ ok: false, codes: [code] });
    expect(problems[0]).toMatchObject({ file: 'bytes', line: 1, column: 1, excerpt: '' });
  });

  test('there are enough of them', () => {
    expect(cases.length).toBeGreaterThanOrEqual(70);
  });

  test('many faults are told at once, those of the text and those of its meaning, from top to bottom', () => {
    const many = cases.filter(({ name }) => name.includes('many-faults'));
    expect(many).toHaveLength(4);
    for (const broken of many) {
      const { problems } = loadCase(broken);
      expect(problems.length).toBeGreaterThanOrEqual(16);
      expect(new Set(problems.map(({ code }) => code)).size).toBeGreaterThanOrEqual(12);
      const places = problems.map(({ line = 0, column = 0 }) => line * 10_000 + column);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });
});

describe('the cases themselves', () => {
  /** Codes whose `written` is what the file says at the place, quotes aside. */
  const quoting = new Set<string>([
    'bad-amount',
    'bad-rate',
    'bad-count',
    'bad-date',
    'bad-time',
    'bad-duration',
    'bad-due',
    'bad-id',
    'comma-amount',
    'not-one-of',
    'rate-over-100',
    'date-reversed',
    'time-reversed',
    'unknown-currency',
    'unknown-timezone',
    'dangling-item',
  ] satisfies Code[]);

  test.each(cases)('$name: what is underlined is what is quoted', ({ text, expected }) => {
    const lines = text.split('\n');
    for (const { code, line = 0, column = 0, endLine, endColumn, values } of expected) {
      if (!quoting.has(code)) continue;
      expect(endLine).toBe(line);
      const underlined = (lines[line - 1] ?? '').slice(column - 1, (endColumn ?? 0) - 1);
      expect(underlined.replace(/^(["'])(.*)\1$/, '$2')).toBe(values['written']);
    }
  });

  test('every code that a loader can raise has a case', () => {
    const found = new Set([
      ...cases.flatMap(({ expected }) => expected.map(({ code }) => code)),
      ...byteCases.map(({ code }) => code as string),
      // Of no file: only rows in bulk are limited so, and test/bulk.rows.test.ts has its case.
      'row-needs-care',
    ]);
    expect(
      codesRaisedIn(['source', 'documents', 'card', 'card/checks']).filter((code) => !found.has(code)),
    ).toEqual([]);
  });

  test('every reason of a syntax fault has a case', () => {
    const found = new Set(cases.flatMap(({ expected }) => expected.map(({ values }) => values['reason'])));
    const reasons = Object.keys(syntaxProblems['yaml-syntax'].by.reason);
    expect(reasons.filter((reason) => !found.has(reason))).toEqual([]);
  });
});

/** The codes that stand in the sources of some rooms; what we write ourselves, quotes and refusals, is read elsewhere. */
function codesRaisedIn(rooms: readonly string[]): Code[] {
  const text = rooms
    .map((room) => new URL(`../src/${room}/`, import.meta.url))
    .flatMap((folder) => readdirSync(folder).map((file) => new URL(file, folder)))
    .filter(
      (file) =>
        file.pathname.endsWith('.ts') &&
        !/\/(quote|contract|schedule|receipt|written)\.ts$/.test(file.pathname),
    )
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  return (Object.keys(severities) as Code[]).filter((code) => text.includes(`'${code}'`));
}
