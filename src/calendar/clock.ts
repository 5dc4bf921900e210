/** The broadcast clock: minutes of a written date, from 00:00 to 30:00, so that 25:00 is 01:00 of the next day. */

/** From `start` to `end`, in minutes of the written date, the end not included. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

export const broadcastDay: Window = { start: 0, end: 1800 };

/** Spots begin and end on this grid; the ledger counts in cells of it. Source: booking rules, "Timed spots". */
export const gridMinutes = 5;

const window = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/;

/** Reads `20:00-26:00`. Source: pricing rules, "Numbers". */
export function readWindow(text: string): Window | { readonly fault: 'bad-time' | 'time-reversed' } {
  const parts = window.exec(text);
  if (parts === null) return { fault: 'bad-time' };
  const [hour = 0, minute = 0, endHour = 0, endMinute = 0] = parts.slice(1).map(Number);
  const start = hour * 60 + minute;
  const end = endHour * 60 + endMinute;
  if (minute > 59 || endMinute > 59 || start > broadcastDay.end || end > broadcastDay.end)
    return { fault: 'bad-time' };
  return end <= start ? { fault: 'time-reversed' } : { start, end };
}

/** The window of a text already known to be one. @throws RangeError otherwise */
export function windowOf(text: string): Window {
  const read = readWindow(text);
  if ('fault' in read) throw new RangeError(`no such time: ${text}`);
  return read;
}

/** A minute of the written date as broadcast time: 1500 is `25:00`. */
export function clockText(minute: number): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

export function onGrid(time: Window): boolean {
  return time.start % gridMinutes === 0 && time.end % gridMinutes === 0;
}
