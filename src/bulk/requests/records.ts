import Papa from 'papaparse';

const lineEnd = 0x0a;
const quote = 0x22;
const comma = 0x2c;

/** One row of a CSV: its place in the bytes it was cut from. A line end inside quotes is part of the row. */
export interface RecordSpan {
  readonly start: number;
  readonly end: number;
  /** Lines before it in the same bytes. */
  readonly linesBefore: number;
  /** Nothing but commas and blanks: it asks for nothing, and parts nothing. */
  readonly empty: boolean;
  /** The bytes stop before its line end. */
  readonly open?: true;
}

/** The rows in a stretch of bytes that begins at a row. A quote means something only at the begin of a cell. Source: RFC 4180. */
export function recordSpans(bytes: Uint8Array): RecordSpan[] {
  const spans: RecordSpan[] = [];
  let start = 0;
  let linesBefore = 0;
  let lines = 0;
  let cell = 0;
  let quoted = false;
  let empty = true;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === lineEnd) lines += 1;
    if (quoted) {
      if (byte !== quote) continue;
      if (bytes[at + 1] === quote) at += 1;
      else quoted = false;
    } else if (byte === quote && at === cell) {
      quoted = true;
      empty = false;
    } else if (byte === comma) cell = at + 1;
    else if (byte === lineEnd) {
      spans.push({ start, end: at + 1, linesBefore, empty });
      start = at + 1;
      cell = start;
      linesBefore = lines;
      empty = true;
    } else if (byte > 0x20) empty = false;
  }
  if (start < bytes.length) spans.push({ start, end: bytes.length, linesBefore, empty, open: true });
  return spans;
}

/** The cells of one row; `sound` is false where its quotes are not those of RFC 4180. */
export function cellsOf(text: string): { readonly cells: readonly string[]; readonly sound: boolean } {
  const { data, errors } = Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: ',' });
  return { cells: data[0] ?? [], sound: errors.length === 0 && data.length <= 1 };
}

/** Where a cell of a row begins, in characters. */
export function cellStart(text: string, cell: number): number {
  let quoted = false;
  let begin = 0;
  let commas = 0;
  for (let at = 0; at < text.length && commas < cell; at += 1) {
    if (quoted && text[at] === '"' && text[at + 1] === '"') at += 1;
    else if (text[at] === '"' && (quoted || at === begin)) quoted = !quoted;
    else if (text[at] === ',' && !quoted) {
      commas += 1;
      begin = at + 1;
    }
  }
  return begin;
}
