import type { WhenDocument } from '../documents/ratecard.js';
import { fill, type Language, listMark, type Text } from '../lang/text.js';
import { formatWords, optionWords, sectionWords, type Words, weekdayWords, word } from '../lang/trade.js';
import { ruleViewWords } from '../lang/views.js';
import { compactDates } from './dates.js';

/** Words of a language between conditions that must all hold. */
const andMark: Text = { zh: '，', en: '; ' };

/** One condition in words. */
type Told = (when: WhenDocument, language: Language) => string | undefined;

function list(
  text: Text,
  of: (when: WhenDocument) => readonly string[] | undefined,
  words: Words = {},
): Told {
  return (when, language) => {
    const keys = of(when);
    if (keys === undefined) return undefined;
    const told = keys.map((key) => word(words, key, language)).join(listMark[language]);
    return fill(text, language, { list: told });
  };
}

function days(text: Text, of: (when: WhenDocument) => number | undefined): Told {
  return (when, language) => {
    const count = of(when);
    return count === undefined ? undefined : fill(text, language, { days: count });
  };
}

/** One entry for each key a `when` may have, in the order a person asks: what, how, when. */
const conditions: readonly Told[] = [
  list(ruleViewWords.items, (when) => when.items),
  list(ruleViewWords.sections, (when) => when.sections, sectionWords),
  list(ruleViewWords.tiers, (when) => when.tiers),
  list(ruleViewWords.tags, (when) => when.tags),
  list(ruleViewWords.formats, (when) => when.formats, formatWords),
  list(ruleViewWords.options, (when) => when.options, optionWords),
  list(ruleViewWords.categories, (when) => when.categories),
  list(ruleViewWords.dates, (when) => (when.dates === undefined ? undefined : [compactDates(when.dates)])),
  list(ruleViewWords.weekdays, (when) => when.weekdays, weekdayWords),
  list(ruleViewWords.times, (when) => (when.times === undefined ? undefined : [when.times])),
  days(ruleViewWords.leadDaysUnder, (when) => when.leadDaysUnder),
  days(ruleViewWords.leadDaysOver, (when) => when.leadDaysOver),
];

/** The conditions of a rule in words, `板块 时段，周六、周日`; a rule without any says that it always holds. */
export function conditionWords(when: WhenDocument | undefined, language: Language): string {
  const told = conditions.flatMap((condition) => condition(when ?? {}, language) ?? []);
  return told.length === 0 ? ruleViewWords.always[language] : told.join(andMark[language]);
}
