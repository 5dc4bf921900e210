import { clockText } from './clock.js';
import { dayText } from './date.js';

/**
 * Zones that most cards name. Waking up `Intl` costs more than pricing a package does, so it is only asked about the rest.
 */
const common: ReadonlySet<string> = new Set([
  'Asia/Shanghai',
  'Asia/Hong_Kong',
  'Asia/Taipei',
  'Asia/Macau',
  'Asia/Urumqi',
  'Asia/Tokyo',
  'Asia/Seoul',
  'Asia/Singapore',
  'Asia/Kuala_Lumpur',
  'Asia/Bangkok',
  'Asia/Jakarta',
  'Asia/Manila',
  'Asia/Ho_Chi_Minh',
  'Asia/Dubai',
  'Australia/Sydney',
  'Europe/London',
  'Europe/Paris',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'UTC',
]);

/** Does the runtime know this IANA time zone? */
export function isTimeZone(zone: string): boolean {
  if (common.has(zone)) return true;
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export function timeZones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone');
}

/**
 * Minutes east of UTC in zones whose clocks have not been changed since 1993, and whose laws plan no change. To wake up
 * `Intl` for them would take longer than to hold a package.
 */
const steady: ReadonlyMap<string, number> = new Map([
  ['Asia/Shanghai', 480],
  ['Asia/Hong_Kong', 480],
  ['Asia/Taipei', 480],
  ['Asia/Macau', 480],
  ['Asia/Urumqi', 360],
  ['Asia/Tokyo', 540],
  ['Asia/Seoul', 540],
  ['Asia/Singapore', 480],
  ['Asia/Kuala_Lumpur', 480],
  ['Asia/Bangkok', 420],
  ['Asia/Jakarta', 420],
  ['Asia/Manila', 480],
  ['Asia/Ho_Chi_Minh', 420],
  ['Asia/Dubai', 240],
  ['UTC', 0],
]);
const steadySince = Date.UTC(1993, 0, 1);
const minute = 60_000;
const dayMinutes = 1440;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(zone, made);
  return made;
}

/** Minutes east of UTC that a zone's clocks show at an instant. */
function offsetAt(instant: number, zone: string): number {
  const known = instant < steadySince ? undefined : steady.get(zone);
  if (known !== undefined) return known;
  const parts = clockOf(zone).formatToParts(new Date(instant));
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
  const [year, month, day] = [part('year'), part('month'), part('day')];
  const shown = Date.UTC(year, month - 1, day, part('hour'), part('minute'), part('second'));
  return Math.round((shown - instant) / minute);
}

/** Local minutes of an instant: days since 1970 × 1440 + minute of the day, as the zone's clocks show them. */
export function localMinuteOf(instant: number, zone: string): number {
  return Math.floor(instant / minute) + offsetAt(instant, zone);
}

/**
 * The instant at which a zone's clocks show a local minute. Of a minute that they show twice the first; one that they leave
 * out is told by the clock as it went before.
 */
export function instantOfLocal(localMinute: number, zone: string): number {
  const asUtc = localMinute * minute;
  const before = asUtc - offsetAt(asUtc - dayMinutes * minute, zone) * minute;
  if (localMinuteOf(before, zone) === localMinute) return before;
  const after = asUtc - offsetAt(asUtc + dayMinutes * minute, zone) * minute;
  return localMinuteOf(after, zone) === localMinute ? after : before;
}

/** The calendar date of an instant (milliseconds since 1970) in a time zone, as ISO text. */
export function dateInZone(instant: number, zone: string): string {
  return dayText(Math.floor(localMinuteOf(instant, zone) / dayMinutes));
}

/** An instant by the zone's own clocks, for people: `2016-10-26 10:00`. */
export function clockInZone(instant: number, zone: string): string {
  const local = localMinuteOf(instant, zone);
  return `${dayText(Math.floor(local / dayMinutes))} ${clockText(((local % dayMinutes) + dayMinutes) % dayMinutes)}`;
}
