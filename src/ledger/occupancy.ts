import { gridMinutes, windowOf } from '../calendar/clock.js';
import { dayOf } from '../calendar/date.js';
import { minutesOf } from '../calendar/duration.js';
import type { RateCard } from '../card/ratecard.js';
import type { EventSpot, Take } from '../documents/ledgerEvent.js';
import type { PackageDocument } from '../documents/package.js';
import type { Quote, QuoteLine } from '../documents/quote.js';
import type { ItemDocument } from '../documents/ratecard.js';
import { allRooms, type Section, sections } from '../documents/words.js';

/** The platform's one wave resource; no item can be called so, because ids begin with a letter or a digit. */
export const waveResource = `*${allRooms}`;

const dayMinutes = 1440;
const exclusiveOption = 'exclusive';

/** An item of a card with what booking asks of it. */
export interface Inventory {
  readonly id: string;
  readonly section: Section;
  readonly document: ItemDocument;
  readonly resource: string;
  /** Undefined where there is no end of it. */
  readonly capacity: number | undefined;
}

/** Source: booking rules, "What is occupied", Bounds: 1 for slots and celebrities, unlimited for placements and mille. */
function inventoryOf(id: string, section: Section, document: ItemDocument): Inventory {
  const usual = section === 'placements' || document.per === 'mille' ? undefined : 1;
  const bounded = document.passThrough === true ? undefined : (document.capacity ?? usual);
  return { id, section, document, resource: document.resource ?? id, capacity: bounded };
}

const inventories = new WeakMap<RateCard, ReadonlyMap<string, Inventory>>();

/** What a card has to sell, by item, in the card's order. */
export function inventoryOn(card: RateCard): ReadonlyMap<string, Inventory> {
  const known = inventories.get(card);
  if (known !== undefined) return known;
  const made = new Map(
    sections.flatMap((section) =>
      Object.entries(card.document[section] ?? {}).map(([id, item]) => [id, inventoryOf(id, section, item)]),
    ),
  );
  inventories.set(card, made);
  return made;
}

/** Where and when a spot runs, before it is known what it takes. */
export interface Place {
  readonly date: string;
  readonly time?: string | undefined;
  readonly quantity: number;
  readonly impressions?: number | undefined;
}

/** The first and last local minute of a time written under a date, the end not included. */
function localWindow(date: string, time: string): { readonly from: number; readonly to: number } {
  const { start, end } = windowOf(time);
  const midnight = dayOf(date) * dayMinutes;
  return { from: midnight + start, to: midnight + end };
}

/** The local minute at which a spot begins; 00:00 of its date where it has no time. */
export function beginOf({ date, time }: Pick<Place, 'date' | 'time'>): number {
  return time === undefined ? dayOf(date) * dayMinutes : localWindow(date, time).from;
}

/** What a spot of an item takes at a place. Source: booking rules, "What is occupied". */
function takesOf({ document, resource, capacity }: Inventory, place: Place): Take[] {
  if (document.passThrough === true) return [];
  const { date, time, quantity, impressions = 0 } = place;
  const stretch = time === undefined ? undefined : occupied(date, time, document.rest);
  const takes: Take[] = [];
  if (capacity !== undefined) {
    if (document.per === 'mille') {
      takes.push({ kind: 'impressions', resource, date, n: impressions, bound: capacity });
    } else if (stretch === undefined)
      takes.push({ kind: 'date', resource, date, n: quantity, bound: capacity });
    else takes.push({ kind: 'time', resource, date, ...stretch, n: quantity, bound: capacity });
  }
  if (document.maxPerDay !== undefined) {
    takes.push({ kind: 'per-day', resource, date, n: quantity, bound: document.maxPerDay });
  }
  if (document.scope === allRooms) {
    takes.push({ kind: 'wave', resource: waveResource, date, ...stretch, n: quantity, bound: 1 });
  }
  return takes;
}

/** The rest after a spot is rounded up to the grid. */
function occupied(date: string, time: string, rest: string | undefined) {
  const { from, to } = localWindow(date, time);
  const end = to + (rest === undefined ? 0 : minutesOf(rest));
  return { from, to, restTo: Math.ceil(end / gridMinutes) * gridMinutes };
}

/** Every spot of a quote as the ledger keeps it. The card is the one the quote is pinned to. */
export function spotsOf(quote: Quote, card: RateCard): EventSpot[] {
  const items = inventoryOn(card);
  return quote.lines.flatMap((line, at) => {
    const item = items.get(line.item);
    const asked = quote.package.lines[at];
    return item === undefined || asked === undefined ? [] : lineSpots(line, asked, item, quote.package);
  });
}

function lineSpots(
  line: QuoteLine,
  asked: PackageDocument['lines'][number],
  item: Inventory,
  { client }: PackageDocument,
): EventSpot[] {
  const category = asked.category ?? client.category;
  const passThrough = item.document.passThrough === true;
  const exclusive = !passThrough && (asked.options ?? []).includes(exclusiveOption);
  return line.spots.map(({ date, time, quantity, amount }, at) => {
    const place = { date, time, quantity, impressions: asked.impressions };
    return {
      line: line.line,
      spot: at + 1,
      date,
      ...(time === undefined ? {} : { time }),
      item: item.id,
      resource: item.resource,
      quantity,
      ...(asked.impressions === undefined ? {} : { impressions: asked.impressions }),
      brand: asked.brand ?? client.name,
      ...(category === undefined ? {} : { category }),
      ...(exclusive ? { exclusive } : {}),
      ...(passThrough ? { passThrough } : {}),
      amount,
      feeDate: date,
      takes: takesOf(item, place),
    };
  });
}

/** A spot of the same item and line at another place. */
export function spotAt(
  spot: EventSpot,
  item: Inventory,
  place: { date: string; time?: string | undefined },
): EventSpot {
  const { time: _before, ...rest } = spot;
  const { date, time } = place;
  return {
    ...rest,
    date,
    ...(time === undefined ? {} : { time }),
    item: item.id,
    resource: item.resource,
    takes: takesOf(item, { date, time, quantity: spot.quantity, impressions: spot.impressions }),
  };
}
