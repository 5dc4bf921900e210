import type * as z from 'zod';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import { isError, type Problem, problem } from '../diagnostics/problem.js';
import { readSource, type Source } from '../source/source.js';
import { readDocument, type Salvaged } from './read.js';
import { type DocumentKind, documentKinds } from './words.js';

/** A file read into a value, or its problems; both ways it knows where each part of the file stands. */
export type Loaded<T> = (
  | { readonly ok: true; readonly value: T; readonly problems: readonly Diagnostic[] }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] }
) & {
  /** A later problem of this document with its place in the file. */
  readonly place: (found: Problem) => Diagnostic;
};

export interface LoadOptions {
  /** Name of the file in messages; default `-`. */
  readonly file?: string;
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
): Loaded<T> {
  const file = options.file ?? '-';
  const { lines, source } = readSource(content, file);
  const place = (found: Problem): Diagnostic => {
    const at = source.ok ? source.value.locate(found) : lines.position(found.span ?? { start: 0, end: 0 });
    return diagnostic(found, { file, ...at, excerpt: lines.text(at.line) });
  };
  const done = (problems: readonly Problem[], value?: { of: T }): Loaded<T> => {
    const placed = inFileOrder(problems.map(place));
    if (value !== undefined) return { ok: true, value: value.of, problems: placed, place };
    return { ok: false, problems: placed, place };
  };
  if (!source.ok) return done(source.problems);
  const wrong = wrongKind(source.value, kind.kind);
  if (wrong !== undefined) return done([...source.value.problems, wrong]);
  const { value, problems } = readDocument(kind.schema, source.value.value);
  const all = [...source.value.problems, ...problems, ...kind.checks.flatMap((check) => check(value))];
  if (all.some(isError)) return done(all);
  return done(all, { of: kind.finish(frozen(value) as z.output<S>) });
}

/** What a file says it is, as far as its text can be read. */
export function kindIn(content: string | Uint8Array): string | undefined {
  const { source } = readSource(content, '-');
  const value = source.ok ? source.value.value : undefined;
  const kind = typeof value === 'object' && value !== null ? (value as { kind?: unknown }).kind : undefined;
  return typeof kind === 'string' ? kind : undefined;
}

function wrongKind(source: Source, expected: string): Problem | undefined {
  const { value } = source;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return problem('wrong-type', [], { expected: 'map', found: Array.isArray(value) ? 'list' : 'text' });
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

function inFileOrder(found: readonly Diagnostic[]): Diagnostic[] {
  return [...found].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
