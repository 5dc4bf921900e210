import { CST } from 'yaml';
import type { Span } from '../diagnostics/problem.js';
import { firstAtLeast } from './rising.js';

/**
 * Full-width punctuation where YAML wants its own: a Chinese keyboard writes `title：刊例` and `{ from: 0，price: 80 }`.
 * Only what can hardly be anything else is taken, and never inside quotes, comments and text blocks: in `title: 你好，世界`
 * the same marks are ordinary text.
 */
export interface Mark {
  readonly at: number;
  readonly written: string;
  readonly meant: string;
}

const meanings: Readonly<Record<string, string>> = { '：': ':', '，': ',', '、': ',' };

const key = /^[ \t]*[\p{L}\p{N}_][\p{L}\p{N}_.-]*(：)/u;
const amount = /^\s*[\d.,]+[万亿]?\s*$/u;
const lastKey = /^[ \t]*[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u;

/** Finds the marks among the tokens of yaml's own lexer. */
export function fullwidthMarks(lexemes: readonly string[]): Mark[] {
  const marks: Mark[] = [];
  const brackets: string[] = [];
  let offset = 0;
  /** What stands before on the line: nothing, the dash of a list, or more. */
  let before: 'nothing' | 'dash' | 'more' = 'nothing';
  let previous = '';
  let blockText = false;
  const take = (places: Iterable<number>, text: string) => {
    for (const place of places) {
      const written = text.charAt(place);
      marks.push({ at: offset + place, written, meant: meanings[written] ?? '' });
    }
  };
  for (let at = 0; at < lexemes.length; at += 1) {
    let lexeme = lexemes[at] ?? '';
    if (lexeme === CST.DOCUMENT || lexeme === CST.FLOW_END) {
      if (lexeme === CST.FLOW_END) brackets.length = 0;
      continue;
    }
    if (lexeme === CST.SCALAR) {
      at += 1;
      lexeme = lexemes[at] ?? '';
      if (blockText) blockText = false;
      else if (/[：，、]/u.test(lexeme)) {
        const around: Surroundings = {
          bracket: brackets.at(-1),
          opensEntry: previous === '{' || previous === ',',
          afterQuote: /^["'}\]]/.test(previous),
          before,
          colonFollows: nextIsColon(lexemes, at),
        };
        take(marksIn(lexeme, around), lexeme);
      }
      before = 'more';
      previous = 'text';
      offset += lexeme.length;
      continue;
    }
    const type = CST.tokenType(lexeme);
    if (type === 'newline') before = 'nothing';
    else if (type === 'seq-item-ind' && before !== 'more') before = 'dash';
    else if (type !== 'space' && type !== 'byte-order-mark') before = 'more';
    if (type === 'block-scalar-header') blockText = true;
    if (lexeme === '{' || lexeme === '[') brackets.push(lexeme);
    if (lexeme === '}' || lexeme === ']') brackets.pop();
    if (type !== 'space' && type !== 'newline' && type !== 'comment') previous = lexeme;
    offset += lexeme.length;
  }
  return marks;
}

interface Surroundings {
  readonly bracket: string | undefined;
  readonly opensEntry: boolean;
  readonly afterQuote: boolean;
  readonly before: 'nothing' | 'dash' | 'more';
  readonly colonFollows: boolean;
}

function nextIsColon(lexemes: readonly string[], at: number): boolean {
  const next = lexemes[at + 1] ?? '';
  return (/^[ \t]/.test(next) ? lexemes[at + 2] : next) === ':';
}

function* marksIn(text: string, around: Surroundings): Generator<number> {
  if (around.afterQuote && /^[：，、]/u.test(text)) {
    yield 0;
    for (const match of text.matchAll(/(?<=["'])[：，、]|(?!^)[：，、](?=\s*["'])/gu)) yield match.index;
  } else if (around.bracket === '[') {
    for (const match of text.matchAll(/[，、]/gu)) yield match.index;
  } else if (around.bracket === '{') yield* marksInBraces(text, around);
  else if (around.before !== 'more') yield* marksInLines(text, around);
}

/** `from：0，price：80`: keys at the start and after each comma. */
function* marksInBraces(text: string, { opensEntry, colonFollows }: Surroundings): Generator<number> {
  const parts = text.split('，');
  let start = 0;
  let certain = opensEntry;
  for (const [at, part] of parts.entries()) {
    const colon = key.exec(part.trimStart());
    const isLast = at === parts.length - 1;
    const isKey = colon !== null || (isLast && colonFollows && lastKey.test(part.trim()));
    // In `{ title: 你好，ABC：全场 }` the marks are more likely text than keys.
    const before = parts[at - 1] ?? '';
    const sure =
      certain || (isLast && colonFollows) || !/\p{Script=Han}/u.test(before) || amount.test(before);
    if (at > 0 && isKey && sure) {
      certain = true;
      yield start - 1;
    }
    if (colon !== null && certain) yield start + part.indexOf('：');
    start += part.length + 1;
  }
}

/** `title：刊例` where a key must stand; its lines run on into the next, because no colon ends them. */
function* marksInLines(text: string, { before, colonFollows }: Surroundings): Generator<number> {
  const lines = text.split('\n');
  const places: number[] = [];
  let start = 0;
  for (const [at, line] of lines.entries()) {
    const colon = at === lines.length - 1 && colonFollows ? null : key.exec(line);
    if (colon !== null) places.push(start + line.indexOf('：'));
    else if (at === 0) return;
    start += line.length + 1;
  }
  // `- VIP：gold` alone may be a text; with more lines it is the first key of an entry.
  if (before === 'dash' && places.length < 2 && !(lines.length > 1 && colonFollows)) return;
  yield* places;
}

/** A text with its marks replaced, so that reading can go on and report the rest as well. */
export interface Mended {
  readonly text: string;
  /** The place in the original text of a stretch of the mended one. */
  readonly original: (span: Span) => Span;
}

/** Each mark becomes its ASCII one and a blank. */
export function mend(text: string, marks: readonly Mark[]): Mended {
  const pieces: string[] = [];
  const blanks: number[] = [];
  let from = 0;
  for (const [count, { at, meant }] of marks.entries()) {
    pieces.push(text.slice(from, at), meant, ' ');
    blanks.push(at + count + 1);
    from = at + 1;
  }
  pieces.push(text.slice(from));
  const back = (offset: number) => offset - firstAtLeast(blanks, offset);
  return { text: pieces.join(''), original: ({ start, end }) => ({ start: back(start), end: back(end) }) };
}
