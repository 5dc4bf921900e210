import { readWindow } from '../calendar/clock.js';
import { dayText, looksLikeDate, parseDay } from '../calendar/date.js';
import { daysOf, type Interval, intervalText, readInterval } from '../calendar/interval.js';
import type { Path } from '../diagnostics/problem.js';
import { asciiLeaf, leaf, type Report, readAscii } from './leaf.js';

/** Ten years of days: beyond that a list of dates is a slip of the year. */
const mostDates = 3660;

const datePattern = '^\\d{4}-\\d{2}-\\d{2}$';
const datesPattern = '^\\d{4}-\\d{2}-\\d{2}(/\\d{4}-\\d{2}-\\d{2})?$';
const windowPattern = '^([0-2]\\d|30):[0-5]\\d-([0-2]\\d|30):[0-5]\\d$';

export function date(description: string) {
  return asciiLeaf<string>(
    'date',
    (written, report) => (parseDay(written) === undefined ? badDate(written, report) : written),
    { type: 'string', pattern: datePattern, description, examples: ['2016-11-11'] },
  );
}

export function interval(description: string) {
  return asciiLeaf<string>(
    'interval',
    (written, report) => {
      const read = days(written, report);
      return read === undefined ? undefined : intervalText(read);
    },
    { type: 'string', pattern: datesPattern, description, examples: ['2016-11-01/2016-11-11'] },
  );
}

function days(written: string, report: Report): Interval | undefined {
  const read = readInterval(written);
  if (!('fault' in read)) return read;
  if (read.fault === 'date-reversed') return report('date-reversed', { written });
  return badDate(written, report);
}

/** A date that is well written and stands in no calendar is another slip than one that is no date at all. */
function badDate(written: string, report: Report): undefined {
  const [first = '', last = first, ...more] = written.split('/');
  if (more.length > 0 || !looksLikeDate(first) || !looksLikeDate(last)) {
    return report('bad-date', { written, fault: 'not-a-date' });
  }
  const day = parseDay(first) === undefined ? first : last;
  return report('bad-date', { written, fault: 'no-such-day', day });
}

/** Dates and intervals, alone or in a list, as the list of single days they mean, in order. */
function dateList(description: string, twice: (days: readonly number[], report: Report) => void) {
  const entry = { type: 'string', pattern: datesPattern };
  return leaf<string[]>(
    (input, report) => {
      const list: unknown[] = Array.isArray(input) ? input : [input];
      if (list.length === 0) return report('empty-list');
      if (list.length > mostDates) return report('too-many-dates', { most: mostDates });
      const found = new Set<number>();
      for (const [at, item] of list.entries()) {
        if (item === undefined) continue;
        const place: Path = Array.isArray(input) ? [at] : [];
        const here: Report = (code, values) => report(code, values, place);
        const read = readAscii('dates', item, here, days);
        if (read === undefined) continue;
        if (read.last - read.first + found.size >= mostDates)
          return here('too-many-dates', { most: mostDates });
        const known = [...daysOf(read)].filter((day) => found.has(day));
        if (known.length > 0) twice(known, here);
        for (const day of daysOf(read)) found.add(day);
      }
      return [...found].sort((a, b) => a - b).map(dayText);
    },
    {
      anyOf: [entry, { type: 'array', minItems: 1, items: entry }],
      description,
      examples: ['2016-11-01/2016-11-11'],
    },
  );
}

/** A condition's dates: a day named twice means what it means once. */
export function dates(description: string) {
  return dateList(description, () => undefined);
}

/** A line's dates: one spot each, so a day named twice is an error. Source: pricing rules, "Bad input". */
export function spotDates(description: string) {
  return dateList(description, (days, report) => report('date-twice', { dates: runs(days) }));
}

/** Days in order as few dates and intervals. */
function runs(days: readonly number[]): string[] {
  const found: { first: number; last: number }[] = [];
  for (const day of days) {
    const run = found.at(-1);
    if (run !== undefined && day === run.last + 1) run.last = day;
    else found.push({ first: day, last: day });
  }
  return found.map((run) => (run.first === run.last ? dayText(run.first) : intervalText(run)));
}

/** A stretch of the broadcast day: `20:00-26:00`. */
export function timeWindow(description: string) {
  return asciiLeaf<string>(
    'time',
    (written, report) => {
      const read = readWindow(written);
      return 'fault' in read ? report(read.fault, { written }) : written;
    },
    { type: 'string', pattern: windowPattern, description, examples: ['20:00-22:00', '22:30-25:00'] },
  );
}
