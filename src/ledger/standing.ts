import { dayOf } from '../calendar/date.js';
import type { EventSpot } from '../documents/ledgerEvent.js';
import { waveResource } from './occupancy.js';
import { spotOf } from './rows.js';
import type { Queries } from './tables.js';
import type { StandingSpot } from './usage.js';

/** What stands in the ledger at an instant, on some resources and dates. */
export interface Standing {
  readonly spots: readonly StandingSpot[];
  /** Holds that have run out and still have their places: whoever needs them says so first. */
  readonly lapsed: readonly string[];
}

/** Days since 1970, both included. */
interface Days {
  readonly first: number;
  readonly last: number;
}

const dayMinutes = 1440;

/** The resources that spots take something of, or have rivals on. */
export function resourcesOf(spots: readonly EventSpot[]): string[] {
  return [
    ...new Set(spots.flatMap(({ resource, takes }) => [resource, ...takes.map((take) => take.resource)])),
  ];
}

/** The days on which spots run or rest. */
export function daysOfSpots(spots: readonly EventSpot[]): Days {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { date, takes } of spots) {
    first = Math.min(first, dayOf(date));
    last = Math.max(
      last,
      dayOf(date),
      ...takes.map(({ restTo = 0 }) => Math.floor((restTo - 1) / dayMinutes)),
    );
  }
  return { first, last };
}

const resourcesAtOnce = 500;

/** @param without a booking whose places count as free */
export async function standingOn(
  queries: Queries,
  platform: string,
  resources: readonly string[],
  days: Days,
  { now, without }: { readonly now: number; readonly without?: string | undefined },
): Promise<Standing> {
  const spots: StandingSpot[] = [];
  const lapsed = new Set<string>();
  const rows = [];
  const asked = resources.filter((resource) => resource !== waveResource);
  for (let at = 0; at < asked.length; at += resourcesAtOnce) {
    const some = asked.slice(at, at + resourcesAtOnce);
    rows.push(...(await query(queries, platform, days).where('spot.resource', 'in', some).execute()));
  }
  if (resources.includes(waveResource)) {
    const waves = await query(queries, platform, days).where('spot.wave', '=', 1).execute();
    // A wave of a resource that was asked for is there already.
    rows.push(...waves.filter(({ resource }) => !asked.includes(resource)));
  }
  for (const row of rows) {
    if (row.booking === without) continue;
    const heldUntil = row.state === 'booked' ? undefined : row.expires;
    if (heldUntil !== undefined && heldUntil <= now) lapsed.add(row.booking);
    else spots.push({ spot: spotOf(row), heldUntil });
  }
  return { spots, lapsed: [...lapsed].sort() };
}

function query(queries: Queries, platform: string, { first, last }: Days) {
  return queries
    .selectFrom('kanli_spot as spot')
    .innerJoin('kanli_booking as held', (join) =>
      join.onRef('held.platform', '=', 'spot.platform').onRef('held.number', '=', 'spot.booking'),
    )
    .select(['spot.booking', 'spot.resource', 'spot.body', 'held.state', 'held.expires'])
    .where('spot.platform', '=', platform)
    .where('spot.day', '<=', last)
    .where('spot.last_day', '>=', first);
}
