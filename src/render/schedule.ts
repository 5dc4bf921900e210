import { dayOf, weekdayIndex } from '../calendar/date.js';
import { fill } from '../lang/text.js';
import { gridViewWords as words } from '../lang/views.js';
import type { Grid } from '../papers/formats/scheduleGrid.js';
import { compactDates } from './dates.js';
import { gap } from './fit.js';
import { heading } from './page.js';
import { safe } from './safe.js';
import { drawTable, type Row } from './table.js';
import { paintFor, type ViewOptions, widthFor } from './view.js';
import { widthOf } from './wrap.js';

type Shown = Pick<Grid, 'days' | 'rows'>;

/**
 * The schedule with a column a day, in blocks of as many days as fit. A block shows the lines that have a spot in it;
 * days without any spot in a whole block are passed over.
 */
export function drawGrid(grid: Shown, options: ViewOptions): string {
  const { language } = options;
  const { days, rows } = safe<Shown>({ days: grid.days, rows: grid.rows });
  const page = { width: widthFor(options), paint: paintFor(options.colour) };
  const blocks = blocksOf({ days, rows }, page.width);
  if (blocks.length === 0) return `${words.empty[language]}\n`;
  const drawn = blocks.flatMap((block, at) => {
    const part =
      blocks.length === 1 ? '' : `  ${fill(words.part, language, { part: at + 1, parts: blocks.length })}`;
    const title = `${compactDates(block.days.map(({ date }) => date))}${part}`;
    return [heading(title, page), ...drawBlock(block, page), ''];
  });
  const weekends = blocks.some((block) => block.days.some(({ date }) => isWeekend(date)));
  return [...drawn, ...(weekends ? [page.paint.faint(words.weekend[language]), ''] : [])].join('\n');
}

interface Block extends Shown {
  /** Times are set in two lines where days have no room for one. */
  readonly narrow: boolean;
}

/** Titles are wrapped before a day is put off to the next block. */
const shortestTitle = 12;

function blocksOf(grid: Shown, width: number): Block[] {
  const { days, rows } = grid;
  const title = rows.reduce((widest, { line }) => Math.max(widest, widthOf(line.title)), 0);
  const number = rows.reduce((widest, { line }) => Math.max(widest, String(line.line).length), 1);
  const room = width - number - gap - Math.max(shortestTitle, Math.min(title, Math.floor(width / 3)));
  const wide = days.map((_day, at) => dayWidth(grid, at, false) + gap);
  const narrow = wide.reduce((sum, one) => sum + one, 0) > room;
  const blocks: Block[] = [];
  let first = 0;
  let used = 0;
  for (let at = 0; at <= days.length; at += 1) {
    const needed = at < days.length ? dayWidth(grid, at, narrow) + gap : room;
    if (at > first && used + needed > room) {
      const shown = rows
        .map(({ line, cells }) => ({ line, cells: cells.slice(first, at) }))
        .filter(({ cells }) => cells.some((cell) => cell !== ''));
      if (shown.length > 0) blocks.push({ days: days.slice(first, at), rows: shown, narrow });
      first = at;
      used = 0;
    }
    used += needed;
  }
  return blocks;
}

/** The widest line of a day's column. */
function dayWidth({ days, rows }: Shown, at: number, narrow: boolean): number {
  const day = days[at];
  const texts = [
    day === undefined ? '' : dayTitle(day),
    ...rows.map(({ cells }) => cellText(cells[at] ?? '', narrow)),
  ];
  return texts.reduce((widest, text) => Math.max(widest, ...text.split('\n').map(widthOf)), 1);
}

function drawBlock(
  { days, rows, narrow }: Block,
  page: { width: number; paint: ReturnType<typeof paintFor> },
): string[] {
  const columns = [
    { title: '', align: 'right' },
    { title: '', least: shortestTitle },
    ...days.map((day) => ({ title: dayTitle(day) })),
  ] as const;
  const drawn = rows.map(({ line, cells }): Row => {
    const shown = cells.map((cell) =>
      cell === ''
        ? { text: '.', style: page.paint.faint }
        : { text: cellText(cell, narrow), style: page.paint.strong },
    );
    const named = line.brand === undefined ? line.title : `${line.title}\n${line.brand}`;
    return { cells: [{ text: String(line.line), style: page.paint.faint }, named, ...shown] };
  });
  return drawTable(columns, drawn, page);
}

function dayTitle({ date, weekday }: Shown['days'][number]): string {
  return `${date.slice(5)}${isWeekend(date) ? '*' : ''}\n${weekday}`;
}

function isWeekend(date: string): boolean {
  return weekdayIndex(dayOf(date)) >= 5;
}

/** `20:00-22:00 ×2` in three short lines, `3333333次曝光` in two. */
function cellText(cell: string, narrow: boolean): string {
  return narrow ? cell.replace(/-(?=\d)|(?<=\d)(?=[^\d:-])/g, '$&\n').replace(/\n? /g, '\n') : cell;
}
