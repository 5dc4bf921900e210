import type { Language, Text } from '../text.js';
import { type Words, word } from '../trade.js';

/** Turns a value of a problem into what a person reads: a word of a list, an amount with its groups. */
export type Say = (value: string, language: Language) => string;

/** What one code says. `{name}` places are filled from the problem's values; `{path}` is its place in the document. */
export interface ProblemWords {
  readonly message: Text;
  /** What would make it right; where the values name what is nearest to what was written, that is asked first. */
  readonly hint?: Text;
  /** How single values are said; the others stand as they are. */
  readonly say?: Readonly<Record<string, Say>>;
  /**
   * Other words where a value says more: the value's name, then what it may be; the first that fits is taken. `path` and
   * `parent`, the key it stands under, count as values here.
   */
  readonly by?: Readonly<Record<string, Readonly<Record<string, Partial<ProblemWords>>>>>;
}

/** Says a value by a list of words; a value of no list stands as it is. */
export function from(words: Words): Say {
  return (value, language) => word(words, value, language);
}

/** `1234567.80` as `1,234,567.80`; what is no plain amount stands as it is. */
export const grouped: Say = (value) => {
  if (!/^\d+(?:\.\d+)?$/.test(value)) return value;
  const [whole = '', fraction] = value.split('.');
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
};

/** `0.1234` as `12.34%`, by moving the point in its text; a value that is no plain decimal stands as it is. */
export const percent: Say = (value) => {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (parts === null) return value;
  const [, sign = '', whole = '', fraction = ''] = parts;
  const places = fraction.padEnd(2, '0');
  const digits = (whole + places.slice(0, 2)).replace(/^0+(?=\d)/, '');
  const rest = places.slice(2).replace(/0+$/, '');
  return `${sign}${digits}${rest === '' ? '' : `.${rest}`}%`;
};
