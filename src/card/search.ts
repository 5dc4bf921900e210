import { broadcastDay, windowOf } from '../calendar/clock.js';
import { dayOf, weekdayOf } from '../calendar/date.js';
import { readInterval } from '../calendar/interval.js';
import { onRequest } from '../documents/fields.js';
import type {
  ItemDocument,
  RateCardDocument,
  SurchargeDocument,
  WhenDocument,
} from '../documents/ratecard.js';
import { type Section, sections } from '../documents/words.js';
import { decimalRatio, rateRatio } from '../money/decimal.js';
import { compareRatios } from '../money/ratio.js';

/** What somebody looks for on a card; all that is given must hold. */
export interface CardSearch {
  readonly section?: Section | undefined;
  readonly tier?: string | undefined;
  /** ISO; only items sold on that day, each with the surcharges of that day. */
  readonly date?: string | undefined;
  /** Bounds of the unit price, plain decimal text; an item without a price of its own lies in no bounds. */
  readonly least?: string | undefined;
  readonly most?: string | undefined;
  /** Each must stand in the id, a title or a tag, whatever its case. */
  readonly words?: readonly string[] | undefined;
}

export interface FoundItem {
  readonly id: string;
  readonly section: Section;
  readonly item: ItemDocument;
  /** In the card's order; only where a date was asked for. */
  readonly surcharges?: readonly DaySurcharge[];
}

/** A surcharge of a day; `still` is what else must hold, absent when it applies for sure. */
export interface DaySurcharge {
  readonly rule: SurchargeDocument;
  readonly still?: WhenDocument;
}

/** The items of a card that match, in its order. */
export function searchCard(card: RateCardDocument, search: CardSearch): FoundItem[] {
  const { date } = search;
  if (date !== undefined && !sells(card, date)) return [];
  return sections
    .filter((section) => search.section === undefined || search.section === section)
    .flatMap((section) => Object.entries(card[section] ?? {}).map(([id, item]) => ({ id, section, item })))
    .filter((found) => matches(found, search))
    .map((found) => (date === undefined ? found : { ...found, surcharges: surchargesOn(date, found, card) }));
}

function sells(card: RateCardDocument, date: string): boolean {
  const valid = readInterval(card.valid);
  const day = dayOf(date);
  return !('fault' in valid) && day >= valid.first && day <= valid.last;
}

function matches({ id, item }: FoundItem, { tier, least, most, words = [] }: CardSearch): boolean {
  if (tier !== undefined && item.tier?.toLowerCase() !== tier.toLowerCase()) return false;
  if (
    (least !== undefined || most !== undefined) &&
    !pricesOf(item).some((price) => within(price, least, most))
  )
    return false;
  const texts = [id, item.title, item.title_en ?? '', ...(item.tags ?? [])].map(folded);
  return words.every((word) => texts.some((text) => text.includes(folded(word))));
}

function pricesOf({ price, breaks = [] }: ItemDocument): string[] {
  return [
    ...(price === undefined || price === onRequest ? [] : [price]),
    ...breaks.map((step) => step.price),
  ];
}

function within(price: string, least: string | undefined, most: string | undefined): boolean {
  const value = decimalRatio(price);
  if (least !== undefined && compareRatios(value, decimalRatio(least)) < 0) return false;
  return most === undefined || compareRatios(value, decimalRatio(most)) <= 0;
}

/** Case and width of letters aside: a Chinese keyboard writes both. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Source: pricing rules, "Spot price", 2; here the line and its time are not known yet. */
function surchargesOn(date: string, found: FoundItem, card: RateCardDocument): DaySurcharge[] {
  const possible = (card.surcharges ?? []).flatMap((rule) => {
    const still = stillOpen(rule.when ?? {}, date, found);
    return still === undefined ? [] : [{ rule, ...(Object.keys(still).length === 0 ? {} : { still }) }];
  });
  return possible.filter((entry, at) => !possible.some((other, place) => beats(other, place, entry, at)));
}

/** The conditions that a day and an item leave open; undefined when they already fail. */
function stillOpen(
  when: WhenDocument,
  date: string,
  { id, section, item }: FoundItem,
): WhenDocument | undefined {
  const { items, sections: named, tiers, tags, dates, weekdays, ...rest } = when;
  const holds = [
    items?.includes(id),
    named?.includes(section),
    tiers === undefined ? undefined : tiers.includes(item.tier ?? ''),
    tags?.some((tag) => item.tags?.includes(tag) ?? false),
    dates?.includes(date),
    weekdays?.includes(weekdayOf(dayOf(date))),
    rest.formats?.some((format) => item.formats?.includes(format) ?? false),
    rest.times === undefined ? undefined : mayStartIn(rest.times, item.open),
  ];
  return holds.includes(false) ? undefined : rest;
}

/** Whether a spot of an item sold within `open` can start within `times`. */
function mayStartIn(times: string, open: string | undefined): boolean {
  const window = windowOf(times);
  const sold = open === undefined ? broadcastDay : windowOf(open);
  return sold.start < window.end && window.start < sold.end;
}

/** Of one group only the largest applies; of two rates on the same list price it is known which that is. */
function beats(other: DaySurcharge, place: number, entry: DaySurcharge, at: number): boolean {
  const { group, rate } = entry.rule;
  if (other === entry || group === undefined || other.rule.group !== group || other.still !== undefined)
    return false;
  if (rate === undefined || other.rule.rate === undefined) return false;
  const order = compareRatios(rateRatio(other.rule.rate), rateRatio(rate));
  return order > 0 || (order === 0 && place < at);
}
