import Papa from 'papaparse';

const lineEnd = 0x0a;
const quote = 0x22;

/** One row of a CSV: its place in the bytes it was cut from. A line end inside quotes is part of the row. */
export interface RecordSpan {
  readonly start: number;
  readonly end: number;
  /** Lines before it in the same bytes. */
  readonly linesBefore: number;
  /** The bytes stop before its line end. */
  readonly open?: true;
}

/** The rows in a stretch of bytes that begins at a row. */
export function recordSpans(bytes: Uint8Array): RecordSpan[] {
  const spans: RecordSpan[] = [];
  let start = 0;
  let linesBefore = 0;
  let lines = 0;
  let quoted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === quote) quoted = !quoted;
    if (byte !== lineEnd) continue;
    lines += 1;
    if (quoted) continue;
    spans.push({ start, end: at + 1, linesBefore });
    start = at + 1;
    linesBefore = lines;
  }
  if (start < bytes.length) spans.push({ start, end: bytes.length, linesBefore, open: true });
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
  let commas = 0;
  for (let at = 0; at < text.length && commas < cell; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === ',' && !quoted) commas += 1;
    if (commas === cell) return at + 1;
  }
  return 0;
}
