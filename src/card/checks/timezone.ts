import { isTimeZone, timeZones } from '../../calendar/zone.js';
import { nearest } from '../../diagnostics/nearest.js';
import { type Problem, problem } from '../../diagnostics/problem.js';
import type { SalvagedCard } from './all.js';

export function checkTimezone(card: SalvagedCard): Problem[] {
  const { timezone } = card;
  if (timezone === undefined || isTimeZone(timezone)) return [];
  const near = nearest(timezone, timeZones(), 1);
  return [problem('unknown-timezone', ['timezone'], { written: timezone, nearest: near })];
}
