import { fill, type Language, listMark, type Text } from './text.js';

/**
 * The words of the trade that views and papers share. Keys are those of cards, packages and quotes; a test holds every
 * list against the documents' own, because this room stands below theirs.
 */
export type Words = Readonly<Record<string, Text>>;

/** The word for a key; a word of the card's own (a role, a tier, a format of its own) stands as it is written. */
export function word(words: Words, key: string, language: Language): string {
  return Object.hasOwn(words, key) ? (words[key]?.[language] ?? key) : key;
}

/** The words for several keys, joined as the language does. */
export function wordList(words: Words, keys: readonly string[], language: Language): string {
  return keys.map((key) => word(words, key, language)).join(listMark[language]);
}

/** A title in the reader's language; a card without an English one shows its own. */
export function titleIn(
  named: { readonly title: string; readonly title_en?: string | undefined },
  language: Language,
): string {
  return language === 'en' ? (named.title_en ?? named.title) : named.title;
}

export const sectionWords = {
  slots: { zh: '时段', en: 'Slots' },
  celebrities: { zh: '明星', en: 'Celebrities' },
  placements: { zh: '植入与资源位', en: 'Placements' },
} as const satisfies Words;

/** What one unit is, behind a price: `120,000 / 小时`. */
export const perWords = {
  hour: { zh: '小时', en: 'hour' },
  day: { zh: '天', en: 'day' },
  session: { zh: '场', en: 'session' },
  wave: { zh: '波', en: 'wave' },
  post: { zh: '条', en: 'post' },
  each: { zh: '个', en: 'piece' },
  mille: { zh: '千次曝光', en: '1,000 impressions' },
} as const satisfies Words;

/** What units are counted in where they are no mere number of spots: `4 小时`, `6,666.666 千次曝光`. */
export const unitWords = {
  hour: { zh: '小时', en: 'h' },
  mille: { zh: '千次曝光', en: 'thousand impressions' },
} as const satisfies Words;

export const natureWords = {
  hard: { zh: '硬广', en: 'one-way ad' },
  content: { zh: '内容', en: 'content' },
  interactive: { zh: '互动', en: 'interactive' },
} as const satisfies Words;

/** The formats the trade has a name for; a card may add its own. */
export const formatWords = {
  'offline-shopping': { zh: '线下购物', en: 'offline shopping' },
  'product-experience': { zh: '产品体验', en: 'product experience' },
  'origin-visit': { zh: '原产地造访', en: 'visit to the origin' },
  'interactive-game': { zh: '互动游戏', en: 'interactive game' },
  'parody-comedy': { zh: '恶搞喜剧', en: 'parody comedy' },
} as const satisfies Words;

/** Options of a line that many cards know; a card may add its own. */
export const optionWords = {
  exclusive: { zh: '品类独占', en: 'category exclusive' },
} as const satisfies Words;

export const weekdayWords = {
  mon: { zh: '周一', en: 'Mon' },
  tue: { zh: '周二', en: 'Tue' },
  wed: { zh: '周三', en: 'Wed' },
  thu: { zh: '周四', en: 'Thu' },
  fri: { zh: '周五', en: 'Fri' },
  sat: { zh: '周六', en: 'Sat' },
  sun: { zh: '周日', en: 'Sun' },
} as const satisfies Words;

export const taxBasisWords = {
  'tax-included': { zh: '含税价', en: 'prices include tax' },
  'tax-excluded': { zh: '不含税价', en: 'prices exclude tax' },
} as const satisfies Words;

/** How a closed line is paid for. */
export const closingWords = {
  bonus: { zh: '配送', en: 'bonus' },
  fixed: { zh: '一口价', en: 'fixed price' },
  'pass-through': { zh: '代付', en: 'pass-through' },
} as const satisfies Words;

/** The kinds of step between gross and amount. */
export const adjustmentWords = {
  bonus: { zh: '配送', en: 'bonus' },
  fixed: { zh: '一口价', en: 'fixed price' },
  discount: { zh: '刊例折扣', en: 'card discount' },
  line: { zh: '单行折扣', en: 'line discount' },
  deal: { zh: '整单优惠', en: 'deal' },
  commission: { zh: '代理佣金', en: 'agency commission' },
} as const satisfies Words;

/** The steps that no card names, by their reserved rule ids, as titles. */
export const ruleWords = {
  bonus: { zh: '配送', en: 'Bonus' },
  fixed: { zh: '一口价', en: 'Fixed price' },
  line: { zh: '单行折扣', en: 'Line discount' },
  agency: { zh: '代理佣金', en: 'Agency commission' },
  'deal.discount': { zh: '整单折扣', en: 'Deal discount' },
  'deal.off': { zh: '整单减免', en: 'Deal amount off' },
  'deal.target': { zh: '整单一口价', en: 'Deal target' },
} as const satisfies Words;

export const settlementWords = {
  net: { zh: '佣金从价款中扣除', en: 'commission deducted' },
  rebate: { zh: '返点后付', en: 'rebate paid later' },
} as const satisfies Words;

/** The columns a quote is totalled in. */
export const totalWords = {
  list: { zh: '刊例额', en: 'List' },
  surcharges: { zh: '加收', en: 'Surcharges' },
  gross: { zh: '加收后', en: 'Gross' },
  discounts: { zh: '优惠合计', en: 'Discounts' },
  amount: { zh: '净价', en: 'Amount' },
  commission: { zh: '代理佣金', en: 'Agency commission' },
  net: { zh: '不含税', en: 'Net of tax' },
  tax: { zh: '税额', en: 'Tax' },
  payable: { zh: '含税应付', en: 'Payable' },
  passThrough: { zh: '代付', en: 'Pass-through' },
  media: { zh: '媒体费用', en: 'Media' },
  bonusValue: { zh: '配送价值', en: 'Bonus value' },
  rebate: { zh: '返点', en: 'Rebate' },
} as const satisfies Words;

/** The figures a desk judges a deal by, and what policies bound: the same names. */
export const figureWords = {
  trueDiscount: { zh: '真实折扣', en: 'True discount' },
  listMultiple: { zh: '资源收入倍数', en: 'List multiple' },
  bonusRatio: { zh: '配送比', en: 'Bonus ratio' },
  hardAdShare: { zh: '硬广占比', en: 'Hard-ad share' },
  viewerBenefit: { zh: '观众利益', en: 'Viewer benefit' },
  viewerBenefitShare: { zh: '观众利益占比', en: 'Viewer benefit share' },
  commission: { zh: '代理费率', en: 'Agency rate' },
  minimumSpend: { zh: '最低消费', en: 'Minimum spend' },
} as const satisfies Words;

/** What an instalment's due date counts from. */
export const dueEventWords = {
  signing: { zh: '签约', en: 'signing' },
  'first-air': { zh: '首播', en: 'first air' },
  'last-air': { zh: '末播', en: 'last air' },
} as const satisfies Words;

const dueTexts = {
  on: { zh: '{event}当日', en: 'on {event}' },
  after: { zh: '{event}后 {days} 天', en: '{days}d after {event}' },
  before: { zh: '{event}前 {days} 天', en: '{days}d before {event}' },
} as const satisfies Words;

/** A due day in words, from its event and the days after (or, negative, before) it. */
export function dueWords(due: { readonly event: string; readonly days: number }, language: Language): string {
  const event = word(dueEventWords, due.event, language);
  const text = due.days === 0 ? dueTexts.on : due.days > 0 ? dueTexts.after : dueTexts.before;
  return fill(text, language, { event, days: Math.abs(due.days) });
}

const durationUnits = {
  d: { zh: ' 天', en: 'd' },
  h: { zh: ' 小时', en: 'h' },
  min: { zh: ' 分钟', en: 'min' },
} as const satisfies Words;

/** A duration as files write it, `1h30min`, in words: `1 小时 30 分钟`. */
export function durationWords(duration: string, language: Language): string {
  const parts = [...duration.matchAll(/(\d+)(d|h|min)/g)];
  return parts.map(([, count = '', unit = '']) => `${count}${word(durationUnits, unit, language)}`).join(' ');
}

/** The periods late fees count by. */
export const periodWords = {
  day: { zh: '天', en: 'day' },
  week: { zh: '周', en: 'week' },
  month: { zh: '月', en: 'month' },
} as const satisfies Words;
