import { dayOf, dayText, weekdayOf } from '../../calendar/date.js';
import { daysOf } from '../../calendar/interval.js';
import type { Schedule, ScheduleRow } from '../../documents/schedule.js';
import { airingWords, columnWords, quoteWords } from '../../lang/papers.js';
import { fill, type Language } from '../../lang/text.js';
import { formatWords, totalWords, weekdayWords, word } from '../../lang/trade.js';
import { type CsvOptions, formatCsv } from './csv.js';

/** A schedule laid out by day, for a table of any kind: one row a line, one cell a day. */
export interface Grid {
  readonly language: Language;
  readonly days: readonly { readonly date: string; readonly weekday: string }[];
  readonly rows: readonly {
    readonly line: Schedule['lines'][number];
    /** As many as there are days; empty where the line has no spot that stands. */
    readonly cells: readonly string[];
  }[];
  /** Number of spots of each day. */
  readonly spots: readonly number[];
  readonly totals: Schedule['totals'];
}

/**
 * Every day from the first spot to the last, with or without spots; of a cancelled one the place is empty. A cell says when the spot runs and how many there
 * are: `20:00-22:00`, `20:00-22:00 ×2`, `×7` without a time; what is sold per mille shows its impressions instead.
 */
export function gridOf({ language, rows, lines, totals }: Schedule): Grid {
  const [first, last] = [rows[0], rows.at(-1)];
  const dates =
    first === undefined || last === undefined
      ? []
      : [...daysOf({ first: dayOf(first.date), last: dayOf(last.date) })].map(dayText);
  const standing = rows.filter(({ status }) => status !== 'cancelled');
  const spotOn = new Map(standing.map((row) => [`${row.line}:${row.date}`, row]));
  return {
    language,
    days: dates.map((date) => ({ date, weekday: weekdayWords[weekdayOf(dayOf(date))][language] })),
    rows: lines.map((line) => ({
      line,
      cells: dates.map((date) => cellText(spotOn.get(`${line.line}:${date}`), line.impressions, language)),
    })),
    spots: dates.map((date) => lines.filter(({ line }) => spotOn.has(`${line}:${date}`)).length),
    totals,
  };
}

function cellText(row: ScheduleRow | undefined, impressions: number | undefined, language: Language): string {
  if (row === undefined) return '';
  const { start, end, quantity } = row;
  const told = [];
  if (start !== undefined) told.push(`${start}-${end}`);
  if (impressions !== undefined) told.push(fill(airingWords.impressions, language, { count: impressions }));
  else if (start === undefined || quantity > 1)
    told.push(fill(airingWords.count, language, { count: quantity }));
  return told.join(' ');
}

/** The grid as CSV: the lines' names, the days, each line's sums; the sums of the columns in the last row. */
export function gridCsv(schedule: Schedule, options: CsvOptions = {}): string {
  const { language, days, rows, spots, totals } = gridOf(schedule);
  const before = [columnWords.line, columnWords.title, columnWords.brand, columnWords.format];
  const after = [columnWords.spots, totalWords.gross, totalWords.amount];
  return formatCsv(
    {
      columns: [
        ...before.map((heading) => heading[language]),
        ...days.map(({ date, weekday }) => `${date} ${weekday}`),
        ...after.map((heading) => heading[language]),
      ],
      rows: [
        ...rows.map(({ line, cells }) => [
          line.line,
          line.title,
          line.brand ?? '',
          line.format === undefined ? '' : word(formatWords, line.format, language),
          ...cells,
          line.spots,
          line.gross,
          line.amount,
        ]),
        [quoteWords.total[language], '', '', '', ...spots, totals.spots, totals.gross, totals.amount],
      ],
    },
    options,
  );
}
