/** Calendar days as ISO text (`2016-11-05`) and as day numbers; nothing here reads a clock. */

const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const dayMilliseconds = 86_400_000;

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Is this text written as a date at all, whether or not such a day exists? */
export function looksLikeDate(text: string): boolean {
  return isoDate.test(text);
}

/** Few days are asked for often, and `Date` is slow: some years of them are kept. */
const mostKept = 4096;
const daysByText = new Map<string, number>();
const textsByDay = new Map<number, string>();

function kept<K, V>(known: Map<K, V>, key: K, value: V): V {
  if (known.size >= mostKept) known.clear();
  known.set(key, value);
  return value;
}

/** Days since 1970-01-01, or undefined when there is no such day (`2016-02-30`). */
export function parseDay(text: string): number | undefined {
  const known = daysByText.get(text);
  if (known !== undefined) return known;
  const day = parsedDay(text);
  return day === undefined ? undefined : kept(daysByText, text, day);
}

function parsedDay(text: string): number | undefined {
  if (!isoDate.test(text)) return undefined;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const date = Number(text.slice(8, 10));
  if (year < 1000) return undefined;
  const day = Date.UTC(year, month - 1, date) / dayMilliseconds;
  return dayText(day) === text ? day : undefined;
}

/** The day number of a text already known to be a date. @throws RangeError otherwise */
export function dayOf(text: string): number {
  const day = parseDay(text);
  if (day === undefined) throw new RangeError(`no such date: ${text}`);
  return day;
}

/** A day number as ISO text; days after 9999 have none and are cut to its last. */
export function dayText(day: number): string {
  const last = 2_932_896;
  const known = textsByDay.get(day);
  if (known !== undefined) return known;
  return kept(textsByDay, day, new Date(Math.min(day, last) * dayMilliseconds).toISOString().slice(0, 10));
}

export function addDays(date: string, days: number): string {
  return dayText(dayOf(date) + days);
}

/** 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday. */
export function weekdayIndex(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function weekdayOf(day: number): Weekday {
  return weekdays[weekdayIndex(day)] ?? 'mon';
}
