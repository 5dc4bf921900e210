import { stringify } from 'csv-stringify/sync';

/** A cell: numbers are counts; amounts are text, so that none passes through a binary float. */
export type Cell = string | number;

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface CsvOptions {
  /** Begin with the UTF-8 byte order mark by which Excel knows Chinese text; default true. */
  readonly bom?: boolean | undefined;
}

/**
 * A table as CSV: RFC 4180 (commas, CRLF, a quoted cell where it must be), the headings first.
 *
 * Text that a spreadsheet would run as a formula gets an apostrophe before it: what begins with `=`, `+`, `-`, `@`, their
 * full-width forms, a tab or a line end, blanks and invisible characters before it notwithstanding. A plain negative number
 * (`-1234.50`) is no formula and stays a number. Source: interface, "Documents", CSV; OWASP, "CSV Injection".
 */
export function formatCsv({ columns, rows }: Table, { bom = true }: CsvOptions = {}): string {
  return formatRows([columns, ...rows], { bom });
}

/** Rows without a heading, for whoever writes a table piece by piece. */
export function formatRows(rows: readonly (readonly Cell[])[], { bom = false }: CsvOptions): string {
  const cells = rows.map((row) => row.map(defused));
  // By itself the library quotes only the record's own CRLF; a reader takes a lone CR or LF for a new row, too.
  return stringify(cells, { record_delimiter: '\r\n', quote_record_delimiter: true, bom });
}

const formula = /^[\t\r\n]|^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;
const negativeNumber = /^-\d+(\.\d+)?$/;

function defused(cell: Cell): string {
  const text = String(cell);
  return formula.test(text) && !negativeNumber.test(text) ? `'${text}` : text;
}
