import { type Column, type Fitted, fitColumns, gap } from './fit.js';
import type { Paint, Style } from './view.js';
import { padStart, widthOf, wrapFacts, wrapText } from './wrap.js';

export type { Column } from './fit.js';

/** A cell's text, with a style of its own where it needs one; a line end in it begins a new line of the cell. */
export type Cell = string | { readonly text: string; readonly style: Style };

export interface Row {
  readonly cells: readonly Cell[];
  /** Facts that stand under the row, over the whole width. */
  readonly below?: readonly string[];
  /** A line is drawn above the row: it is a sum. */
  readonly sum?: boolean;
}

/** How lines of cells, already padded to their columns and painted, are set side by side. */
export interface Frame {
  /** Columns between two cells. */
  readonly gap: number;
  readonly draw: (lines: readonly (readonly string[])[], widths: readonly number[]) => string[];
}

const plain: Frame = { gap, draw: (lines) => lines.map((cells) => cells.join(' '.repeat(gap)).trimEnd()) };

/** Between two facts of one line. */
export const factMark = ' · ';

/**
 * A table without borders, at most `width` columns wide: heads, a line, rows. Where room is short, columns that wrap are
 * wrapped, columns that fold move under their rows, and at last every cell stands on a line of its own behind its head.
 */
export function drawTable(
  columns: readonly Column[],
  rows: readonly Row[],
  { width, paint, frame = plain }: { readonly width: number; readonly paint: Paint; readonly frame?: Frame },
): string[] {
  const texts = rows.map((row) => row.cells.map((cell) => textOf(cell).text));
  const fitted = fitColumns(columns, texts, width, frame.gap);
  if (fitted === undefined) return records(columns, rows, width, paint);
  const { shown, widths } = fitted;
  if (shown.length === 0) return [];
  const total = widths.reduce((sum, one) => sum + one, frame.gap * (widths.length - 1));
  const rule = paint.faint('─'.repeat(total));
  const head = shown.map((at) => ({ text: columns[at]?.title ?? '', style: paint.faint }));
  const indent = ' '.repeat(indentOf(widths));
  const lines: (readonly string[] | string)[] = hasTitles(columns)
    ? [...cellLines(head, columns, fitted), rule]
    : [];
  for (const [at, row] of rows.entries()) {
    if (row.sum === true) lines.push(rule);
    lines.push(
      ...cellLines(
        shown.map((column) => textOf(row.cells[column] ?? '')),
        columns,
        fitted,
      ),
    );
    const folded = fitted.folded.flatMap((column) => foldedFact(columns[column], texts[at]?.[column]));
    const facts = wrapFacts([...folded, ...(row.below ?? [])], factMark, width - indent.length);
    lines.push(...facts.filter((line) => line !== '').map((line) => indent + line));
  }
  const cells = frame.draw(
    lines.filter((line) => typeof line !== 'string'),
    widths,
  );
  let next = 0;
  return lines.map((line) => (typeof line === 'string' ? line : (cells[next++] ?? '')));
}

function textOf(cell: Cell): { text: string; style: Style } {
  const { text, style } = typeof cell === 'string' ? { text: cell, style: (plain: string) => plain } : cell;
  return { text: text.trimEnd(), style };
}

function hasTitles(columns: readonly Column[]): boolean {
  return columns.some(({ title }) => title !== '');
}

/** The lines of one row of cells: wrapped, painted, padded. */
function cellLines(
  cells: readonly { text: string; style: Style }[],
  columns: readonly Column[],
  { shown, widths }: Fitted,
): string[][] {
  const wrapped = cells.map(({ text }, at) => wrapText(text, widths[at] ?? 1));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    cells.map(({ style }, at) => {
      const text = wrapped[at]?.[line] ?? '';
      const width = widths[at] ?? 1;
      const blank = ' '.repeat(Math.max(0, width - widthOf(text)));
      return columns[shown[at] ?? 0]?.align === 'right' ? blank + style(text) : style(text) + blank;
    }),
  );
}

function foldedFact(column: Column | undefined, text = ''): string[] {
  const fact = text === '' ? '' : (column?.folds?.(text.replaceAll('\n', factMark)) ?? '');
  return fact === '' ? [] : [fact];
}

/** A cell under its row as it is. */
export const asItIs = (cell: string) => cell;

/** A cell under its row behind its column's title. */
export function behind(title: string): (cell: string) => string {
  return (cell) => `${title} ${cell}`;
}

/** Under a short first column (a number) facts begin with the second; else they are set in a little. */
function indentOf([first = 0]: readonly number[]): number {
  return first + gap <= 6 ? first + gap : gap;
}

/** Every cell on a line of its own, for a terminal too narrow for the table. */
function records(columns: readonly Column[], rows: readonly Row[], width: number, paint: Paint): string[] {
  const label = Math.min(Math.floor(width / 3), Math.max(...columns.map(({ title }) => widthOf(title))));
  return rows.flatMap((row, at) => {
    const facts = columns.flatMap(({ title }, column) => {
      const { text, style } = textOf(row.cells[column] ?? '');
      if (text === '') return [];
      const heads = wrapText(title, label);
      const values = wrapText(text, width - label - gap);
      const height = Math.max(heads.length, values.length);
      return Array.from({ length: height }, (_, line) =>
        `${paint.faint(heads[line] ?? '')}${padStart('', label + gap - widthOf(heads[line] ?? ''))}${style(values[line] ?? '')}`.trimEnd(),
      );
    });
    const below = wrapFacts(row.below ?? [], factMark, width).filter((line) => line !== '');
    return [...(at === 0 ? [] : [paint.faint('─'.repeat(label))]), ...facts, ...below];
  });
}
