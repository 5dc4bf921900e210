import fc from 'fast-check';
import type { DiscountDocument, SurchargeDocument, WhenDocument } from '../../src/documents/ratecard.js';
import { sections } from '../../src/documents/words.js';
import { amounts, rates, seldom, type Temper, words } from './random-amounts.js';
import { formats, tags, tiers } from './random-items.js';

export const options = ['exclusive', 'live'];
export const categories = ['alcohol', 'beauty'];

/** The days that cards of these tests sell. */
export const season = { first: '2016-10-24', last: '2016-11-13' };

const conditions = (items: readonly string[]) =>
  fc.record({
    items: fc.shuffledSubarray([...items], { minLength: 1 }),
    sections: fc.shuffledSubarray([...sections], { minLength: 1 }),
    tiers: fc.shuffledSubarray(tiers, { minLength: 1 }),
    formats: fc.shuffledSubarray(formats, { minLength: 1 }),
    options: fc.shuffledSubarray(options, { minLength: 1 }),
    categories: fc.shuffledSubarray(categories, { minLength: 1 }),
    tags: fc.shuffledSubarray(tags, { minLength: 1 }),
    dates: fc.constantFrom(['2016-11-01/2016-11-11'], ['2016-11-05', '2016-11-08/2016-11-13']),
    weekdays: fc.shuffledSubarray(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], { minLength: 2 }),
    times: fc.constantFrom('20:00-22:00', '22:00-26:00', '00:00-21:00'),
    leadDaysUnder: fc.nat(20),
    leadDaysOver: fc.nat(20),
  });

/** Few conditions at once, or no rule would ever apply. */
function whens(items: readonly string[]): fc.Arbitrary<WhenDocument> {
  return fc
    .tuple(conditions(items), fc.integer({ min: 1, max: 2 }), fc.nat(11))
    .map(([all, most, from]) =>
      Object.fromEntries(Object.entries(all).filter((_, at) => (at + 12 - from) % 12 < most)),
    );
}

const head = { title: words, title_en: words };
const headKeys = ['title'] as const;
const groups = fc.constantFrom('season', 'loyalty');

/** Surcharges of a card that sells these items; their ids are `surcharge-0` and so on. */
export function surcharges(
  temper: Temper,
  digits: number,
  items: readonly string[],
): fc.Arbitrary<SurchargeDocument[]> {
  const when = whens(items);
  const onList = fc.record(
    { ...head, rate: rates(150), on: fc.constant('list'), group: groups, when },
    { requiredKeys: [...headKeys, 'rate'] },
  );
  const onRunning = fc.record(
    { ...head, rate: rates(60), on: fc.constant('running'), when },
    { requiredKeys: [...headKeys, 'rate', 'on'] },
  );
  const flat = fc.record(
    { ...head, amount: amounts(temper, digits), group: groups, when },
    { requiredKeys: [...headKeys, 'amount'] },
  );
  return named('surcharge', fc.array(fc.oneof(onList, onRunning, flat), { maxLength: 4 }));
}

function tiersOf(temper: Temper): fc.Arbitrary<NonNullable<DiscountDocument['tiers']>> {
  return fc
    .tuple(rates(60), fc.uniqueArray(fc.tuple(fc.bigInt(1n, 9_000n), rates(100)), startsDiffer))
    .map(([first, rest]) => [
      { from: '0', rate: first },
      ...rest
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([from, rate]) => ({ from: `${from}${startScale[temper]}`, rate })),
    ]);
}

const startsDiffer = { selector: ([from]: [bigint, string]) => from, maxLength: 3 };

/** A tier begins where lines of that temper come to; at times finer than any minor unit. */
const startScale: Readonly<Record<Temper, string>> = {
  round: '000',
  fine: '.00005',
  vast: '000000000000000',
};

/** Discounts of a card that sells these items; their ids are `discount-0` and so on. */
export function discounts(
  temper: Temper,
  digits: number,
  items: readonly string[],
): fc.Arbitrary<DiscountDocument[]> {
  const spots = fc.integer({ min: 1, max: 4 });
  const requires = fc.array(
    fc.oneof(
      fc.record({ item: fc.constantFrom(...items), spots }),
      fc.record({ section: fc.constantFrom(...sections), spots }),
      fc.record({ tag: fc.constantFrom(...tags), spots }),
    ),
    { minLength: 1, maxLength: 2 },
  );
  const shared = { ...head, group: groups, requires: seldom(requires), when: seldom(whens(items)) };
  const byRate = fc.record({ ...shared, rate: rates(100) }, { requiredKeys: [...headKeys, 'rate'] });
  const byAmount = fc.record(
    { ...shared, amount: amounts(temper, digits) },
    { requiredKeys: [...headKeys, 'amount'] },
  );
  const byTiers = fc.record(
    { ...shared, tiers: tiersOf(temper), mode: fc.constantFrom('threshold', 'graduated') },
    { requiredKeys: [...headKeys, 'tiers', 'mode'] },
  );
  return named('discount', fc.array(fc.oneof(byRate, byAmount, byTiers), { maxLength: 4 }));
}

function named<T extends object>(
  name: string,
  rules: fc.Arbitrary<T[]>,
): fc.Arbitrary<(T & { id: string })[]> {
  return rules.map((list) => list.map((rule, at) => ({ id: `${name}-${at}`, ...rule })));
}
