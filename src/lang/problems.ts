import type { Code } from '../diagnostics/codes.js';
import type { RecordedProblem, Values } from '../diagnostics/problem.js';
import { bulkProblems } from './problems/bulk.js';
import { cardProblems } from './problems/card.js';
import { fileProblems } from './problems/file.js';
import { ledgerProblems } from './problems/ledger.js';
import { packageProblems } from './problems/package.js';
import { paperProblems } from './problems/paper.js';
import { refusalProblems } from './problems/refusal.js';
import { shapeProblems } from './problems/shape.js';
import { syntaxProblems } from './problems/syntax.js';
import { valueProblems } from './problems/value.js';
import type { ProblemWords } from './problems/words.js';
import { fill, type Language, type Text } from './text.js';

/** What every code says to the person who holds the file: what is wrong, and what would make it right. */
export const problemWords: Readonly<Record<Code, ProblemWords>> = {
  ...fileProblems,
  ...syntaxProblems,
  ...shapeProblems,
  ...valueProblems,
  ...cardProblems,
  ...packageProblems,
  ...refusalProblems,
  ...paperProblems,
  ...bulkProblems,
  ...ledgerProblems,
};

/** For a code of a newer version: whoever reads it still learns what was found. */
const unknownCode: ProblemWords = {
  message: { zh: '{code}：这个版本还不认识的问题', en: '{code}: a problem this version does not know yet' },
};

const didYouMean: Text = { zh: '你是不是想写 {nearest}？', en: 'did you mean {nearest}?' };
const quoted: Text = { zh: '“{word}”', en: '"{word}"' };
const orMark: Text = { zh: ' 或 ', en: ' or ' };
const andMore: Text = { zh: '…（共 {count} 项）', en: '… ({count} in all)' };

/** Lists and texts from files are cut to what a person reads in one breath. */
const longestText = 80;
const longestList = 8;

/** A problem in words. */
export interface WordedProblem {
  readonly message: string;
  /** What would make it right, where that can be said. */
  readonly hint?: string;
}

/**
 * Words a problem as a load, a quote or a command reports it, in one language. Pure; a code of a newer version is worded
 * from its name. Text from files comes out as it stands, control characters included: who draws it makes it safe.
 */
export function wordProblem(
  found: Pick<RecordedProblem, 'code' | 'values' | 'path'>,
  language: Language,
): WordedProblem {
  const { code, values } = found;
  const known = Object.hasOwn(problemWords, code) ? problemWords[code as Code] : unknownCode;
  const words = wordsFor(known, { ...values, parent: parentOf(found.path), path: found.path });
  const places = { code, path: found.path === '' ? '/' : found.path, ...said(words, values, language) };
  const message = fill(words.message, language, places);
  const near = nearestHint(values, language);
  if (near !== undefined) return { message, hint: near };
  return words.hint === undefined ? { message } : { message, hint: fill(words.hint, language, places) };
}

/** The words that fit best what the values say. */
function wordsFor(words: ProblemWords, values: Values): ProblemWords {
  for (const [name, cases] of Object.entries(words.by ?? {})) {
    const value = values[name];
    if (value === undefined) continue;
    const key = Array.isArray(value) ? value.join() : String(value);
    if (!Object.hasOwn(cases, key)) continue;
    const { by: _all, ...general } = words;
    return wordsFor({ ...general, ...cases[key] }, values);
  }
  return words;
}

/** The key under which a place stands, positions in lists aside: `breaks` for `/slots/prime/breaks/0/price`. */
function parentOf(path: string): string {
  const steps = path.split('/').slice(1, -1);
  return steps.findLast((step) => !/^\d+$/.test(step)) ?? '';
}

function said(words: ProblemWords, values: Values, language: Language): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const say = words.say?.[name];
      if (typeof value === 'number') return [name, value];
      if (typeof value === 'string') return [name, cut(say === undefined ? value : say(value, language))];
      return [name, shortened(value, language)];
    }),
  );
}

function shortened(list: readonly string[], language: Language): string[] {
  const shown = list.slice(0, longestList).map(cut);
  return list.length > longestList ? [...shown, fill(andMore, language, { count: list.length })] : shown;
}

function cut(text: string): string {
  const characters = Array.from(text.slice(0, 2 * longestText + 2));
  return characters.length > longestText ? `${characters.slice(0, longestText).join('')}…` : text;
}

function nearestHint({ nearest }: Values, language: Language): string | undefined {
  if (!Array.isArray(nearest) || nearest.length === 0) return undefined;
  const words = nearest.map((word: string) => fill(quoted, language, { word: cut(word) }));
  return fill(didYouMean, language, { nearest: words.join(orMark[language]) });
}
