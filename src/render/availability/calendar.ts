import { dayOf, weekdayIndex } from '../../calendar/date.js';
import { markWords } from '../../lang/ledger.js';
import { fill } from '../../lang/text.js';
import { sectionWords } from '../../lang/trade.js';
import { gridViewWords } from '../../lang/views.js';
import { compactDates } from '../dates.js';
import { gap } from '../fit.js';
import { weekdayText } from '../moments.js';
import { heading } from '../page.js';
import { drawTable, type Row } from '../table.js';
import { widthOf, wrapFacts } from '../wrap.js';
import { type DayCell, dayCell, type Mark } from './cell.js';
import { type AvailabilityView, datesOf, type Offer } from './offer.js';

/** Titles are wrapped before a date is put off to the next block. */
const shortestTitle = 12;

/** A row an item, a column a date, in blocks of as many dates as fit; what the marks mean stands below. */
export function drawCalendar(offers: readonly Offer[], view: AvailabilityView): string[] {
  const dates = datesOf(offers);
  if (dates.length === 0) return [];
  const rows = offers.map((offer) => ({ offer, cells: dates.map((date) => dayCell(offer.days.get(date))) }));
  const blocks = blocksOf(dates, rows, view);
  const drawn = blocks.flatMap(({ first, end }, at) => {
    const part =
      blocks.length === 1
        ? ''
        : `  ${fill(gridViewWords.part, view.language, { part: at + 1, parts: blocks.length })}`;
    const own = dates.slice(first, end);
    const shown = rows.map(({ offer, cells }) => ({ offer, cells: cells.slice(first, end) }));
    return [heading(`${compactDates(own)}${part}`, view), ...drawBlock(own, shown, view), ''];
  });
  return [...drawn, ...drawLegend(dates, rows, view), ''];
}

interface CalendarRow {
  readonly offer: Offer;
  readonly cells: readonly DayCell[];
}

function blocksOf(
  dates: readonly string[],
  rows: readonly CalendarRow[],
  view: AvailabilityView,
): { first: number; end: number }[] {
  const title = Math.max(...rows.map(({ offer }) => widthOf(titleText(offer))));
  const room = view.width - Math.max(shortestTitle, Math.min(title, Math.floor(view.width / 3)));
  const blocks: { first: number; end: number }[] = [];
  let used = room;
  for (const [at, date] of dates.entries()) {
    const heads = dateTitle(date, view).split('\n').map(widthOf);
    const needed = gap + Math.max(...heads, ...rows.map(({ cells }) => widthOf(cells[at]?.text ?? '')));
    const block = blocks.at(-1);
    if (block !== undefined && used + needed <= room) {
      block.end = at + 1;
      used += needed;
    } else {
      blocks.push({ first: at, end: at + 1 });
      used = needed;
    }
  }
  return blocks;
}

function drawBlock(dates: readonly string[], rows: readonly CalendarRow[], view: AvailabilityView): string[] {
  const { language, paint } = view;
  const columns = [
    { title: '', least: shortestTitle },
    ...dates.map((date) => ({ title: dateTitle(date, view) })),
  ];
  const drawn = rows.flatMap(({ offer, cells }, at): Row[] => {
    const { section } = offer;
    const begins = section !== undefined && section !== rows[at - 1]?.offer.section;
    const shown = cells.map(({ text, style }) =>
      style === undefined ? text : { text, style: paint[style] },
    );
    return [
      ...(begins ? [{ cells: [{ text: sectionWords[section][language], style: paint.faint }] }] : []),
      { cells: [titleText(offer), ...shown] },
    ];
  });
  return drawTable(columns, drawn, view);
}

/** Items of a section stand a little in from its word. */
function titleText({ section, title }: Offer): string {
  return section === undefined ? title : `  ${title}`;
}

function dateTitle(date: string, { language }: AvailabilityView): string {
  return `${date.slice(5)}\n${weekdayText(date, language)}${isWeekend(date) ? '*' : ''}`;
}

function isWeekend(date: string): boolean {
  return weekdayIndex(dayOf(date)) >= 5;
}

/** Only the marks that stand in the calendar. */
function drawLegend(
  dates: readonly string[],
  rows: readonly CalendarRow[],
  view: AvailabilityView,
): string[] {
  const { language, paint, width } = view;
  const used = new Set(rows.flatMap(({ cells }) => cells.flatMap(({ marks }) => marks)));
  const known = Object.keys(markWords) as Mark[];
  const entries = [
    ...known.filter((mark) => used.has(mark)).map((mark) => markWords[mark][language]),
    ...(dates.some(isWeekend) ? [gridViewWords.weekend[language]] : []),
  ];
  return wrapFacts(entries, '   ', width).map(paint.faint);
}
