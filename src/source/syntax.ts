import { Composer, type CST, type Document, Lexer, Parser, type YAMLError } from 'yaml';
import { characterName, controlCharacters } from '../diagnostics/characters.js';
import { type Problem, problem } from '../diagnostics/problem.js';
import { checkBrackets, deepest } from './brackets.js';
import { faultsOf } from './consequences.js';
import { fullwidthMarks, type Mark, type Mended, mend } from './fullwidth.js';
import { firstLine } from './reasons.js';

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

/** A raw control character is no part of YAML; it comes from pasting, or from somebody's malice. */
function controlProblem({ 0: character, index }: RegExpExecArray): Problem {
  const values = { written: characterName(character) };
  return problem('control-character', [], values, { span: { start: index, end: index + 1 } });
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
  const faults = faultsOf(open, errors, text);
  const problems = [...faults, ...(second === undefined ? [] : [severalDocuments(second, text)])];
  return document.errors.length > 0 || second !== undefined ? { problems } : { document, problems };
}

function tokensOf(lexemes: readonly string[]): CST.Token[] {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of lexemes) for (const token of parser.next(lexeme)) tokens.push(token);
  for (const token of parser.end()) tokens.push(token);
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
