import { describe, expect, test } from '@jest/globals';
import { paperStatuses } from '../src/documents/contract.js';
import { partyFields } from '../src/documents/package.js';
import * as papers from '../src/lang/papers.js';
import { figureWords, totalWords } from '../src/lang/trade.js';
import { contractTotals } from '../src/papers/rollUps.js';
import { workedQuote } from './support/papers.js';

/** Every text of the papers' words, with the names of its places. */
const texts = Object.entries(papers).flatMap(([list, words]) =>
  typeof words === 'function' || words instanceof Map ? [] : textsIn(words, list),
);

function textsIn(words: object, path: string): { path: string; zh: string; en: string }[] {
  if ('zh' in words && 'en' in words) return [{ path, zh: String(words.zh), en: String(words.en) }];
  return Object.entries(words).flatMap(([key, inner]) => textsIn(inner as object, `${path}.${key}`));
}

describe('the papers’ words', () => {
  const places = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

  test('are many', () => {
    expect(texts.length).toBeGreaterThan(100);
  });

  test('say the same things in both languages', () => {
    for (const { path, zh, en } of texts) expect([path, places(zh)]).toEqual([path, places(en)]);
  });

  test('are Chinese in Chinese and English in English', () => {
    for (const { path, zh, en } of texts) {
      expect([path, /[A-Za-z]/.test(zh.replace(/\{\w+\}/g, ''))]).toEqual([path, false]);
      expect([path, /\p{Script=Han}/u.test(en)]).toEqual([path, false]);
    }
  });

  test('leave out no status, no detail of a party, no total and no figure', () => {
    const { totals, figures } = workedQuote();
    expect(Object.keys(papers.statusWords)).toEqual([...paperStatuses]);
    expect(Object.keys(papers.partyFieldWords)).toEqual(expect.arrayContaining(Object.keys(partyFields)));
    const sums = Object.keys(contractTotals(workedQuote())).filter((key) => key !== 'spots');
    expect(Object.keys(totalWords)).toEqual(expect.arrayContaining([...sums, ...Object.keys(totals)]));
    expect(Object.keys(figureWords)).toEqual(expect.arrayContaining(Object.keys(figures)));
  });
});
