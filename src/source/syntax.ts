import { Composer, type CST, type Document, Lexer, Parser, type YAMLError } from 'yaml';
import { type Problem, problem } from '../diagnostics/problem.js';
import { checkBrackets, deepest } from './brackets.js';
import { fullwidthMarks, type Mark, type Mended, mend } from './fullwidth.js';
import { firstLine, problemOf, syntaxProblem } from './reasons.js';
import { firstAtLeast } from './rising.js';

/** A text as a YAML document, or the faults that leave none. Places are those of the text as it was given. */
export interface Syntax {
  readonly document?: Document.Parsed;
  /** The text that was parsed: full-width punctuation has been replaced. */
  readonly mended: Mended;
  readonly problems: readonly Problem[];
}

/** YAML 1.2 with its core types whatever a `%YAML` line asks for: `yes`, `on` and `2016-11-01` are text. */
const options = {
  schema: 'core',
  resolveKnownTags: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** Parses YAML or JSON; every fault that is not the consequence of another is reported. */
export function parseSyntax(text: string): Syntax {
  const controls = [...text.matchAll(controlCharacters)];
  const readable = controls.length === 0 ? text : text.replaceAll(controlCharacters, ' ');
  let lexemes = [...new Lexer().lex(readable)];
  const marks = /[：，、]/u.test(text) ? fullwidthMarks(lexemes) : [];
  const mended = mend(readable, marks);
  if (marks.length > 0) lexemes = [...new Lexer().lex(mended.text)];
  const { document, problems } = compose(lexemes, mended.text);
  const placed = problems.map((found) =>
    found.span === undefined ? found : { ...found, span: mended.original(found.span) },
  );
  return {
    mended,
    problems: [...controls.map(controlProblem), ...marks.map(fullwidthProblem), ...placed],
    ...(document === undefined ? {} : { document }),
  };
}

function fullwidthProblem({ at, written, meant }: Mark): Problem {
  return problem('fullwidth-punctuation', [], { written, meant }, { span: { start: at, end: at + 1 } });
}

/** YAML allows no control characters but tab and line ends; raw ones come from pasting, or from somebody's malice. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlCharacters = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

function controlProblem({ 0: character, index }: RegExpExecArray): Problem {
  const written = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  return syntaxProblem('control', { start: index, end: index + 1 }, { written });
}

function compose(
  lexemes: readonly string[],
  text: string,
): { document?: Document.Parsed; problems: readonly Problem[] } {
  let tokens: CST.Token[];
  try {
    tokens = tokensOf(lexemes);
  } catch (error) {
    // Nesting beyond the stack is the writer's fault; anything else that the parser throws is ours.
    if (!(error instanceof RangeError)) throw error;
    return { problems: [problem('too-deep', [], { most: deepest })] };
  }
  const { tooDeep, open } = checkBrackets(tokens);
  if (tooDeep !== undefined) return { problems: [tooDeep] };
  const [document, second] = new Composer(options).compose(tokens, true, text.length);
  if (document === undefined) return { problems: [] };
  const errors = [...document.errors, ...document.warnings.filter(isFault)];
  const faults = withoutConsequences(open, errors, text);
  const problems = [...faults, ...(second === undefined ? [] : [severalDocuments(second, text)])];
  return document.errors.length > 0 || second !== undefined ? { problems } : { document, problems };
}

function tokensOf(lexemes: readonly string[]): CST.Token[] {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of lexemes) tokens.push(...parser.next(lexeme));
  tokens.push(...parser.end());
  return tokens;
}

/**
 * The parser warns of closing brackets at the start of a line, as half the world writes them, and of aliases that end in a
 * colon, which lead nowhere and are found again as such: neither is a fault of its own.
 */
function isFault(warning: YAMLError): boolean {
  return warning.code !== 'BAD_INDENT' && warning.code !== 'BAD_ALIAS';
}

function severalDocuments(second: Document.Parsed, text: string): Problem {
  const start = second.range[0];
  return problem(
    'several-documents',
    [],
    {},
    { span: firstLine(text, start, Math.max(start + 1, second.range[1])) },
  );
}

/** Said better by `checkBrackets`. */
const ofBrackets = /^Missing closing ["']quote|must (?:be sufficiently indented and )?end with a [\]}]/;

/**
 * After a quote, a bracket or a line that runs on into the next, the parser complains about what follows too. Faults that
 * begin where an earlier one still reaches, to the end of its last line, are left out.
 */
function withoutConsequences(
  open: readonly Problem[],
  errors: readonly YAMLError[],
  text: string,
): Problem[] {
  const ends = errors.filter(({ message }) => ofBrackets.test(message)).map(({ pos }) => pos[0]);
  ends.sort((a, b) => a - b);
  const unclosed = open.map((found) => {
    const { start, end } = found.span ?? { start: 0, end: 0 };
    const span = firstLine(text, start, end);
    return { found: { ...found, span }, start, reach: ends[firstAtLeast(ends, start)] ?? start };
  });
  const others = errors
    .filter(({ message }) => !ofBrackets.test(message))
    .map((error) => ({
      found: problemOf(error, text),
      start: error.pos[0],
      reach: reachOf(error, text),
    }));
  const faults = [...unclosed, ...others].sort((a, b) => a.start - b.start);
  const kept: Problem[] = [];
  let reach = -1;
  for (const fault of faults) {
    if (fault.start > reach) kept.push(fault.found);
    reach = Math.max(reach, fault.reach);
  }
  return kept;
}

function reachOf({ code, message, pos: [start, end] }: YAMLError, text: string): number {
  if (/in YAML stream/.test(message)) return text.length;
  if (code === 'BAD_INDENT') return sameIndent(text, start);
  const runsOn = ['MULTILINE_IMPLICIT_KEY', 'BLOCK_AS_IMPLICIT_KEY', 'BLOCK_IN_FLOW', 'UNEXPECTED_TOKEN'];
  return runsOn.includes(code) ? lineEnd(text, Math.max(start, end - 1)) : start;
}

/** The begin of the last of the lines from `start` on that are indented no less than the first. */
function sameIndent(text: string, start: number): number {
  const indent = /^ */.exec(text.slice(start, start + 200))?.[0] ?? '';
  let last = start;
  for (let next = lineEnd(text, start) + 1; next < text.length; next = lineEnd(text, next) + 1) {
    if (indent === '' || !text.startsWith(indent, next)) break;
    last = next;
  }
  return last;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
