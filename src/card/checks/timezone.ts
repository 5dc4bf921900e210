import { isTimeZone, timeZones } from '../../calendar/zone.js';
import { nearest } from '../../diagnostics/nearest.js';
import { type Problem, problem } from '../../diagnostics/problem.js';
import type { SalvagedCard } from './all.js';

/** What people call the time of China, which IANA knows by another city. */
const beijing = /beijing|peking|北京|^(?:utc|gmt)? ?\+ ?0?8(?::?00)?$/iu;

export function checkTimezone(card: SalvagedCard): Problem[] {
  const { timezone } = card;
  if (timezone === undefined || isTimeZone(timezone)) return [];
  const near = beijing.test(timezone) ? ['Asia/Shanghai'] : nearest(timezone, timeZones(), 1);
  return [problem('unknown-timezone', ['timezone'], { written: timezone, nearest: near })];
}
