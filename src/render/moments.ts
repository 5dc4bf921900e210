import { dayOf, weekdayOf } from '../calendar/date.js';
import { instantOf } from '../calendar/instant.js';
import { clockInZone } from '../calendar/zone.js';
import type { Language } from '../lang/text.js';
import { weekdayWords } from '../lang/trade.js';

/** Days and instants as people say them. */

export function weekdayText(date: string, language: Language): string {
  return weekdayWords[weekdayOf(dayOf(date))][language];
}

/** `2016-11-05 周六`. */
export function datedText(date: string, language: Language): string {
  return `${date} ${weekdayText(date, language)}`;
}

/** An instant by the clocks of a platform: `2016-10-28 10:00`. */
export function clockAt(instant: string, zone: string): string {
  return clockInZone(instantOf(instant), zone);
}
