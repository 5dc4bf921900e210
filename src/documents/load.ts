import type * as z from 'zod/mini';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import { isError, type Problem, problem } from '../diagnostics/problem.js';
import { decode } from '../source/decode.js';
import { quickJson } from '../source/quick.js';
import { readSource, type Source } from '../source/source.js';
import { frozen } from './frozen.js';
import { kindOf } from './leaf.js';
import { readDocument, type Salvaged } from './read.js';
import { type DocumentKind, documentKinds } from './words.js';

/** A file read into a value, or its problems; both ways it knows where each part of the file stands. */
export type Loaded<T, D = T> = (
  | { readonly ok: true; readonly value: T; readonly problems: readonly Diagnostic[] }
  | {
      readonly ok: false;
      readonly problems: readonly Diagnostic[];
      /** What could be read all the same, so that it can be judged as well: all faults at once. */
      readonly partial?: Salvaged<D>;
    }
) & {
  /** A later problem of this document with its place in the file. */
  readonly place: (found: Problem) => Diagnostic;
};

export interface LoadOptions {
  /** Name of the file in messages; default `-`. */
  readonly file?: string;
  /**
   * Text longer than this is read by the runtime or not at all: to read with care, with the place of every part, takes some
   * hundred times its size in memory. Default: no limit but that of files.
   */
  readonly mostCare?: number;
}

interface Kind<S extends z.core.$ZodType, T> {
  readonly kind: DocumentKind | 'Workspace';
  readonly schema: S;
  /** Checks of meaning over whatever could be read. */
  readonly checks: readonly ((document: Salvaged<z.output<S>>) => readonly Problem[])[];
  /** The value, once nothing is wrong. */
  readonly finish: (document: z.output<S>) => T;
}

/** Reads one kind of document from a file's content: syntax, shape and meaning, all faults at once. */
export function loadDocument<S extends z.core.$ZodType, T>(
  content: string | Uint8Array,
  options: LoadOptions,
  kind: Kind<S, T>,
): Loaded<T, z.output<S>> {
  const read = quickly(content, options, kind);
  if (read !== undefined) return read;
  return content.length > (options.mostCare ?? Number.POSITIVE_INFINITY)
    ? unread(content, options)
    : carefully(content, options, kind);
}

/** JSON in which nothing is wrong needs no places. They are looked up when they are asked for all the same. */
function quickly<S extends z.core.$ZodType, T>(
  content: string | Uint8Array,
  options: LoadOptions,
  kind: Kind<S, T>,
): Loaded<T, z.output<S>> | undefined {
  const text = decode(content);
  const quick = text.ok ? quickJson(text.value) : undefined;
  if (quick === undefined || (quick.value as { kind?: unknown }).kind !== kind.kind) return undefined;
  const { value, problems } = readDocument(kind.schema, quick.value);
  if (problems.length > 0 || kind.checks.some((check) => check(value).length > 0)) return undefined;
  let careful: Loaded<T, z.output<S>> | undefined;
  return {
    ok: true,
    value: kind.finish(frozen(value) as z.output<S>),
    problems: [],
    place: (found) => {
      if (content.length > (options.mostCare ?? Number.POSITIVE_INFINITY))
        return unread(content, options).place(found);
      careful ??= carefully(content, options, kind);
      return careful.place(found);
    },
  };
}

/** What is too large to be read with care is refused as a whole. */
function unread(content: string | Uint8Array, { file = '-', mostCare = 0 }: LoadOptions) {
  const decoded = decode(content);
  const kilobytes = Math.floor(mostCare / 1024);
  const [found = problem('row-needs-care', [], { kilobytes })] = decoded.ok ? [] : decoded.problems;
  const place = (other: Problem) =>
    diagnostic(other, { file, line: 1, column: 1, endLine: 1, endColumn: 2, excerpt: '' });
  return { ok: false, problems: [place(found)], place } as const;
}

function carefully<S extends z.core.$ZodType, T>(
  content: string | Uint8Array,
  options: LoadOptions,
  kind: Kind<S, T>,
): Loaded<T, z.output<S>> {
  const file = options.file ?? '-';
  const { lines, source } = readSource(content, file);
  const place = (found: Problem): Diagnostic => {
    const at = source.ok ? source.value.locate(found) : lines.position(found.span ?? { start: 0, end: 0 });
    // What concerns the whole document has no stretch of it to show.
    const whole = found.path.length === 0 && found.span === undefined;
    return diagnostic(found, { file, ...at, excerpt: whole ? '' : lines.text(at.line) });
  };
  const failed = (problems: readonly Problem[]) =>
    ({ ok: false, problems: told(problems.map(place)), place }) as const;
  if (!source.ok) return failed(source.problems);
  const wrong = wrongKind(source.value, kind.kind);
  if (wrong !== undefined) return failed([...source.value.problems, wrong]);
  const { value, problems } = readDocument(kind.schema, source.value.value);
  const shape = problems.filter((found) => !isUnreadable(found, source.value));
  const all = [...source.value.problems, ...shape, ...kind.checks.flatMap((check) => check(value))];
  if (all.some(isError)) return { ...failed(all), partial: value };
  return {
    ok: true,
    value: kind.finish(frozen(value) as z.output<S>),
    problems: told(all.map(place)),
    place,
  };
}

/** What a file says it is; undefined where its text cannot be read, `none` where it says nothing. */
export function kindIn(content: string | Uint8Array): string | undefined {
  const { source } = readSource(content, '-');
  if (!source.ok) return undefined;
  const { value } = source.value;
  const kind = typeof value === 'object' && value !== null ? (value as { kind?: unknown }).kind : undefined;
  return typeof kind === 'string' ? kind : 'none';
}

function wrongKind(source: Source, expected: string): Problem | undefined {
  const { value } = source;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return problem('wrong-type', [], { expected: 'map', found: kindOf(value) });
  }
  const kind = (value as { kind?: unknown }).kind;
  if (typeof kind !== 'string' || kind === expected) return undefined;
  if ((documentKinds as readonly string[]).includes(kind)) {
    return problem('wrong-kind', ['kind'], { expected, found: kind });
  }
  return problem('unknown-kind', ['kind'], {
    written: kind,
    expected,
    nearest: nearest(kind, documentKinds, 1),
  });
}

/** Missing for the schema, but there: an alias without its anchor, say, which has been reported already. */
function isUnreadable({ code, path }: Problem, source: Source): boolean {
  return code === 'missing-key' && source.holds(path);
}

/** In file order; a fault of a template once, however many entries it is merged into. */
function told(found: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return inFileOrder(found).filter(({ code, line, column, endLine, endColumn, values }) => {
    const fault = JSON.stringify([code, line, column, endLine, endColumn, values]);
    return !seen.has(fault) && seen.add(fault);
  });
}

export function inFileOrder(found: readonly Diagnostic[]): Diagnostic[] {
  return [...found].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
