import type { CST } from 'yaml';
import { type Problem, problem } from '../diagnostics/problem.js';
import { syntaxProblem } from './reasons.js';

/** Deeper than any card; below it the parser's own recursion stays far from the end of the stack. */
export const deepest = 64;

interface Visit {
  readonly token: CST.Token;
  readonly depth: number;
  /** The bracket this stands in that is never closed. */
  readonly within: Open | undefined;
}

interface Open {
  readonly found: Problem;
  inner: boolean;
}

/**
 * What is better seen in the tokens than in the parser's complaints: nesting without end, and quotes and brackets that
 * are never closed, at the place where they open. Of brackets inside each other the innermost is named.
 */
export function checkBrackets(tokens: readonly CST.Token[]): { tooDeep?: Problem; open: readonly Problem[] } {
  const open: Open[] = [];
  const stack: Visit[] = tokens.map((token) => ({ token, depth: 0, within: undefined })).reverse();
  for (let visit = stack.pop(); visit !== undefined; visit = stack.pop()) {
    const { token, depth } = visit;
    let { within } = visit;
    if (isOpenQuote(token)) {
      const end = token.offset + token.source.length;
      open.push({ found: syntaxProblem('quote-open', { start: token.offset, end }), inner: false });
    }
    if (token.type === 'document') {
      if (token.value !== undefined) stack.push({ token: token.value, depth, within });
      continue;
    }
    if (token.type !== 'block-map' && token.type !== 'block-seq' && token.type !== 'flow-collection')
      continue;
    if (depth >= deepest) {
      const span = { start: token.offset, end: token.offset + 1 };
      return { tooDeep: problem('too-deep', [], { most: deepest }, { span }), open: [] };
    }
    if (token.type === 'flow-collection' && !isClosed(token)) {
      if (within !== undefined) within.inner = true;
      const bracket = token.start.source;
      const span = { start: token.offset, end: token.offset + 1 };
      within = {
        found: syntaxProblem('bracket-open', span, { bracket, closing: bracket === '{' ? '}' : ']' }),
        inner: false,
      };
      open.push(within);
    }
    for (let at = token.items.length - 1; at >= 0; at -= 1) {
      const item = token.items[at];
      if (item?.value) stack.push({ token: item.value, depth: depth + 1, within });
      if (item?.key) stack.push({ token: item.key, depth: depth + 1, within });
    }
  }
  return { open: open.filter(({ inner }) => !inner).map(({ found }) => found) };
}

function isOpenQuote(token: CST.Token): token is CST.FlowScalar {
  if (token.type !== 'double-quoted-scalar' && token.type !== 'single-quoted-scalar') return false;
  const { source } = token;
  if (source.length < 2 || source.at(-1) !== source[0]) return true;
  // At the end of a file the parser takes `\"` and `''` for a closing quote, although they are part of the text.
  return source.startsWith('"')
    ? runBefore(source, source.length - 1, '\\') % 2 === 1
    : runBefore(source, source.length, "'", 1) % 2 === 0;
}

/** How often a character stands in a row right before a place, back to `least`. */
function runBefore(text: string, end: number, character: string, least = 0): number {
  let at = end;
  while (at > least && text[at - 1] === character) at -= 1;
  return end - at;
}

function isClosed({ start, end }: CST.FlowCollection): boolean {
  return end[0]?.source === (start.source === '{' ? '}' : ']');
}
