import type { Span } from '../diagnostics/problem.js';
import { firstAtLeast } from './rising.js';

/** A span as people count: lines and columns from 1, columns in UTF-16 units as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Knows where a text's lines begin. */
export class Lines {
  readonly #starts: number[] = [0];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  position(span: Span): Position {
    const start = this.#place(span.start);
    const end = this.#place(Math.max(span.start, span.end));
    return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  }

  /** The text of a line (from 1), without its line break. */
  text(line: number): string {
    const start = this.#starts[line - 1] ?? this.#text.length;
    const next = this.#starts[line] ?? this.#text.length + 1;
    const end = next - 1;
    return this.#text.slice(start, this.#text[end - 1] === '\r' && end > start ? end - 1 : end);
  }

  #place(offset: number): { line: number; column: number } {
    const line = firstAtLeast(this.#starts, offset + 1) - 1;
    return { line: line + 1, column: offset - (this.#starts[line] ?? 0) + 1 };
  }
}
