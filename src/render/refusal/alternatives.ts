import { refusalWords as words } from '../../lang/ledger.js';
import { fill } from '../../lang/text.js';
import { airText } from '../dates.js';
import type { RefusedGroup } from './groups.js';
import { itemText, type RefusalView } from './view.js';

/** Where the spots could go: other dates of the item, then other items; dates and times only where they are others. */
export function alternativesText(group: RefusedGroup, view: RefusalView): string | undefined {
  const { dates, item, alternatives } = group;
  const { language } = view;
  const year = dates[0]?.slice(0, 4) ?? '';
  const items = [...new Set(alternatives.map((other) => other.item))];
  const places = items.map((other) => {
    const own = alternatives
      .filter((place) => place.item === other)
      .map(({ date, time }) => ({ date, time: time === group.time ? undefined : time }));
    const air = airText(own, year).join('; ');
    if (other === item) return air;
    const found = new Set(own.map(({ date }) => date));
    const same = own.every(({ time }) => time === undefined) && dates.every((date) => found.has(date));
    const elsewhere = itemText(other, view);
    return same && found.size === dates.length ? elsewhere : `${elsewhere} ${air}`;
  });
  if (places.length === 0) return undefined;
  return fill(words.instead, language, { places: places.join(words.or[language]) });
}
