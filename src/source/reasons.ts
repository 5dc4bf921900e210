import type { YAMLError } from 'yaml';
import { type Problem, problem, type Span, type Values } from '../diagnostics/problem.js';

/** A syntax fault by its reason, which is worded in `lang/problems/syntax.ts`. */
export function syntaxProblem(reason: string, span: Span, values: Values = {}): Problem {
  return problem('yaml-syntax', [], { reason, ...values }, { span });
}

interface Reason {
  readonly code: YAMLError['code'];
  /** The parser has several faults under one code; its message tells them apart. */
  readonly says?: RegExp;
  readonly reason: string;
}

/** The parser's faults by what a person did. The first that fits is taken; what fits none is worded in general. */
const reasons: readonly Reason[] = [
  { code: 'MULTILINE_IMPLICIT_KEY', reason: 'no-colon' },
  { code: 'MISSING_CHAR', says: /followed by map values/, reason: 'no-colon' },
  { code: 'BLOCK_AS_IMPLICIT_KEY', says: /Nested mappings/, reason: 'two-colons' },
  { code: 'BLOCK_AS_IMPLICIT_KEY', says: /block sequence/, reason: 'map-and-list' },
  { code: 'BAD_INDENT', reason: 'indent' },
  { code: 'MISSING_CHAR', says: /without - indicator/, reason: 'indent' },
  { code: 'UNEXPECTED_TOKEN', says: /block-seq-ind on same line/, reason: 'dash-on-key-line' },
  { code: 'BLOCK_IN_FLOW', reason: 'no-comma' },
  { code: 'MISSING_CHAR', says: /^Missing ,/, reason: 'no-comma' },
  { code: 'UNEXPECTED_TOKEN', says: /^Unexpected (?:,|empty item)/, reason: 'comma-twice' },
  { code: 'MISSING_CHAR', says: /^Comments must/, reason: 'comment-space' },
  { code: 'BAD_SCALAR_START', reason: 'start-mark' },
  { code: 'BAD_DQ_ESCAPE', reason: 'escape' },
  { code: 'UNEXPECTED_TOKEN', says: /flow-(?:map|seq)-end/, reason: 'bracket-stray' },
  { code: 'UNEXPECTED_TOKEN', says: /^Block scalar header/, reason: 'block-text' },
  { code: 'UNEXPECTED_TOKEN', says: /at node end|scalar token$/, reason: 'text-after' },
  { code: 'ALIAS_PROPS', reason: 'anchor' },
  { code: 'BAD_ALIAS', reason: 'anchor' },
  { code: 'MULTIPLE_ANCHORS', reason: 'anchor' },
  { code: 'BAD_PROP_ORDER', reason: 'anchor' },
  { code: 'BAD_DIRECTIVE', reason: 'directive' },
  { code: 'MISSING_CHAR', says: /directives-end/, reason: 'directive' },
];

/** A fault of the parser as a problem that stays on the line it begins on. */
export function problemOf(error: YAMLError, text: string): Problem {
  const [start, end] = error.pos;
  const span = firstLine(text, start, Math.max(end, start + 1));
  const written = text.slice(span.start, span.end);
  if (error.code === 'TAB_AS_INDENT') return problem('tab-indent', [], {}, { span: blanksAt(text, start) });
  if (error.code === 'TAG_RESOLVE_FAILED' || error.code === 'MULTIPLE_TAGS')
    return problem('custom-tag', [], { tag: written }, { span });
  const found = reasons.find(({ code, says }) => code === error.code && (says?.test(error.message) ?? true));
  switch (found?.reason) {
    case undefined:
      return syntaxProblem('other', span);
    case 'indent':
      return syntaxProblem('indent', blanksAt(text, start));
    case 'no-colon':
      return keyWithoutColon(written, span, text, start);
    case 'two-colons': {
      const whole = firstLine(text, start, text.length);
      const twice = /:(?:\s|$)/.test(text.slice(whole.start, whole.end));
      return syntaxProblem(twice ? 'two-colons' : 'value-and-keys', whole);
    }
    case 'map-and-list': {
      const dash = start + Math.max(0, text.slice(start, start + 200).search(/\S/));
      return syntaxProblem('map-and-list', firstLine(text, dash, text.length));
    }
    case 'text-after': {
      const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
      return syntaxProblem(before.trim() === '' ? 'indent' : 'text-after', span);
    }
    case 'no-comma':
      return syntaxProblem(/^[^\s:]+:\s/.test(written) ? 'two-colons' : 'no-comma', span);
    case 'start-mark':
      return syntaxProblem('start-mark', span, { mark: written.charAt(0) });
    case 'escape':
      return syntaxProblem(
        'escape',
        { ...span, end: span.end + 1 },
        { written: text.slice(start, span.end + 1) },
      );
    case 'bracket-stray':
      return syntaxProblem('bracket-stray', span, { bracket: written });
    default:
      return syntaxProblem(found?.reason ?? 'other', span);
  }
}

/** The indentation that begins at a place; without any, one character. */
function blanksAt(text: string, start: number): Span {
  const blanks = /^[ \t]+/.exec(text.slice(start, start + 200))?.[0] ?? '';
  return { start, end: start + Math.max(1, blanks.length) };
}

/** `price:12万` lacks the space after its colon, `price 12万` the colon; `- a` among keys is an entry of a list. */
function keyWithoutColon(written: string, span: Span, text: string, start: number): Problem {
  if (text.startsWith('- ', start)) return syntaxProblem('map-and-list', firstLine(text, start, text.length));
  const parts = /^(["']?[\p{L}\p{N}_][\p{L}\p{N}_.-]*["']?):(?=\S)(.*)$/u.exec(written);
  if (parts === null) return syntaxProblem('no-colon', span);
  return syntaxProblem('colon-space', span, { meant: `${parts[1]}: ${parts[2]}` });
}

/** The part of a stretch that is on its first line, blanks at its end aside. */
export function firstLine(text: string, start: number, end: number): Span {
  const lineEnd = text.slice(start, end).indexOf('\n');
  return trimmed(text, { start, end: lineEnd < 0 ? end : start + lineEnd });
}

/** Without the blanks and line ends that YAML counts to a block; wide blanks are part of a text. */
export function trimmed(text: string, { start, end }: Span): Span {
  let last = end;
  while (last > start && ' \t\r\n'.includes(text.charAt(last - 1))) last -= 1;
  return { start, end: last };
}
