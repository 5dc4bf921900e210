import { widthOf } from './wrap.js';

/** A column of a table, and what may become of it where room is short. */
export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** May be wrapped, down to this many columns; without it the column is as wide as its widest cell. */
  readonly least?: number;
  /** May move under its row, the first such column before the others; says how a cell then reads, '' for not at all. */
  readonly folds?: (cell: string) => string;
}

/** Which columns stand in the table, how wide, and which have moved under their rows; numbers are those of `columns`. */
export interface Fitted {
  readonly shown: readonly number[];
  readonly widths: readonly number[];
  readonly folded: readonly number[];
}

/** Columns between two cells. */
export const gap = 2;

/** Undefined when the table cannot be drawn in `width` columns at all. */
export function fitColumns(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
  between = gap,
): Fitted | undefined {
  const natural = columns.map(({ title }, at) =>
    rows.reduce((widest, row) => Math.max(widest, widthIn(row[at] ?? '')), widthIn(title)),
  );
  let shown = columns.flatMap((_column, at) => (rows.some((row) => (row[at] ?? '') !== '') ? [at] : []));
  const folded: number[] = [];
  for (;;) {
    const widths = shrunk(shown, columns, natural, width - between * Math.max(0, shown.length - 1));
    if (widths !== undefined) return { shown, widths, folded };
    const first = shown.find((at) => columns[at]?.folds !== undefined);
    if (first === undefined) return undefined;
    shown = shown.filter((at) => at !== first);
    folded.push(first);
  }
}

function widthIn(cell: string): number {
  return Math.max(1, ...cell.split('\n').map(widthOf));
}

/** The widest column that may wrap gives way first. */
function shrunk(
  shown: readonly number[],
  columns: readonly Column[],
  natural: readonly number[],
  room: number,
): number[] | undefined {
  const widths = shown.map((at) => natural[at] ?? 1);
  const least = shown.map((at, place) =>
    Math.min(widths[place] ?? 1, columns[at]?.least ?? widths[place] ?? 1),
  );
  let excess = widths.reduce((sum, one) => sum + one, 0) - room;
  while (excess > 0) {
    const spare = widths.map((one, at) => one - (least[at] ?? one));
    const widest = widths.reduce<number>(
      (best, one, at) => ((spare[at] ?? 0) > 0 && (best < 0 || one > (widths[best] ?? 0)) ? at : best),
      -1,
    );
    if (widest < 0) return undefined;
    widths[widest] = (widths[widest] ?? 1) - 1;
    excess -= 1;
  }
  return widths;
}
