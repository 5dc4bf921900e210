import fc from 'fast-check';
import { clockText, windowOf } from '../../src/calendar/clock.js';
import { addDays } from '../../src/calendar/date.js';
import type { LineDocument } from '../../src/documents/package.js';
import type { ItemDocument } from '../../src/documents/ratecard.js';
import { amounts, rates, words } from './random-amounts.js';
import type { Money } from './random-cards.js';
import { formats } from './random-items.js';
import { categories, options, season } from './random-rules.js';

interface Hours {
  readonly start: number;
  readonly minutes: number;
}

const hours: fc.Arbitrary<Hours> = fc.record({
  start: fc.nat(359).map((step) => step * 5),
  minutes: fc.constantFrom(1, 30, 45, 60, 61, 90, 91, 120, 125, 180),
});

/** What somebody asks for before looking at the item; `fitted` makes a line of it that the item can be sold by. */
export function wishes({ temper, digits }: Money) {
  return fc.record(
    {
      item: fc.nat(4),
      days: fc.uniqueArray(fc.nat(19), { minLength: 1, maxLength: 4 }),
      hours,
      otherHours: hours,
      quantity: fc.oneof(fc.integer({ min: 1, max: 7 }), fc.constantFrom(1000, 999_983)),
      impressions: fc.oneof(fc.integer({ min: 1, max: 3_000_000 }), fc.constant(Number.MAX_SAFE_INTEGER)),
      format: fc.nat(formats.length - 1),
      options: fc.shuffledSubarray(options, { minLength: 1 }),
      brand: words,
      category: fc.constantFrom(...categories),
      closed: fc.constantFrom('bonus', 'fixed', 'no', 'no', 'no', 'no'),
      discount: rates(100),
      worth: amounts(temper, digits),
      note: words,
    },
    { requiredKeys: ['item', 'days', 'impressions', 'worth'] },
  );
}

export type Wish = ReturnType<typeof wishes> extends fc.Arbitrary<infer W> ? W : never;

/** A line that fits its item and stays within the season, no spot before `asOf`. */
export function fitted(
  wish: Wish,
  items: readonly (readonly [string, ItemDocument])[],
  asOf: string,
): LineDocument {
  const [id, item] = items[wish.item % items.length] ?? ['', undefined];
  if (item === undefined) throw new RangeError('a card without items');
  const dates = wish.days.map((day) => latest(addDays(season.last, -day), asOf)).sort();
  const own = [...new Set(dates)];
  const { format, options: extras, brand, category, note, quantity } = wish;
  const offered = item.formats?.[(format ?? 0) % item.formats.length];
  return {
    item: id,
    dates: own,
    ...timesOf(wish, item, own),
    ...(item.per === 'mille'
      ? { impressions: wish.impressions }
      : quantity === undefined
        ? {}
        : { quantity }),
    ...(format === undefined || offered === undefined ? {} : { format: offered }),
    ...(extras === undefined ? {} : { options: extras }),
    ...(brand === undefined ? {} : { brand }),
    ...(category === undefined ? {} : { category }),
    ...(note === undefined ? {} : { note }),
    ...paid(wish, item),
  };
}

function latest(a: string, b: string): string {
  return a < b ? b : a;
}

function timesOf(
  wish: Wish,
  { per, open }: ItemDocument,
  dates: readonly string[],
): Pick<LineDocument, 'time' | 'times'> {
  const usual = wish.hours ?? (per === 'hour' ? { start: 1200, minutes: 60 } : undefined);
  const last = dates.at(-1);
  return {
    ...(usual === undefined ? {} : { time: inWindow(usual, open) }),
    ...(wish.otherHours === undefined || last === undefined
      ? {}
      : { times: { [last]: inWindow(wish.otherHours, open) } }),
  };
}

function inWindow({ start, minutes }: Hours, open = '00:00-30:00'): string {
  const window = windowOf(open);
  const room = window.end - window.start - minutes;
  const from = window.start + (start % (room + 1));
  return `${clockText(from)}-${clockText(from + minutes)}`;
}

function paid(
  { closed, discount, worth }: Wish,
  item: ItemDocument,
): Pick<LineDocument, 'fixed' | 'bonus' | 'amount' | 'discount'> {
  if (item.passThrough === true) return { amount: worth };
  if (item.price === 'on-request') return { fixed: worth, ...(closed === 'bonus' ? { bonus: true } : {}) };
  if (closed === 'bonus') return { bonus: true };
  if (closed === 'fixed') return { fixed: worth };
  return discount === undefined ? {} : { discount };
}
