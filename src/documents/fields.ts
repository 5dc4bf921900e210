import { looksLikeDate } from '../calendar/date.js';
import { readDue } from '../calendar/due.js';
import { readDuration } from '../calendar/duration.js';
import { characterName, unsoundCharacter } from '../diagnostics/characters.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Read } from '../money/decimal.js';
import { type AmountFault, type RateFault, rateRatio, readDecimal, readRate } from '../money/decimal.js';
import { compareRatios, ratio } from '../money/ratio.js';
import { asciiLeaf, kindOf, leaf, type Report, textOf } from './leaf.js';

/** The kinds of field a card or package is made of. Source of every grammar: pricing rules, "Numbers". */

const amountPattern = '^(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?(万|亿)?$';
const ratePattern = '^\\d+(\\.\\d+)?%$';

/** Free text for people: a name, a title, a note. */
export function text(description: string) {
  return leaf<string>(
    (input, report) => {
      const read = textOf(input);
      return read === undefined
        ? report('wrong-type', { expected: 'text', found: kindOf(input) })
        : soundText(read, report);
    },
    { type: ['string', 'number'], description },
  );
}

function soundText(written: string, report: Report): string | undefined {
  const unsound = unsoundCharacter(written);
  if (unsound !== undefined) return report('control-character', { written: characterName(unsound) });
  return written.trim() === '' ? report('empty-text') : written;
}

const idPattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u;

/** A name that other places refer to. */
export function id(description: string) {
  return leaf<string>(
    (input, report) => {
      const read = textOf(input);
      if (read === undefined) return report('wrong-type', { expected: 'id', found: kindOf(input) });
      return idPattern.test(read) ? read : report('bad-id', { written: read });
    },
    { type: ['string', 'number'], pattern: '^[^\\s|,/]+$', description },
  );
}

export function isId(written: string): boolean {
  return idPattern.test(written);
}

/** One of a fixed set of words. */
export function oneOf<const W extends readonly string[]>(words: W, description: string) {
  return leaf<W[number]>((input, report) => readWord(words, input, report), { enum: words, description });
}

function readWord<const W extends readonly string[]>(
  words: W,
  input: unknown,
  report: Report,
): W[number] | undefined {
  const written = textOf(input);
  if (written === undefined) return report('wrong-type', { expected: 'word', found: kindOf(input) });
  if (words.includes(written)) return written;
  return report('not-one-of', { written, allowed: words, nearest: nearest(written, words, 1) });
}

export function flag(description: string) {
  return leaf<boolean>(
    (input, report) =>
      typeof input === 'boolean'
        ? input
        : report('wrong-type', { expected: 'boolean', found: kindOf(input) }),
    { type: 'boolean', description },
  );
}

function told<F extends string>(
  code: 'bad-amount' | 'bad-rate',
  read: Read<F>,
  written: string,
  report: Report,
) {
  return 'text' in read ? read.text : report(code, { written, fault: read.fault });
}

/** Money, or a unit price: exact decimal text. */
export function amount(description: string) {
  return asciiLeaf<string>('amount', (written, report) => readAmount(written, report), {
    type: ['string', 'number'],
    pattern: amountPattern,
    description,
    examples: ['120000', '1,200,000.50', '12万', '1.5亿'],
  });
}

function readAmount(written: string, report: Report): string | undefined {
  return told<AmountFault>('bad-amount', readDecimal(written), written, report);
}

export const onRequest = 'on-request';

/** A unit price, or `on-request`: each line brings its own. */
export function price(description: string) {
  return asciiLeaf<string>(
    'amount',
    (written, report) => (written === onRequest ? written : readAmount(written, report)),
    {
      type: ['string', 'number'],
      pattern: `${amountPattern}|^${onRequest}$`,
      description,
    },
  );
}

function readRateText(written: string, report: Report): string | undefined {
  // 九折 is what is left, and rates are what is taken off: too near a slip of tens of percent to be read as either.
  if (written.endsWith('折')) return report('bad-rate', { written, fault: 'zhe' });
  return told<RateFault>('bad-rate', readRate(written), written, report);
}

const rateSchema = { type: 'string', pattern: ratePattern, examples: ['15%', '12.5%'] };

/** A rate without an upper bound: a surcharge, a tax. */
export function rate(description: string) {
  return asciiLeaf<string>('rate', readRateText, { ...rateSchema, description });
}

/** A rate that is a part of something: a discount, a commission, a share. */
export function share(description: string) {
  return asciiLeaf<string>(
    'rate',
    (written, report) => {
      const read = readRateText(written, report);
      if (read === undefined) return undefined;
      return compareRatios(rateRatio(read), ratio(1n)) > 0 ? report('rate-over-100', { written }) : read;
    },
    { ...rateSchema, description },
  );
}

/** A count of things, as a JSON number. */
export function count(description: string, least = 1) {
  return asciiLeaf<number>(
    'count',
    (written, report) => {
      const read = readDecimal(written);
      const whole = 'text' in read && /^\d+$/.test(read.text) ? Number(read.text) : undefined;
      if (whole === undefined || !Number.isSafeInteger(whole) || whole < least) {
        return report('bad-count', { written, least });
      }
      return whole;
    },
    { type: ['integer', 'string'], minimum: least, pattern: amountPattern, description },
  );
}

/** A length of time, kept as written. */
export function duration(description: string, least = 0) {
  return asciiLeaf<string>(
    'duration',
    (written, report) => {
      const minutes = readDuration(written);
      if (minutes === undefined) return report('bad-duration', { written, fault: 'not-a-duration' });
      return minutes < least ? report('bad-duration', { written, fault: 'zero' }) : written;
    },
    {
      type: 'string',
      pattern: '^(\\d+d)?(\\d+h)?(\\d+min)?$',
      description,
      examples: ['90min', '1h30min', '14d'],
    },
  );
}

export function due(description: string) {
  return asciiLeaf<string>(
    'due',
    (written, report) => {
      if (readDue(written) !== undefined) return written;
      return report('bad-due', { written, fault: looksLikeDate(written) ? 'no-such-day' : 'not-a-due' });
    },
    { type: 'string', description, examples: ['signing+5d', 'first-air-3d', 'last-air+30d', '2016-12-01'] },
  );
}

/** One or more words, of a fixed set or free; a single one may stand without brackets. */
export function words(description: string, allowed?: readonly string[]) {
  const item = allowed === undefined ? { type: ['string', 'number'] } : { enum: allowed };
  return leaf<string[]>(
    (input, report) => {
      const list: unknown[] = Array.isArray(input) ? input : [input];
      if (list.length === 0) return report('empty-list');
      const read: string[] = [];
      for (const [at, entry] of list.entries()) {
        if (entry === undefined) continue;
        const here: Report = (code, values) => report(code, values, Array.isArray(input) ? [at] : []);
        const word = allowed === undefined ? freeWord(entry, here) : readWord(allowed, entry, here);
        if (word !== undefined) read.push(word);
      }
      return read;
    },
    { anyOf: [item, { type: 'array', minItems: 1, items: item }], description },
  );
}

function freeWord(entry: unknown, report: Report): string | undefined {
  const written = textOf(entry);
  if (written === undefined) return report('wrong-type', { expected: 'text', found: kindOf(entry) });
  return soundText(written, report);
}
