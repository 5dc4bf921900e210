import { dayOf } from '../calendar/date.js';
import { minutesOf } from '../calendar/duration.js';
import { instantOfLocal } from '../calendar/zone.js';
import type { Quote } from '../documents/quote.js';
import type { Terms } from '../documents/terms.js';
import { beginOf, type Place } from './occupancy.js';

const minute = 60_000;
const dayMinutes = 1440;
const usualHold = '24h';

/** The instant at which a spot begins. */
export function beginning(spot: Pick<Place, 'date' | 'time'>, zone: string): number {
  return instantOfLocal(beginOf(spot), zone);
}

/** The instant from which a spot can no longer be sold. Source: booking rules, "Verbs", Closing. */
export function closingOf(
  spot: Pick<Place, 'date' | 'time'>,
  terms: Pick<Terms, 'deadline'> | undefined,
  zone: string,
): number {
  return beginning(spot, zone) - minutesOf(terms?.deadline ?? '0min') * minute;
}

/** The first instant after a local date. */
function endOfDate(date: string, zone: string): number {
  return instantOfLocal((dayOf(date) + 1) * dayMinutes, zone);
}

/** When a hold that begins `now` ends. `shortened` can only make it end earlier. Source: booking rules, "Verbs", `hold`. */
export function holdEnd(
  { validUntil, terms }: Pick<Quote, 'validUntil' | 'terms'>,
  spots: readonly Pick<Place, 'date' | 'time'>[],
  {
    now,
    zone,
    shortened,
  }: { readonly now: number; readonly zone: string; readonly shortened?: string | undefined },
): number {
  return Math.min(
    now + minutesOf(terms?.hold ?? usualHold) * minute,
    ...(shortened === undefined ? [] : [now + minutesOf(shortened) * minute]),
    endOfDate(validUntil, zone),
    firstClosing(spots, terms, zone),
  );
}

export function firstClosing(
  spots: readonly Pick<Place, 'date' | 'time'>[],
  terms: Pick<Terms, 'deadline'> | undefined,
  zone: string,
): number {
  return spots.reduce(
    (first, spot) => Math.min(first, closingOf(spot, terms, zone)),
    Number.POSITIVE_INFINITY,
  );
}
