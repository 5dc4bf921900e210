import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import { problem } from '../../diagnostics/problem.js';
import type { Loaded } from '../../documents/load.js';
import type { PackageDocument } from '../../documents/package.js';
import { mostMegabytes } from '../setup.js';

/** A package that is beyond the limit: its line is all that is told of it. */
export function tooLarge(
  { line, start }: { readonly line: number; readonly start: number },
  file: string,
): Request {
  const found = problem('package-too-large', [], { megabytes: mostMegabytes });
  const place = () => ({ ...diagnostic(found), file, line, column: 1, endLine: line, endColumn: 2 });
  return { line, start, name: () => undefined, load: () => ({ ok: false, problems: [place()], place }) };
}

/** One package of the requests, not read yet. */
export interface Request {
  /** Line of the requests it begins at, from 1. */
  readonly line: number;
  /** Where it begins in the block, in bytes. */
  readonly start: number;
  /** Its name, as far as that can be said without reading it. */
  readonly name: () => string | undefined;
  /** Reads it; every diagnostic stands at its line of the requests. */
  readonly load: () => Loaded<PackageDocument>;
}

/** A diagnostic of a row as one of the requests; the row itself is too long to be shown. */
export function atLine(
  { excerpt: _row, ...found }: Diagnostic,
  { file, line }: { readonly file: string; readonly line: number },
): Diagnostic {
  return { ...found, file, line, ...(found.endLine === undefined ? {} : { endLine: line }) };
}
