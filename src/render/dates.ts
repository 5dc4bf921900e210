import { dayOf, dayText } from '../calendar/date.js';

/**
 * Days in few words: `11-01..11-05, 11-08`. The year stands before the first day of every year but `year`, and of every
 * year when none is given: `2016-12-30..12-31, 2017-01-02`.
 */
export function compactDates(dates: readonly string[], year = ''): string {
  let current = year;
  const day = (date: string) => {
    const own = date.slice(0, 4);
    const text = own === current ? date.slice(5) : date;
    current = own;
    return text;
  };
  return runsOf(dates)
    .map(({ first, last }) => (first === last ? day(first) : `${day(first)}..${day(last)}`))
    .join(', ');
}

/** An interval `2016-10-24/2016-11-12` as `2016-10-24..11-12`. */
export function intervalDates(interval: string): string {
  const [first = '', last = first] = interval.split('/');
  return first === last
    ? first
    : `${first}..${first.slice(0, 4) === last.slice(0, 4) ? last.slice(5) : last}`;
}

interface Run {
  readonly first: string;
  readonly last: string;
}

function runsOf(dates: readonly string[]): Run[] {
  const days = [...new Set(dates.map(dayOf))].sort((a, b) => a - b);
  const runs: { first: number; last: number }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run !== undefined && day === run.last + 1) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs.map(({ first, last }) => ({ first: dayText(first), last: dayText(last) }));
}

/** A line's spots in few words, those of one time together: `11-10..11-11 20:00-22:00; 11-12 21:00-22:00`. */
export function airText(
  spots: readonly { readonly date: string; readonly time?: string | undefined }[],
  year: string,
): string[] {
  const byTime = new Map<string, string[]>();
  for (const { date, time = '' } of spots) {
    const dates = byTime.get(time);
    if (dates === undefined) byTime.set(time, [date]);
    else dates.push(date);
  }
  return [...byTime].map(([time, dates]) => `${compactDates(dates, year)}${time === '' ? '' : ` ${time}`}`);
}
