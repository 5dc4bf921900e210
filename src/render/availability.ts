import type { AvailabilityDocument } from '../documents/bookings.js';
import { availabilityWords as words } from '../lang/ledger.js';
import { fill } from '../lang/text.js';
import { drawCalendar } from './availability/calendar.js';
import { drawDays } from './availability/days.js';
import { type AvailabilityView, type OfferedItem, offersIn } from './availability/offer.js';
import { drawUnlimited } from './availability/unlimited.js';
import { shortDigest } from './digests.js';
import { clockAt } from './moments.js';
import { facts } from './page.js';
import { safe } from './safe.js';
import { paintFor, type ViewOptions, widthFor } from './view.js';
import { wrapText } from './wrap.js';

export type { OfferedItem } from './availability/offer.js';

export interface AvailabilityOptions extends ViewOptions {
  /** IANA zone of the platform: instants are told by its clocks. */
  readonly zone: string;
  /** Every date with its parts, in the place of the calendar. */
  readonly detail?: boolean | undefined;
}

/**
 * What is free, held and booked, by item and date; by whom, it does not say.
 *
 * @param items the items to show by their titles, in the order of the card; under headings where they have a section
 */
export function drawAvailability(
  document: AvailabilityDocument,
  items: readonly OfferedItem[],
  options: AvailabilityOptions,
): string {
  const { now, head, card, days } = safe(document);
  const view: AvailabilityView = {
    width: widthFor(options),
    paint: paintFor(options.colour),
    language: options.language,
    zone: options.zone,
  };
  const { language, width, paint } = view;
  const title = `${words.title[language]} ${card.id} ${card.version}`;
  const event = head && [fill(words.head, language, { seq: head.seq }), shortDigest(head.hash)];
  const offers = offersIn(days, safe(items));
  const limited = offers.filter((offer) => !offer.unlimited);
  const lines = [
    ...wrapText(title, width).map(paint.heading),
    ...facts(
      [
        { label: words.asOf[language], values: [clockAt(now, view.zone)] },
        ...(event === undefined ? [] : [{ label: words.ledger[language], values: event }]),
      ],
      view,
    ),
    '',
    ...(options.detail === true ? drawDays(limited, view) : drawCalendar(limited, view)),
    ...drawUnlimited(
      offers.filter((offer) => offer.unlimited),
      view,
    ),
    ...(offers.length === 0 ? [words.empty[language]] : []),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
