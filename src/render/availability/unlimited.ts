import { availabilityWords as words } from '../../lang/ledger.js';
import { fill, listMark } from '../../lang/text.js';
import { compactDates } from '../dates.js';
import { wrapText } from '../wrap.js';
import type { AvailabilityView, Offer } from './offer.js';

/** What there is no end of, once and not by date; only the dates that are closed differ. */
export function drawUnlimited(offers: readonly Offer[], view: AvailabilityView): string[] {
  const { language, width } = view;
  const byClosed = new Map<string, string[]>();
  for (const { title, days } of offers) {
    const closed = [...days.values()].filter((day) => day.closed).map(({ date }) => date);
    const dates = compactDates(closed);
    const own = byClosed.get(dates);
    if (own === undefined) byClosed.set(dates, [title]);
    else own.push(title);
  }
  return [...byClosed].flatMap(([dates, titles]) => {
    const said = fill(words.unlimited, language, { items: titles.join(listMark[language]) });
    const closed = dates === '' ? '' : ` · ${fill(words.closedOn, language, { dates })}`;
    return wrapText(`${said}${closed}`, width);
  });
}
