import type { AvailableDay } from '../../documents/bookings.js';
import type { Section } from '../../documents/words.js';
import type { Language } from '../../lang/text.js';
import type { Page } from '../page.js';

export interface AvailabilityView extends Page {
  readonly language: Language;
  readonly zone: string;
}

/** An item as the card offers it. */
export interface OfferedItem {
  readonly id: string;
  readonly title: string;
  readonly section?: Section | undefined;
}

/** An item with what is free of it, by date. */
export interface Offer extends OfferedItem {
  readonly days: ReadonlyMap<string, AvailableDay>;
  /** There is no end of it on any date, and nobody keeps others off it. */
  readonly unlimited: boolean;
}

/** The items that have dates, those of one section together; an item that the card does not name comes last, by its id. */
export function offersIn(days: readonly AvailableDay[], items: readonly OfferedItem[]): Offer[] {
  const byItem = new Map<string, Map<string, AvailableDay>>();
  for (const day of days) {
    const own = byItem.get(day.item);
    if (own === undefined) byItem.set(day.item, new Map([[day.date, day]]));
    else own.set(day.date, day);
  }
  const named = new Set(items.map(({ id }) => id));
  const others = [...byItem.keys()].filter((id) => !named.has(id)).map((id) => ({ id, title: id }));
  const all: OfferedItem[] = [...items, ...others];
  const sections = [...new Set(all.map(({ section }) => section))];
  return sections
    .flatMap((section) => all.filter((item) => item.section === section))
    .flatMap((item): Offer[] => {
      const own = byItem.get(item.id);
      return own === undefined
        ? []
        : [{ ...item, days: own, unlimited: [...own.values()].every(isUnlimited) }];
    });
}

function isUnlimited({ parts, perDay, exclusive }: AvailableDay): boolean {
  return parts.length === 0 && perDay === undefined && exclusive.length === 0;
}

/** Every date of some offers, in order. */
export function datesOf(offers: readonly Offer[]): string[] {
  return [...new Set(offers.flatMap(({ days }) => [...days.keys()]))].sort();
}
