import { type Code, type Severity, severities } from './codes.js';

/** Where in a document something stands: the keys and 0-based list positions that lead to it. */
export type Path = readonly (string | number)[];

/** The facts a message is worded from; lists are joined by the language. */
export type Values = Readonly<Record<string, string | number | readonly string[]>>;

/** A stretch of a file's text, in UTF-16 offsets, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * One thing wrong, as data: no words, no colour, no file. `on: 'key'` points at the key and not at its value;
 * `span` stands in for the path where there is no tree yet (a syntax error).
 */
export interface Problem {
  readonly code: Code;
  readonly severity: Severity;
  readonly path: Path;
  readonly values: Values;
  readonly on?: 'key';
  readonly span?: Span;
}

/** How a problem stands inside a quote: the same bytes wherever the deal is priced. */
export interface RecordedProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly path: string;
  readonly values: Values;
}

/** Builds a problem with its code's own severity, unless `extra` says otherwise. */
export function problem(
  code: Code,
  path: Path,
  values: Values = {},
  extra: { on?: 'key'; span?: Span; severity?: Severity } = {},
): Problem {
  return { code, severity: severities[code], path, values, ...extra };
}

export function isError(found: { severity: Severity }): boolean {
  return found.severity === 'error';
}

/** A path as a JSON Pointer (RFC 6901): `/lines/2/dates`. */
export function pointer(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

export function recorded(found: Problem): RecordedProblem {
  return { code: found.code, severity: found.severity, path: pointer(found.path), values: found.values };
}
