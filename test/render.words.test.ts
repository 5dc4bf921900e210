import { describe, expect, test } from '@jest/globals';
import { weekdays } from '../src/calendar/date.js';
import { dueEvents } from '../src/calendar/due.js';
import { quoteSchema } from '../src/documents/quote.js';
import { rateCardSchema, type WhenDocument } from '../src/documents/ratecard.js';
import {
  adjustmentKinds,
  closings,
  isReservedRule,
  lateFeePeriods,
  natures,
  ratioPolicies,
  sections,
  settlements,
  taxBases,
  waysOfSelling,
} from '../src/documents/words.js';
import { languages, type Text } from '../src/lang/text.js';
import * as trade from '../src/lang/trade.js';
import * as views from '../src/lang/views.js';
import { conditionWords } from '../src/render/conditions.js';

const keys = (words: object) => Object.keys(words).sort();

/** A schema as zod describes it to itself, whichever of its faces it was built with. */
interface Described {
  readonly _zod: {
    readonly def: { readonly innerType?: Described; readonly element?: Described; readonly shape?: Shape };
  };
}
type Shape = Readonly<Record<string, Described>>;

/** The fields of a map, looked for inside optionals and lists. */
function shapeOf(schema: Described | undefined): Shape {
  const { innerType, element, shape } = schema?._zod.def ?? {};
  if (shape !== undefined) return shape;
  if (schema === undefined) throw new Error('no such field');
  return shapeOf(innerType ?? element);
}

const cardShape = shapeOf(rateCardSchema as unknown as Described);
const quoteShape = shapeOf(quoteSchema as unknown as Described);

describe('the words of the trade', () => {
  test.each<[string, trade.Words, readonly string[]]>([
    ['sections', trade.sectionWords, sections],
    ['ways of selling', trade.perWords, waysOfSelling],
    ['natures', trade.natureWords, natures],
    ['weekdays', trade.weekdayWords, weekdays],
    ['tax bases', trade.taxBasisWords, taxBases],
    ['closings', trade.closingWords, closings],
    ['adjustment kinds', trade.adjustmentWords, adjustmentKinds],
    ['settlements', trade.settlementWords, settlements],
    ['due events', trade.dueEventWords, dueEvents],
    ['late fee periods', trade.periodWords, lateFeePeriods],
    ['totals', trade.totalWords, [...keys(shapeOf(quoteShape.totals)), 'amount']],
  ])('%s have a word each, and no word is left over', (_name, words, known) => {
    expect(keys(words)).toEqual([...known].sort());
  });

  test('figures and policies have theirs', () => {
    const policies = ['commission', 'minimumSpend', ...ratioPolicies];
    expect(keys(shapeOf(cardShape.policies))).toEqual([...policies].sort());
    const known = new Set([...keys(shapeOf(quoteShape.figures)), ...policies]);
    expect(keys(trade.figureWords)).toEqual([...known].sort());
  });

  test('the steps no card names are reserved on cards', () => {
    expect(Object.keys(trade.ruleWords).filter((rule) => !isReservedRule(rule))).toEqual([]);
  });

  test('a word of the card’s own stands as written, whatever it is', () => {
    expect(trade.word(trade.formatWords, 'live-cooking', 'zh')).toBe('live-cooking');
    expect(trade.word(trade.formatWords, 'constructor', 'zh')).toBe('constructor');
    expect(trade.wordList(trade.formatWords, ['origin-visit', 'live-cooking'], 'zh')).toBe(
      '原产地造访、live-cooking',
    );
  });

  test('titles follow the language where the card has one for it', () => {
    expect(trade.titleIn({ title: '开屏', title_en: 'Splash' }, 'en')).toBe('Splash');
    expect(trade.titleIn({ title: '开屏', title_en: 'Splash' }, 'zh')).toBe('开屏');
    expect(trade.titleIn({ title: '开屏' }, 'en')).toBe('开屏');
  });

  test('due days and durations', () => {
    const due = (event: string, days: number) =>
      languages.map((language) => trade.dueWords({ event, days }, language));
    expect(due('signing', 0)).toEqual(['签约当日', 'on signing']);
    expect(due('first-air', -3)).toEqual(['首播前 3 天', '3d before first air']);
    expect(due('last-air', 30)).toEqual(['末播后 30 天', '30d after last air']);
    expect(languages.map((language) => trade.durationWords('1d2h30min', language))).toEqual([
      '1 天 2 小时 30 分钟',
      '1d 2h 30min',
    ]);
  });
});

describe('both languages', () => {
  const isText = (value: unknown): value is Text =>
    typeof value === 'object' && value !== null && 'zh' in value;
  const texts = (value: unknown, path: string): [string, Text][] => {
    if (isText(value)) return [[path, value]];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
  };
  const all = [...texts({ ...trade }, 'trade'), ...texts({ ...views }, 'views')];
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

  test('there are words to look at', () => expect(all.length).toBeGreaterThan(150));

  test('English has no Chinese, and both fill the same places', () => {
    const wrong = all.filter(([, { zh, en }]) => {
      const said = zh.trim() !== '' && en.trim() !== '' && !/[\p{Script=Han}，。：；（）、“”]/u.test(en);
      return !said || places(zh).join() !== places(en).join();
    });
    expect(wrong).toEqual([]);
  });
});

describe('conditions in words', () => {
  const samples: Required<WhenDocument> = {
    items: ['prime', 'splash'],
    sections: ['slots', 'celebrities'],
    tiers: ['S'],
    formats: ['origin-visit', 'live-cooking'],
    options: ['exclusive'],
    categories: ['alcohol'],
    tags: ['rain'],
    dates: ['2016-11-10', '2016-11-11'],
    weekdays: ['sat', 'sun'],
    times: '22:00-26:00',
    leadDaysUnder: 5,
    leadDaysOver: 7,
  };

  test('every condition a rule can have is said, in both languages', () => {
    const rule = shapeOf(cardShape.surcharges);
    expect(keys(samples)).toEqual(keys(shapeOf(rule.when)));
    expect(conditionWords(samples, 'zh')).toBe(
      '资源 prime、splash，板块 时段、明星，级别 S，标签 rain，形式 原产地造访、live-cooking，选项 品类独占，品类 alcohol，' +
        '2016-11-10..11-11，周六、周日，22:00-26:00 内开始，提前不足 5 天，提前超过 7 天',
    );
    expect(conditionWords(samples, 'en')).toBe(
      'items prime, splash; sections Slots, Celebrities; tiers S; tags rain; formats visit to the origin, live-cooking; ' +
        'options category exclusive; categories alcohol; 2016-11-10..11-11; Sat, Sun; starting within 22:00-26:00; ' +
        'fewer than 5 days ahead; more than 7 days ahead',
    );
  });

  test('a rule without conditions says so', () => {
    expect(conditionWords(undefined, 'zh')).toBe('一律适用');
    expect(conditionWords({}, 'en')).toBe('always');
  });
});
