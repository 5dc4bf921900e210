const duration = /^(?:(\d{1,5})d)?(?:(\d{1,5})h)?(?:(\d{1,6})min)?$/;

/** Minutes of `90min`, `2h`, `1h30min`, `48h`, `14d`; undefined when it is none. Source: pricing rules, "Numbers". */
export function readDuration(text: string): number | undefined {
  const parts = duration.exec(text);
  if (parts === null || text === '') return undefined;
  const [days = 0, hours = 0, minutes = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return days * 1440 + hours * 60 + minutes;
}

/** The minutes of a text already known to be a duration. @throws RangeError otherwise */
export function minutesOf(text: string): number {
  const minutes = readDuration(text);
  if (minutes === undefined) throw new RangeError(`no such duration: ${text}`);
  return minutes;
}
