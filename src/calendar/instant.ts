/** Instants: milliseconds since 1970 inside, ISO 8601 text with an offset outside; nothing here reads a clock. */

const instant =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** Milliseconds since 1970 of `2016-10-26T10:00:00+08:00`; undefined when the text is none or says no offset. */
export function parseInstant(text: string): number | undefined {
  const date = instant.exec(text)?.[1];
  if (date === undefined) return undefined;
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const read = Date.parse(text);
  // `Date` takes the 30th of February for the 1st of March.
  const exists = new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(date);
  return Number.isNaN(read) || !exists ? undefined : read;
}

/** The milliseconds of a text already known to be an instant. @throws RangeError otherwise */
export function instantOf(text: string): number {
  const read = parseInstant(text);
  if (read === undefined) throw new RangeError(`no such instant: ${text}`);
  return read;
}

/** `2016-10-26T02:00:00Z`: in UTC, with milliseconds only where there are any. */
export function instantText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
