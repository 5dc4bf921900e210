import { type Node, parseDocument, type YAMLError } from 'yaml';
import type { Code } from '../diagnostics/codes.js';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.js';
import { type Path, type Problem, problem, type Span } from '../diagnostics/problem.js';
import { decode } from './decode.js';
import { mendFullwidth } from './fullwidth.js';
import { Lines, type Position } from './position.js';
import { buildTree, type Slot, spanOf, type Tree } from './tree.js';

/** A file's text as plain data that knows where each part of it stands. */
export interface Source {
  /** The name messages use; `-` for standard input. */
  readonly file: string;
  readonly lines: Lines;
  /** Maps, lists, text, booleans and null; every number as its own text. */
  readonly value: unknown;
  /** Syntax faults that did not stop the reading: duplicate keys, aliases, comma-grouped amounts in `{ }`. */
  readonly problems: readonly Problem[];
  readonly locate: (found: Pick<Problem, 'path' | 'on' | 'span'>) => Position;
}

/** What could be read of a file's text: enough to place its problems even where there is no value. */
export interface Reading {
  readonly lines: Lines;
  readonly source: Outcome<Source>;
}

/** Reads YAML 1.2 or JSON. Syntax faults are all reported; faults in single keys leave a value to go on with. */
export function readSource(content: string | Uint8Array, file: string): Reading {
  const decoded = typeof content === 'string' ? decodedText(content) : decode(content);
  if (!decoded.ok) return { lines: new Lines(''), source: decoded };
  const text = decoded.value;
  const lines = new Lines(text);
  const mended = mendFullwidth(text);
  const placed = (found: Problem): Problem => {
    const { first, ...values } = found.values;
    const span = found.span === undefined ? {} : { span: mended.original(found.span) };
    if (typeof first !== 'number') return { ...found, ...span };
    const firstLine = lines.position(mended.original({ start: first, end: first })).line;
    return { ...found, ...span, values: { ...values, firstLine } };
  };
  const parsed = parse(mended.text);
  const problems = [...mended.problems, ...parsed.problems.map(placed)];
  const { tree } = parsed;
  if (tree === undefined) return { lines, source: fail(problems) };
  if (tree.value === null) return { lines, source: fail([...problems, problem('file-empty', [])]) };
  const locate = (found: Pick<Problem, 'path' | 'on' | 'span'>) =>
    lines.position(found.span ?? mended.original(spanIn(tree, found.path, found.on)));
  return { lines, source: succeed({ file, lines, value: tree.value, problems, locate }, problems) };
}

function decodedText(text: string): Outcome<string> {
  const bare = text.replace(/^\uFEFF/, '');
  if (bare.includes('\0')) return fail([problem('file-binary', [])]);
  return bare.trim() === '' ? fail([problem('file-empty', [])]) : succeed(bare);
}

function parse(text: string): { tree?: Tree; problems: readonly Problem[] } {
  try {
    const doc = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
    const faults = [...doc.errors, ...doc.warnings].map(syntaxProblem);
    if (doc.errors.length > 0) return { problems: faults };
    const tree = buildTree(doc);
    return { tree, problems: [...faults, ...tree.problems] };
  } catch (error) {
    // Nesting beyond the stack is the writer's fault; anything else that the parser throws is ours.
    if (!(error instanceof RangeError)) throw error;
    return { problems: [problem('too-deep', [], {})] };
  }
}

const syntaxCodes: Readonly<Partial<Record<string, Code>>> = {
  TAB_AS_INDENT: 'tab-indent',
  MULTIPLE_DOCS: 'several-documents',
  TAG_RESOLVE_FAILED: 'custom-tag',
};

function syntaxProblem(error: YAMLError): Problem {
  const [start, end] = error.pos;
  const code = syntaxCodes[error.code] ?? 'yaml-syntax';
  return problem(
    code,
    [],
    { detail: error.message, tag: error.message },
    { span: { start, end }, severity: 'error' },
  );
}

/** The place of a path; of a missing key, its nearest container that exists. */
function spanIn(tree: Tree, path: Path, on: 'key' | undefined): Span {
  let container: unknown = tree.value;
  let slot: Slot | undefined;
  for (const step of path) {
    const next: Slot | undefined =
      typeof container === 'object' && container !== null ? tree.slots.get(container)?.get(step) : undefined;
    if (next === undefined) return keySpan(slot) ?? { start: 0, end: 0 };
    slot = next;
    container = (container as Record<string | number, unknown>)[step];
  }
  const value = on === 'key' ? undefined : valueSpan(slot?.value);
  return value ?? keySpan(slot) ?? { start: 0, end: 0 };
}

function keySpan(slot: Slot | undefined): Span | undefined {
  return valueSpan(slot?.key) ?? valueSpan(slot?.value);
}

function valueSpan(node: Node | undefined): Span | undefined {
  const span = spanOf(node);
  return span === undefined || span.end <= span.start ? undefined : span;
}
