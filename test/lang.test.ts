import { describe, expect, test } from '@jest/globals';
import { type Code, severities } from '../src/diagnostics/codes.js';
import type { RecordedProblem } from '../src/diagnostics/problem.js';
import { countWords, hintLabel, moreWords, severityWords } from '../src/lang/diagnostics.js';
import { expectedWords, foundWords, kindWords } from '../src/lang/fields.js';
import { grouped, type ProblemWords, percent } from '../src/lang/problems/words.js';
import { problemWords, wordProblem } from '../src/lang/problems.js';
import { languages, type Text } from '../src/lang/text.js';
import { brokenCases, loadCase } from './support/broken-cases.js';
import { raisedByLedger } from './support/ledger/raised.js';
import { raisedProblems } from './support/raised-problems.js';

const codes = Object.keys(severities) as Code[];

/** Every text under some words, with the way to it. */
function textsIn(words: object, path: string): { path: string; text: Text }[] {
  if ('zh' in words && 'en' in words) return [{ path, text: words as Text }];
  return Object.entries(words).flatMap(([key, part]) =>
    typeof part === 'object' && part !== null ? textsIn(part as object, `${path}.${key}`) : [],
  );
}

const raised: readonly RecordedProblem[] = [
  ...brokenCases().flatMap((broken) => [...loadCase(broken).problems]),
  ...raisedProblems(),
  ...(await raisedByLedger()),
];

const texts = [
  ...textsIn(problemWords, 'problems'),
  ...textsIn({ expectedWords, foundWords, kindWords }, 'fields'),
  ...textsIn({ severityWords, countWords, hintLabel, moreWords }, 'diagnostics'),
];

const placesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe('every word in both languages', () => {
  test('every code has its words, and no words are left of a code that is gone', () => {
    expect(Object.keys(problemWords).sort()).toEqual([...codes].sort());
  });

  test.each(texts)('$path', ({ text }) => {
    expect(text.zh).toMatch(/\p{Script=Han}/u);
    expect(text.en).not.toMatch(/\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u);
    expect(text.en).toMatch(/[a-z]/i);
    expect(new Set(placesIn(text.en))).toEqual(new Set(placesIn(text.zh)));
  });
});

describe('words for problems as they are raised', () => {
  const byCode = new Map(codes.map((code) => [code, raised.filter((found) => found.code === code)]));
  // Bytes that stand in no file of the cases; their words take no other values than these.
  const ofBytes: readonly RecordedProblem[] = [
    { code: 'file-binary', severity: 'error', path: '', values: {} },
    { code: 'file-too-large', severity: 'error', path: '', values: { megabytes: 4 } },
  ];

  test.each(codes)('%s', (code) => {
    const found = [...(byCode.get(code) ?? []), ...ofBytes.filter((sample) => sample.code === code)];
    expect(found).not.toEqual([]);
    for (const entry of found) {
      for (const language of languages) {
        const { message, hint = '' } = wordProblem(entry, language);
        // Texts from the file may hold braces of their own; places of ours are named by a word of ours.
        const written = JSON.stringify(entry.values);
        const left = placesIn(message + hint).filter((place) => !written.includes(`{${place}}`));
        expect(left).toEqual([]);
        expect(message).not.toBe('');
        expect(`${message}${hint}`).not.toMatch(/undefined|\[object/);
      }
      expect(wordProblem(entry, 'zh').message).toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('how a problem is worded', () => {
  const worded = (code: string, values: RecordedProblem['values'], path = '') => ({
    zh: wordProblem({ code, values, path }, 'zh'),
    en: wordProblem({ code, values, path }, 'en'),
  });

  test('what is nearest is asked for, several joined by or', () => {
    const { zh, en } = worded('unknown-item', { written: 'prme', nearest: ['prime', 'prime-2'] });
    expect(zh).toEqual({ message: '刊例里没有资源“prme”', hint: '你是不是想写 “prime” 或 “prime-2”？' });
    expect(en).toEqual({
      message: 'the card has no item "prme"',
      hint: 'did you mean "prime" or "prime-2"?',
    });
  });

  test('with nothing near, the general hint stands', () => {
    expect(worded('unknown-item', { written: 'x', nearest: [] }).en.hint).toBe('kanli show lists the items');
  });

  test('values that are words are said as words', () => {
    expect(worded('wrong-type', { expected: 'amount', found: 'list' }, '/tax').zh.message).toBe(
      '这里应当是：一个金额，如 120000；写的却是：一个列表',
    );
    expect(worded('discount-on-closed', { closed: 'fixed' }).zh.message).toBe('一口价的行不再打折');
    expect(worded('discount-on-closed', { closed: 'fixed' }).en.message).toBe(
      'a fixed price line takes no discount',
    );
  });

  test('rates are percentages, amounts have their groups', () => {
    const values = { policy: 'trueDiscount', bound: '0.3', actual: '0.3125' };
    expect(worded('policy-max', values).zh.message).toBe('真实折扣 31.25%，超过上限 30%');
    const spend = { policy: 'minimumSpend', bound: '1000000', actual: '98000.00' };
    expect(worded('policy-min', spend).en.message).toBe(
      'Minimum spend is 98,000.00, below the least allowed, 1,000,000',
    );
    expect(worded('policy-max', { ...values, actual: '-' }).en.message).toContain('nothing to divide by');
  });

  test('the same key means other things in other places', () => {
    const hint = (path: string) => worded('missing-key', { key: 'per' }, path).en.hint;
    expect(hint('/slots/prime/per')).toContain('session');
    expect(hint('/terms/lateFee/per')).toBe('add per: day, week or month');
    expect(hint('/slots/prime/overtime/per')).toContain('30min');
    expect(worded('missing-key', { key: 'price' }, '/slots/a/breaks/0/price').en.hint).toBe(
      'add such as price: 12000',
    );
    expect(worded('missing-key', { key: 'toString' }, '/toString').en.hint).toBe('add toString: ...');
  });

  test('long texts and long lists are cut', () => {
    const { message } = worded('bad-id', { written: 'x'.repeat(5_000_000) }).en;
    expect(message).toBe(`"${'x'.repeat(80)}…" cannot be an id`);
    const dates = Array.from({ length: 40 }, (_, at) => `2016-11-${at}`);
    expect(worded('date-before-as-of', { dates, asOf: '2016-12-01' }).zh.message).toContain('…（共 40 项）');
  });

  test('text from a file is never read as a place of ours', () => {
    expect(worded('bad-id', { written: '{code} {path}' }).en.message).toBe('"{code} {path}" cannot be an id');
  });

  test('a code of a newer version is worded from its name', () => {
    expect(worded('moon-phase', { phase: 'full' })).toEqual({
      zh: { message: 'moon-phase：这个版本还不认识的问题' },
      en: { message: 'moon-phase: a problem this version does not know yet' },
    });
    expect(worded('constructor', {}).en.message).toContain('constructor');
  });
});

describe('numbers in words', () => {
  test.each([
    ['0.3', '30%'],
    ['0.3125', '31.25%'],
    ['1', '100%'],
    ['0', '0%'],
    ['0.005', '0.5%'],
    ['12.5', '1250%'],
    ['-0.04', '-4%'],
    ['0.1200', '12%'],
    ['-', '-'],
    ['98765432109876543210.123456789', '9876543210987654321012.3456789%'],
  ])('%s is %s', (decimal, text) => {
    expect(percent(decimal, 'en')).toBe(text);
  });

  test.each([
    ['1234567.80', '1,234,567.80'],
    ['999', '999'],
    ['1000', '1,000'],
    ['0.1234567', '0.1234567'],
    ['10%', '10%'],
    ['on-request', 'on-request'],
  ])('%s is %s', (amount, text) => {
    expect(grouped(amount, 'zh')).toBe(text);
  });
});

test('every choice of words under `by` can be met: its values are those its code is raised with', () => {
  const names = (words: ProblemWords): string[] =>
    Object.entries(words.by ?? {}).flatMap(([name, cases]) => [
      name,
      ...Object.values(cases).flatMap((part) => names(part as ProblemWords)),
    ]);
  const unmet = codes.flatMap((code) => {
    const given = new Set(
      raised.filter((found) => found.code === code).flatMap(({ values }) => Object.keys(values)),
    );
    return names(problemWords[code])
      .filter((name) => !given.has(name) && name !== 'path' && name !== 'parent')
      .map((name) => `${code}: ${name}`);
  });
  expect(unmet).toEqual([]);
});
