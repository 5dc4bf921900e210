import { broadcastDay, windowOf } from '../calendar/clock.js';
import { dayOf, dayText } from '../calendar/date.js';
import { daysOf } from '../calendar/interval.js';
import type { RateCard } from '../card/ratecard.js';
import { onRequest } from '../documents/fields.js';
import type { EventSpot } from '../documents/ledgerEvent.js';
import type { Quote } from '../documents/quote.js';
import type { Alternative } from '../documents/receipt.js';
import { compileCard } from '../pricing/compile.js';
import type { Availability } from './availability.js';
import { type Inventory, inventoryOn, spotAt } from './occupancy.js';

/** What could be had instead. Source: booking rules, "A refusal lists every failing spot". */

const mostDates = 3;
const mostItems = 3;

/** The 3 nearest free dates for the same item and time, then up to 3 free items of its section and tier. */
export function alternativesFor(
  spot: EventSpot,
  quote: Quote,
  card: RateCard,
  availability: Availability,
): Alternative[] {
  const own = inventoryOn(card).get(spot.item);
  if (own === undefined) return [];
  const elsewhen = datesBeside(spot, quote, card).map((date) => spotAt(spot, own, { date, time: spot.time }));
  const elsewhere = itemsLike(own, spot, quote, card).map((item) => spotAt(spot, item, spot));
  return [...freeOf(elsewhen, mostDates), ...freeOf(elsewhere, mostItems)].map(({ item, date, time }) => ({
    item,
    date,
    ...(time === undefined ? {} : { time }),
  }));

  function freeOf(candidates: readonly EventSpot[], most: number): EventSpot[] {
    const free: EventSpot[] = [];
    for (const candidate of candidates) {
      if (free.length === most) break;
      if (availability.couldBe(candidate, spot)) free.push(candidate);
    }
    return free;
  }
}

/** The card's dates but those of the line, the nearest first, of two alike the earlier. */
function datesBeside(spot: EventSpot, quote: Quote, card: RateCard): string[] {
  const taken = new Set(quote.lines[spot.line - 1]?.spots.map(({ date }) => date));
  const day = dayOf(spot.date);
  return [...daysOf(compileCard(card).valid)]
    .filter((other) => !taken.has(dayText(other)))
    .sort((a, b) => Math.abs(a - day) - Math.abs(b - day) || a - b)
    .map(dayText);
}

/** Other items that the line could name as it stands, without another word about money, time or format. */
function itemsLike(own: Inventory, spot: EventSpot, quote: Quote, card: RateCard): Inventory[] {
  const format = quote.lines[spot.line - 1]?.format;
  const time = spot.time === undefined ? undefined : windowOf(spot.time);
  return [...inventoryOn(card).values()].filter(({ id, section, document }) => {
    if (id === own.id || section !== own.section || document.tier !== own.document.tier) return false;
    if (document.passThrough === true || document.price === onRequest) return false;
    if ((document.per === 'mille') !== (own.document.per === 'mille')) return false;
    if (format !== undefined && document.formats?.includes(format) !== true) return false;
    if (time === undefined) return document.per !== 'hour';
    const open = document.open === undefined ? broadcastDay : windowOf(document.open);
    return time.start >= open.start && time.end <= open.end;
  });
}
