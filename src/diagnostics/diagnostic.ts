import { type Problem, pointer, type RecordedProblem } from './problem.js';

/** Where a problem stands in a file; lines and columns from 1, the end column not included. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The line itself, for the underline. */
  readonly excerpt: string;
}

/** A problem as commands report it: the recorded facts and, where a file is known, its place. Still without words. */
export type Diagnostic = RecordedProblem & Partial<Place>;

export function diagnostic(found: Problem, place?: Place): Diagnostic {
  const { code, severity, values } = found;
  return { code, severity, path: pointer(found.path), values, ...place };
}
