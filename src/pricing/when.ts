import { type Window, windowOf } from '../calendar/clock.js';
import { dayOf, weekdayOf } from '../calendar/date.js';
import type { WhenDocument } from '../documents/ratecard.js';
import type { Section } from '../documents/words.js';

/** What of a line a rule's conditions look at. */
export interface LineFacts {
  readonly item: string;
  readonly section: Section;
  readonly tier: string | undefined;
  readonly tags: readonly string[];
  readonly format: string | undefined;
  readonly options: readonly string[];
  /** The line's category, else the client's. */
  readonly category: string | undefined;
}

/** What of a spot they look at: days since 1970, minutes of the broadcast clock. */
export interface SpotFacts {
  readonly day: number;
  readonly time: Window | undefined;
}

/** The conditions of a rule, compiled once a card. */
export interface When {
  readonly line: (line: LineFacts) => boolean;
  readonly spot: (spot: SpotFacts, asOf: number) => boolean;
}

type Test<F extends unknown[]> = (...facts: F) => boolean;

/** All keys of `when` must hold; none always holds. Source: pricing rules, "Spot price", 2. */
export function compileWhen(when: WhenDocument | undefined): When {
  const line = lineTests(when ?? {});
  const spot = spotTests(when ?? {});
  return {
    line: (facts) => line.every((holds) => holds(facts)),
    spot: (facts, asOf) => spot.every((holds) => holds(facts, asOf)),
  };
}

function lineTests(when: WhenDocument): Test<[LineFacts]>[] {
  const tests: Test<[LineFacts]>[] = [];
  const any = (
    list: readonly string[] | undefined,
    of: (line: LineFacts) => readonly (string | undefined)[],
  ) => {
    if (list === undefined) return;
    const wanted = new Set<string | undefined>(list);
    tests.push((line) => of(line).some((word) => word !== undefined && wanted.has(word)));
  };
  any(when.items, (line) => [line.item]);
  any(when.sections, (line) => [line.section]);
  any(when.tiers, (line) => [line.tier]);
  any(when.formats, (line) => [line.format]);
  any(when.options, (line) => line.options);
  any(when.categories, (line) => [line.category]);
  any(when.tags, (line) => line.tags);
  return tests;
}

function spotTests(when: WhenDocument): Test<[SpotFacts, number]>[] {
  const tests: Test<[SpotFacts, number]>[] = [];
  const { leadDaysUnder, leadDaysOver } = when;
  if (when.dates !== undefined) {
    const days = new Set(when.dates.map(dayOf));
    tests.push((spot) => days.has(spot.day));
  }
  if (when.weekdays !== undefined) {
    const wanted = new Set<string>(when.weekdays);
    tests.push((spot) => wanted.has(weekdayOf(spot.day)));
  }
  if (when.times !== undefined) {
    const window = windowOf(when.times);
    tests.push(({ time }) => time !== undefined && time.start >= window.start && time.start < window.end);
  }
  if (leadDaysUnder !== undefined) tests.push((spot, asOf) => spot.day - asOf < leadDaysUnder);
  if (leadDaysOver !== undefined) tests.push((spot, asOf) => spot.day - asOf > leadDaysOver);
  return tests;
}
