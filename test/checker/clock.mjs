/** Dates, broadcast times, durations, instants and a platform's local time, each read from its text. */

export const minutesPerDay = 1440;
export const gridMinutes = 5;

/** @type {Map<string, number | undefined>} */
const days = new Map();

/**
 * Days since 1970-01-01; undefined when the text is no date.
 *
 * @param {string} date
 * @returns {number | undefined}
 */
export function dayOf(date) {
  if (!days.has(date)) days.set(date, readDay(date));
  return days.get(date);
}

function readDay(date) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const time = Date.parse(`${date}T00:00:00Z`);
  // February 30th is read as March 1st by some: what is written must be what is read.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) return undefined;
  return time / 86_400_000;
}

/**
 * Minutes of the written date, on the broadcast clock to 30:00; undefined when the text is no such stretch.
 *
 * @param {string} time such as `22:30-25:00`
 * @returns {{ start: number, end: number } | undefined}
 */
export function windowOf(time) {
  const parts = /^(\d{2}):([0-5]\d)-(\d{2}):([0-5]\d)$/.exec(time);
  if (parts === null) return undefined;
  const [hour, minute, endHour, endMinute] = parts.slice(1).map(Number);
  const start = hour * 60 + minute;
  const end = endHour * 60 + endMinute;
  return start < end && end <= 1800 ? { start, end } : undefined;
}

/**
 * @param {string} text `90min`, `2h`, `1h30min`, `14d`
 * @returns {number} minutes
 * @throws {RangeError} when it is no duration
 */
export function minutesOf(text) {
  const parts = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)min)?$/.exec(text);
  if (parts === null || text === '') throw new RangeError(`no such duration: ${text}`);
  const [inDays, hours, minutes] = parts.slice(1).map((part) => Number(part ?? 0));
  return inDays * minutesPerDay + hours * 60 + minutes;
}

/**
 * Milliseconds since 1970; undefined when the text is no instant with its zone.
 *
 * @param {string} text
 * @returns {number | undefined}
 */
export function instantOf(text) {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

/**
 * The absolute minute of a spot's start; an untimed one starts at 00:00 of its date.
 *
 * @param {{ date: string, time?: string }} spot
 * @returns {number}
 */
export function startOf({ date, time }) {
  return dayOf(date) * minutesPerDay + (time === undefined ? 0 : windowOf(time).start);
}

/** @type {Map<string, { format: Intl.DateTimeFormat, offsets: Map<number, number> }>} */
const zones = new Map();

/**
 * Local minutes since 1970-01-01 00:00 on the platform's wall, with the part of a minute that has passed.
 *
 * @param {number} instant milliseconds
 * @param {string} zone IANA name
 * @returns {number}
 * @throws {RangeError} when there is no such zone
 */
export function localMinutes(instant, zone) {
  const { format, offsets } = zoneOf(zone);
  // Zones change their offset on quarters of an hour only, so that one look-up serves for a quarter.
  const quarter = Math.floor(instant / 900_000);
  let offset = offsets.get(quarter);
  if (offset === undefined) {
    const begin = quarter * 900_000;
    const part = Object.fromEntries(
      format.formatToParts(begin).map(({ type, value }) => [type, Number(value)]),
    );
    offset = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) - begin;
    offsets.set(quarter, offset);
  }
  return (instant + offset) / 60_000;
}

function zoneOf(zone) {
  let known = zones.get(zone);
  if (known === undefined) {
    const numeric = 'numeric';
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
    known = { format, offsets: new Map() };
    zones.set(zone, known);
  }
  return known;
}

/**
 * The local date of an instant, as days since 1970-01-01.
 *
 * @param {number} instant milliseconds
 * @param {string} zone
 * @returns {number}
 */
export function localDay(instant, zone) {
  return Math.floor(localMinutes(instant, zone) / minutesPerDay);
}

/**
 * @param {string} zone
 * @returns {boolean}
 */
export function isZone(zone) {
  try {
    zoneOf(zone);
    return true;
  } catch {
    return false;
  }
}
