import { dayOf } from '../calendar/date.js';
import { instantText } from '../calendar/instant.js';
import type { EventSpot, Take } from '../documents/ledgerEvent.js';
import type { Reason, ReasonCode } from '../documents/receipt.js';
import { cellsOf, presenceOf, standsAs } from './claims.js';
import { heldIn, roomFrom, type Usage, type Used } from './usage.js';

/** Why places are not to be had. Source: booking rules, "A refusal lists every failing spot". */

/** Why there is no room for a take beside what stands and the rest of its own package; at most one reason a kind of place. */
export function takeReasons(take: Take, standing: Usage, own: Usage, withRest = true): Reason[] {
  const { bound } = take;
  let worst: { readonly used: Used; readonly asked: number } | undefined;
  for (const cell of cellsOf(take, withRest)) {
    const used = standing.at(cell);
    const asked = own.at(cell).booked;
    if (used.booked + heldIn(used) + asked <= bound) continue;
    if (worst === undefined || total(used, asked) > total(worst.used, worst.asked)) worst = { used, asked };
  }
  const reasons = worst === undefined ? [] : crowded(take, worst.used, worst.asked);
  return [...reasons, ...apart(take, standing, own)];
}

function total(used: Used, asked: number): number {
  return used.booked + heldIn(used) + asked;
}

function crowded(take: Take, used: Used, asked: number): Reason[] {
  const { bound, kind } = take;
  const numbers = { asked, bound, booked: used.booked, held: heldIn(used) };
  const until = asked > bound ? undefined : roomFrom(used, asked, bound);
  const when = until === undefined ? {} : { until: instantText(until) };
  if (kind === 'per-day') return [{ code: 'max-per-day', ...numbers, ...when }];
  const codes: ReasonCode[] = [];
  if (asked > bound) codes.push('capacity');
  if (kind === 'wave') codes.push('wave');
  else if (asked <= bound) codes.push(used.booked + asked > bound ? 'booked' : 'held');
  return codes.map((code) => ({ code, ...numbers, ...when }));
}

/** Timed and untimed spots of one resource keep each other off their date. */
function apart(take: Take, standing: Usage, own: Usage): Reason[] {
  const as = standsAs(take);
  if (as === undefined) return [];
  const other = as === 'timed' ? 'dated' : 'timed';
  const day = dayOf(take.date);
  const used = standing.on(take.resource, day)[other];
  const ours = own.on(take.resource, day);
  const held = heldIn(used);
  const asked = ours[as].booked;
  const numbers = { asked, bound: take.bound, booked: used.booked, held };
  if (ours[other].booked > 0) return [{ code: 'capacity', ...numbers }];
  if (used.booked === 0 && held === 0) return [];
  if (take.kind === 'wave') return [{ code: 'wave', ...numbers, ...lastUntil(used) }];
  return used.booked > 0
    ? [{ code: 'booked', ...numbers }]
    : [{ code: 'held', ...numbers, ...lastUntil(used) }];
}

function lastUntil({ booked, holds }: Used): { until?: string } {
  if (booked > 0) return {};
  return { until: instantText(Math.max(...holds.map(({ until }) => until))) };
}

/** Exclusive spots keep other brands of their category off the resource on their date. Source: booking rules, "Rivals". */
export function rivalReasons(spot: EventSpot, standing: Usage, own: Usage): Reason[] {
  const presence = presenceOf(spot);
  if (presence === undefined) return [];
  const { resource, day, brand, category, exclusive } = presence;
  const others = [standing, own].flatMap((usage) => usage.on(resource, day).present);
  if (category === undefined) {
    return exclusive || others.some((other) => other.presence.exclusive) ? [{ code: 'no-category' }] : [];
  }
  const rivals = others.filter(
    ({ presence: other }) =>
      other.category === category && other.brand !== brand && (exclusive || other.exclusive),
  );
  if (rivals.length === 0) return [];
  const ends = rivals.map(({ heldUntil }) => heldUntil ?? Number.POSITIVE_INFINITY);
  const last = Math.max(...ends);
  // Rivals of the package itself never run out, nor does what is booked.
  return [{ code: 'rival', ...(Number.isFinite(last) ? { until: instantText(last) } : {}) }];
}
