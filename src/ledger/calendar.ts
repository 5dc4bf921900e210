import { broadcastDay, clockText, gridMinutes, type Window, windowOf } from '../calendar/clock.js';
import { dayOf, dayText } from '../calendar/date.js';
import { minutesOf } from '../calendar/duration.js';
import { instantText } from '../calendar/instant.js';
import { daysOf } from '../calendar/interval.js';
import { instantOfLocal } from '../calendar/zone.js';
import type { RateCard } from '../card/ratecard.js';
import type { AvailabilityDocument, AvailableDay, AvailablePart } from '../documents/bookings.js';
import { allRooms } from '../documents/words.js';
import { compileCard } from '../pricing/compile.js';
import { headsIn } from './catalogue.js';
import type { Cell } from './claims.js';
import { type Desk, instantFor, reading } from './desk.js';
import { type Inventory, inventoryOn, waveResource } from './occupancy.js';
import { standingOn } from './standing.js';
import { heldIn, Usage, type Used } from './usage.js';

/** What is free, held and booked, by item and date: the predicate's own sums, laid out as a calendar. */

export interface CalendarFilter {
  /** ISO dates, both included; default the card's. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Ids of items; default all. */
  readonly items?: readonly string[] | undefined;
  readonly now?: number | undefined;
}

const dayMinutes = 1440;
const minute = 60_000;

export function availabilityOf(
  desk: Desk,
  card: RateCard,
  filter: CalendarFilter,
): Promise<AvailabilityDocument> {
  return reading(desk, async (queries) => {
    const { platform } = card.document;
    const now = await instantFor(desk, queries, filter.now);
    const items = itemsOf(card, filter);
    const days = daysAsked(card, filter);
    const resources = [...new Set([...items.map(({ resource }) => resource), waveResource])];
    const standing = await standingOn(
      queries,
      platform,
      resources,
      { first: days.first, last: days.last + 1 },
      { now },
    );
    const head = (await headsIn(queries)).find((one) => one.platform === platform);
    return calendarOf(card, filter, now, new Usage(standing.spots), head);
  });
}

/** The calendar of a card on a ledger that does not exist yet: all of it is free. */
export function emptyCalendar(card: RateCard, filter: CalendarFilter, now: number): AvailabilityDocument {
  return calendarOf(card, filter, filter.now ?? now, new Usage([]), undefined);
}

function calendarOf(
  card: RateCard,
  filter: CalendarFilter,
  now: number,
  usage: Usage,
  head: AvailabilityDocument['head'],
): AvailabilityDocument {
  const { id, version } = card.document;
  return {
    now: instantText(now),
    ...(head === undefined ? {} : { head }),
    card: { id, version, digest: card.digest },
    days: itemsOf(card, filter).flatMap((item) =>
      [...daysOf(daysAsked(card, filter))].map((day) => dayOfItem(item, day, card, usage, now)),
    ),
  };
}

function itemsOf(card: RateCard, { items }: CalendarFilter): Inventory[] {
  const all = [...inventoryOn(card).values()];
  return items === undefined ? all : all.filter(({ id }) => items.includes(id));
}

function daysAsked(card: RateCard, { from, to }: CalendarFilter) {
  const { valid } = compileCard(card);
  return {
    first: Math.max(valid.first, from === undefined ? valid.first : dayOf(from)),
    last: Math.min(valid.last, to === undefined ? valid.last : dayOf(to)),
  };
}

function dayOfItem(item: Inventory, day: number, card: RateCard, usage: Usage, now: number): AvailableDay {
  const { id, resource, document } = item;
  const { maxPerDay } = document;
  const perDay =
    maxPerDay === undefined ? undefined : sum(usage.at({ kind: 'per-day', resource, slot: day }));
  const present = usage.on(resource, day).present.filter(({ presence }) => presence.exclusive);
  const exclusive = [...new Set(present.map(({ presence }) => presence.category ?? ''))].sort();
  return {
    item: id,
    resource,
    date: dayText(day),
    closed: isClosed(item, day, card, now),
    ...(maxPerDay === undefined || perDay === undefined
      ? {}
      : { perDay: { used: perDay, bound: maxPerDay } }),
    exclusive,
    parts: partsOf(item, day, usage),
  };
}

/** Is the last moment past at which something of the date could still be sold? */
function isClosed({ document }: Inventory, day: number, card: RateCard, now: number): boolean {
  const open = openOf(document.open);
  const last = sellsByTime(document.per) ? open.end - gridMinutes : 0;
  const deadline = minutesOf(card.document.terms?.deadline ?? '0min') * minute;
  return now >= instantOfLocal(day * dayMinutes + last, card.document.timezone) - deadline;
}

function openOf(open: string | undefined): Window {
  return open === undefined ? broadcastDay : windowOf(open);
}

/** What is usually sold with a time; the rest is shown by the date until somebody takes it by time. */
function sellsByTime(per: string): boolean {
  return per === 'hour' || per === 'session' || per === 'wave';
}

function partsOf({ resource, capacity, document }: Inventory, day: number, usage: Usage): AvailablePart[] {
  const parts: AvailablePart[] = [];
  if (capacity !== undefined) {
    if (document.per === 'mille') {
      parts.push(part('impressions', usage.at({ kind: 'impressions', resource, slot: day }), capacity));
    } else parts.push(...sharedParts('time', resource, capacity, day, document, usage));
  }
  if (document.scope === allRooms) {
    parts.push(...sharedParts('wave', waveResource, 1, day, document, usage));
  }
  return parts;
}

/** A resource on a date: whole where somebody has it whole, else by stretches of time in which the same is left. */
function sharedParts(
  kind: 'time' | 'wave',
  resource: string,
  bound: number,
  day: number,
  { open, per }: Inventory['document'],
  usage: Usage,
): AvailablePart[] {
  const { timed, dated } = usage.on(resource, day);
  const whole = kind === 'wave' ? 'wave' : 'date';
  const isTimed = sum(timed) > 0;
  const byTime = (!isTimed && sum(dated) > 0) || (!isTimed && !sellsByTime(per));
  if (byTime) return [part(whole, usage.at({ kind: 'date', resource, slot: day }), bound)];
  const { start, end } = openOf(open);
  const stretches: { readonly used: Used; readonly from: number; to: number }[] = [];
  for (let at = Math.floor(start / gridMinutes) * gridMinutes; at < end; at += gridMinutes) {
    const cell: Cell = { kind: 'time', resource, slot: (day * dayMinutes + at) / gridMinutes };
    const used = usage.at(cell);
    const last = stretches.at(-1);
    if (last !== undefined && alike(last.used, used)) last.to = at + gridMinutes;
    else stretches.push({ used, from: at, to: at + gridMinutes });
  }
  return stretches.map(({ used, from, to }) => {
    const { kind: _same, ...counts } = part(kind, used, bound);
    return { kind, from: clockText(from), to: clockText(Math.min(to, end)), ...counts };
  });
}

function alike(a: Used, b: Used): boolean {
  return a.booked === b.booked && heldIn(a) === heldIn(b) && firstEnd(a) === firstEnd(b);
}

function firstEnd({ holds }: Used): number {
  return holds.reduce((first, { until }) => Math.min(first, until), Number.POSITIVE_INFINITY);
}

function sum(used: Used): number {
  return used.booked + heldIn(used);
}

/** A card may have lowered what another had sold by: then nothing is free, and not less than nothing. */
function part(kind: AvailablePart['kind'], used: Used, bound: number): AvailablePart {
  const held = heldIn(used);
  return {
    kind,
    bound,
    booked: used.booked,
    held,
    ...(held === 0 ? {} : { until: instantText(firstEnd(used)) }),
    free: Math.max(0, bound - used.booked - held),
  };
}
