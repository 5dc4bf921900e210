import { dayText, parseDay } from './date.js';

/** Days from `first` to `last`, both included. */
export interface Interval {
  readonly first: number;
  readonly last: number;
}

export type DateFault = 'bad-date' | 'date-reversed';

/** Reads `2016-11-05` or `2016-11-01/2016-11-11`. Source: pricing rules, "Numbers". */
export function readInterval(text: string): Interval | { readonly fault: DateFault } {
  const [from = '', to = from, ...more] = text.split('/');
  const first = parseDay(from);
  const last = parseDay(to);
  if (first === undefined || last === undefined || more.length > 0) return { fault: 'bad-date' };
  return last < first ? { fault: 'date-reversed' } : { first, last };
}

export function* daysOf(interval: Interval): Generator<number> {
  for (let day = interval.first; day <= interval.last; day += 1) yield day;
}

export function intervalText(interval: Interval): string {
  return `${dayText(interval.first)}/${dayText(interval.last)}`;
}
