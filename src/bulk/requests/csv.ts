import { loadPackage } from '../../card/loadPackage.js';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import { nearest } from '../../diagnostics/nearest.js';
import { fail, type Outcome, succeed } from '../../diagnostics/outcome.js';
import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import type { Loaded } from '../../documents/load.js';
import type { PackageDocument } from '../../documents/package.js';
import { apiVersion } from '../../documents/words.js';
import { decode } from '../../source/decode.js';
import { type Block, mostBytes, mostCare } from '../setup.js';
import { countLines } from './lines.js';
import { cellStart, cellsOf, recordSpans } from './records.js';
import { type Request, tooLarge } from './request.js';

/** Which row of a package names it. */
export const packageColumn = 'package';

/** Columns of a line, by its keys. Source: interface, "Bulk CSV". */
const lineColumns = [
  'item',
  'dates',
  'time',
  'quantity',
  'impressions',
  'format',
  'options',
  'brand',
  'category',
  'discount',
  'fixed',
  'bonus',
  'amount',
  'note',
] as const;

/** Columns of the whole package; said in its first row, and nothing else in the others. */
const packageColumns = [
  'card',
  'asOf',
  'client.name',
  'client.category',
  'agency.name',
  'agency.commission',
  'agency.settle',
  'deal.discount',
  'deal.off',
  'deal.target',
] as const;

const listColumns: ReadonlySet<string> = new Set(['dates', 'options']);
const required = [packageColumn, 'item', 'dates'] as const;
const knownColumns: readonly string[] = [packageColumn, ...lineColumns, ...packageColumns];

/** Reads the heading of a CSV: its columns in their order, or what is wrong with them. */
export function readHeading(bytes: Uint8Array): Outcome<readonly string[]> {
  const decoded = decode(bytes);
  if (!decoded.ok) return fail(decoded.problems);
  const { cells, sound } = cellsOf(decoded.value);
  const columns = cells.map((cell) => cell.trim());
  const problems: Problem[] = sound ? [] : [problem('csv-quotes', [], { lines: countLines(bytes) })];
  if (columns.length === 1 && /[;\t|，]/u.test(columns[0] ?? '')) {
    return fail([...problems, problem('csv-separator', [], { written: columns[0] ?? '' })]);
  }
  for (const [at, column] of columns.entries()) {
    if (!knownColumns.includes(column)) {
      problems.push(problem('csv-unknown-column', [], { column, nearest: nearest(column, knownColumns, 1) }));
    } else if (columns.indexOf(column) < at) problems.push(problem('csv-column-twice', [], { column }));
  }
  for (const column of required) {
    if (!columns.includes(column)) problems.push(problem('csv-missing-column', [], { column }));
  }
  return problems.length > 0 ? fail(problems) : succeed(columns);
}

interface Row {
  readonly line: number;
  readonly start: number;
  readonly bytes: Uint8Array;
  readonly cells: readonly string[];
  readonly sound: boolean;
}

/** The packages of a block of CSV: rows in a row that name the same one. Empty rows ask for nothing. */
export function* csvRequests(
  block: Block,
  file: string,
  columns: readonly string[],
  card: string | undefined,
): Generator<Request> {
  const named = columns.indexOf(packageColumn);
  let rows: Row[] = [];
  const nameOf = ([first]: readonly Row[]) => first?.cells[named]?.trim();
  for (const row of rowsOf(block)) {
    if (rows.length > 0 && row.cells[named]?.trim() !== nameOf(rows)) {
      yield request(rows, nameOf(rows), { file, columns, card });
      rows = [];
    }
    rows.push(row);
  }
  if (rows.length > 0) yield request(rows, nameOf(rows), { file, columns, card });
}

function* rowsOf({ bytes, line }: Block): Generator<Row> {
  for (const { start, end, linesBefore, empty } of recordSpans(bytes)) {
    if (empty) continue;
    const row = bytes.subarray(start, end);
    const text = Buffer.from(row.buffer, row.byteOffset, row.length).toString('utf8');
    yield { line: line + linesBefore, start, bytes: row, ...cellsOf(text) };
  }
}

interface Heading {
  readonly file: string;
  readonly columns: readonly string[];
  /** The one card of the run, for packages that name none. */
  readonly card: string | undefined;
}

function request(rows: readonly Row[], name: string | undefined, heading: Heading): Request {
  const { line = 1, start = 0 } = rows[0] ?? {};
  const size = rows.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > mostBytes) return tooLarge({ line, start }, heading.file);
  return { line, start, name: () => name, load: () => loadRows(rows, name, heading) };
}

function loadRows(rows: readonly Row[], name: string | undefined, heading: Heading): Loaded<PackageDocument> {
  const place = (found: Problem) => placed(found, rows, heading);
  const faults = rows.flatMap((row, at) => rowFaults(row, at, rows[0], heading));
  if (faults.length > 0) return { ok: false, problems: faults.map(place), place };
  const loaded = loadPackage(JSON.stringify(packageOf(rows, name, heading)), { mostCare });
  // Its places are those of the text above; by its path a problem finds the row and the cell.
  const problems = loaded.problems.map(({ excerpt: _text, ...found }) => ({
    ...found,
    ...placeOf(pathOf(found), rows, heading),
  }));
  return { ...loaded, problems, place };
}

function rowFaults({ bytes, cells, sound }: Row, at: number, first: Row | undefined, heading: Heading) {
  const path: Path = ['lines', at];
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded.problems.map((found) => ({ ...found, path }));
  const { columns } = heading;
  if (!sound) return [problem('csv-quotes', path, { lines: countLines(bytes) })];
  if (cells.length !== columns.length) {
    return [problem('csv-columns', path, { found: cells.length, expected: columns.length })];
  }
  return columns.flatMap((column, place) => {
    const cell = cells[place]?.trim() ?? '';
    const before = first?.cells[place]?.trim() ?? '';
    if (!(packageColumns as readonly string[]).includes(column) || cell === '' || cell === before) return [];
    return [problem('csv-two-values', [...path, column], { column, first: before, written: cell })];
  });
}

/** The rows as the package they describe, in texts: the loader takes it from there. */
function packageOf(rows: readonly Row[], id: string | undefined, { columns, card }: Heading): object {
  const whole: Record<string, unknown> = {};
  const [first] = rows;
  for (const column of packageColumns) {
    const cell = first?.cells[columns.indexOf(column)]?.trim() ?? '';
    if (cell === '') continue;
    const [key = '', part] = column.split('.');
    if (part === undefined) whole[key] = cell;
    else whole[key] = { ...(whole[key] as object | undefined), [part]: cell };
  }
  const lines = rows.map(({ cells }) =>
    Object.fromEntries(
      lineColumns.flatMap((column) => {
        const cell = cells[columns.indexOf(column)]?.trim() ?? '';
        return cell === '' ? [] : [[column, cellValue(column, cell)]];
      }),
    ),
  );
  const { card: named = card, ...rest } = whole;
  return { apiVersion, kind: 'Package', id, card: named, ...rest, lines };
}

/** Spreadsheets write TRUE and FALSE; a list is split by `|`. */
function cellValue(column: string, cell: string): unknown {
  if (listColumns.has(column)) return cell.split('|').map((part) => part.trim());
  if (column !== 'bonus') return cell;
  const word = cell.toLowerCase();
  return word === 'true' || word === 'false' ? word === 'true' : cell;
}

function placed(found: Problem, rows: readonly Row[], heading: Heading): Diagnostic {
  return { ...diagnostic(found), ...placeOf(found.path, rows, heading) };
}

/** Line and column of the cell that a path of the package stands for. */
function placeOf(path: Path, rows: readonly Row[], { file, columns }: Heading) {
  const [part, at, key] = path;
  const inLine = part === 'lines' && at !== undefined;
  const row = (inLine ? rows[Number(at)] : undefined) ?? rows[0];
  const named = inLine ? String(key ?? '') : part === 'id' ? packageColumn : path.join('.');
  const text = new TextDecoder().decode(row?.bytes);
  const before = text.slice(0, cellStart(text, Math.max(0, columns.indexOf(named))));
  const line = (row?.line ?? 1) + before.split('\n').length - 1;
  const column = before.length - before.lastIndexOf('\n');
  return { file, line, endLine: line, column, endColumn: column + 1 };
}

function pathOf({ path }: Diagnostic): Path {
  return path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
