import { dayOf } from '../calendar/date.js';
import { instantText } from '../calendar/instant.js';
import type { EventSpot, Take } from '../documents/ledgerEvent.js';
import type { Reason, ReasonCode } from '../documents/receipt.js';
import { cellsOf, presenceOf, standsAs } from './claims.js';
import { heldIn, roomFrom, type Usage, type Used } from './usage.js';

/** Why places are not to be had. Source: booking rules, "A refusal lists every failing spot". */

/** A cell in which there is no room, and how much the package asks of it. */
interface Crowd {
  readonly used: Used;
  readonly asked: number;
}

/** Why there is no room for a take beside what stands and the rest of its own package. */
export function takeReasons(take: Take, standing: Usage, own: Usage, withRest = true): Reason[] {
  const { bound } = take;
  const crowds: Crowd[] = [];
  for (const cell of cellsOf(take, withRest)) {
    const used = standing.at(cell);
    const asked = own.at(cell).booked;
    if (total({ used, asked }) > bound) crowds.push({ used, asked });
  }
  return [...(crowds.length === 0 ? [] : crowded(take, crowds)), ...apart(take, standing, own)];
}

function total({ used, asked }: Crowd): number {
  return used.booked + heldIn(used) + asked;
}

/** One reason a code, with the numbers of the cell in which there is least room. */
function crowded(take: Take, crowds: readonly Crowd[]): Reason[] {
  const { bound, kind } = take;
  const asking = crowds.filter(({ asked }) => asked > bound);
  const sold = crowds.filter(({ used, asked }) => asked <= bound && used.booked + asked > bound);
  // What any cell refuses for good, no hold that runs out makes room for.
  const ends = crowds.map(({ used, asked }) => roomFrom(used, asked, bound));
  const until = ends.every((end) => end !== undefined) ? { until: instantText(Math.max(...ends)) } : {};
  const told = (code: ReasonCode, cells: readonly Crowd[], more: { until?: string } = {}): Reason[] => {
    const worst = cells.reduce<Crowd | undefined>(
      (most, one) => (most === undefined || total(one) > total(most) ? one : most),
      undefined,
    );
    if (worst === undefined) return [];
    const { used, asked } = worst;
    return [{ code, asked, bound, booked: used.booked, held: heldIn(used), ...more }];
  };
  if (kind === 'per-day') return told('max-per-day', crowds, until);
  if (kind === 'wave') return [...told('capacity', asking), ...told('wave', crowds, until)];
  const isHeld = asking.length === 0 && sold.length === 0;
  return [
    ...told('capacity', asking),
    ...told('booked', sold),
    ...(isHeld ? told('held', crowds, until) : []),
  ];
}

/** Timed and untimed spots of one resource keep each other off their date. */
function apart(take: Take, standing: Usage, own: Usage): Reason[] {
  const as = standsAs(take);
  if (as === undefined) return [];
  const other = as === 'timed' ? 'dated' : 'timed';
  const day = dayOf(take.date);
  const used = standing.on(take.resource, day)[other];
  const ours = own.on(take.resource, day);
  const numbers = { asked: ours[as].booked, bound: take.bound, booked: used.booked, held: heldIn(used) };
  const clashing = ours[other].booked > 0;
  const taken = used.booked > 0 || numbers.held > 0;
  const until = clashing ? {} : lastUntil(used);
  const reasons: Reason[] = clashing ? [{ code: 'capacity', ...numbers }] : [];
  if (take.kind === 'wave') {
    if (clashing || taken) reasons.push({ code: 'wave', ...numbers, ...until });
  } else if (used.booked > 0) reasons.push({ code: 'booked', ...numbers });
  else if (taken && !clashing) reasons.push({ code: 'held', ...numbers, ...until });
  return reasons;
}

function lastUntil({ booked, holds }: Used): { until?: string } {
  if (booked > 0 || holds.length === 0) return {};
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
