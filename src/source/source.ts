import { isAlias, isScalar, type Node } from 'yaml';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.js';
import { type Path, type Problem, problem, type Span } from '../diagnostics/problem.js';
import { decode } from './decode.js';
import type { Mended } from './fullwidth.js';
import { Lines, type Position } from './position.js';
import { trimmed } from './reasons.js';
import { parseSyntax } from './syntax.js';
import { buildTree, type Slot, spanOf, type Tree } from './tree.js';

/** A file's text as plain data that knows where each part of it stands. */
export interface Source {
  /** The name messages use; `-` for standard input. */
  readonly file: string;
  readonly lines: Lines;
  /** Maps, lists, text, booleans and null; every number as its own text; undefined what could not be read. */
  readonly value: unknown;
  /** Faults that did not stop the reading: duplicate keys, aliases, full-width colons, comma-grouped amounts in `{ }`. */
  readonly problems: readonly Problem[];
  readonly locate: (found: Pick<Problem, 'path' | 'on' | 'span'>) => Position;
  /** Does the file have something at a path, even if it could not be read? */
  readonly holds: (path: Path) => boolean;
}

/** What could be read of a file's text: enough to place its problems even where there is no value. */
export interface Reading {
  readonly lines: Lines;
  readonly source: Outcome<Source>;
}

/** Reads YAML 1.2 or JSON. Syntax faults are all reported; faults in single keys leave a value to go on with. */
export function readSource(content: string | Uint8Array, file: string): Reading {
  const decoded = decode(content);
  if (!decoded.ok) return { lines: new Lines(''), source: decoded };
  const text = decoded.value;
  const lines = new Lines(text);
  const { document, mended, problems: faults } = parseSyntax(text);
  if (document === undefined) return { lines, source: fail(faults) };
  const tree = buildTree(document, text.length);
  const problems = [...faults, ...tree.problems.map((found) => placed(found, mended, lines))];
  if (tree.gaveUp || tree.value === undefined) return { lines, source: fail(problems) };
  if (tree.value === null) return { lines, source: fail([...problems, problem('file-empty', [])]) };
  const locate = (found: Pick<Problem, 'path' | 'on' | 'span'>) =>
    lines.position(found.span ?? trimmed(text, mended.original(spanIn(tree, found.path, found.on))));
  const holds = (path: Path) => slotAt(tree, path).length === path.length;
  return { lines, source: succeed({ file, lines, value: tree.value, problems, locate, holds }, problems) };
}

/** A problem of the mended text as one of the original; the place of the first of two keys becomes its line. */
function placed(found: Problem, mended: Mended, lines: Lines): Problem {
  const { first, ...values } = found.values;
  const span = found.span === undefined ? {} : { span: mended.original(found.span) };
  if (typeof first !== 'number') return { ...found, ...span };
  const firstLine = lines.position(mended.original({ start: first, end: first })).line;
  return { ...found, ...span, values: { ...values, firstLine } };
}

/** The slots along a path, as far as the document has them. */
function slotAt(tree: Tree, path: Path): Slot[] {
  const slots: Slot[] = [];
  let container: unknown = tree.value;
  for (const step of path) {
    const next =
      typeof container === 'object' && container !== null ? tree.slots.get(container)?.get(step) : undefined;
    if (next === undefined) break;
    slots.push(next);
    container = (container as Record<string | number, unknown>)[step];
  }
  return slots;
}

/** The place of a path; of a missing key, its nearest container that exists, or the document's beginning. */
function spanIn(tree: Tree, path: Path, on: 'key' | undefined): Span {
  const slots = slotAt(tree, path);
  const slot = slots.at(-1);
  const root = valueSpan(tree.root ?? undefined) ?? { start: 0, end: 0 };
  if (slot === undefined) return path.length === 0 ? root : { start: root.start, end: root.start };
  const value = on === 'key' || !reaches(path, slots) ? undefined : valueSpan(slot.value);
  return value ?? valueSpan(slot.key) ?? spanOf(slot.value) ?? root;
}

/** Do the slots lead to the end of a path? A single entry may stand without the brackets of its list. */
function reaches(path: Path, slots: readonly Slot[]): boolean {
  const beyond = path.length - slots.length;
  if (beyond !== 1 || typeof path.at(-1) !== 'number') return beyond === 0;
  const { value } = slots.at(-1) ?? {};
  return isScalar(value) || isAlias(value);
}

function valueSpan(node: Node | undefined): Span | undefined {
  const span = spanOf(node);
  return span === undefined || span.end <= span.start ? undefined : span;
}
