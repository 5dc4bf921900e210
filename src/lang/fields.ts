import type { Words } from './trade.js';

/** What a field wants, as a message names it: with an example, so that the reader can copy it. */
export const expectedWords = {
  text: { zh: '一段文字', en: 'text' },
  id: { zh: '一个编号', en: 'an id' },
  word: { zh: '一个词', en: 'a word' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  list: { zh: '一个列表（每项以“- ”开头，或写在 [ ] 里）', en: 'a list (each entry after "- ", or in [ ])' },
  map: { zh: '一组“键: 值”', en: 'a group of "key: value" lines' },
  amount: { zh: '一个金额，如 120000', en: 'an amount such as 120000' },
  rate: { zh: '一个百分比，如 15%', en: 'a percentage such as 15%' },
  count: { zh: '一个整数', en: 'a whole number' },
  date: { zh: '一个日期，如 2016-11-11', en: 'a date such as 2016-11-11' },
  dates: {
    zh: '日期或区间，如 2016-11-01/2016-11-11，可写成列表',
    en: 'dates or intervals such as 2016-11-01/2016-11-11, in a list if several',
  },
  interval: { zh: '一个日期区间，如 2016-11-01/2016-11-11', en: 'an interval such as 2016-11-01/2016-11-11' },
  time: { zh: '一个时段，如 20:00-22:00', en: 'a time such as 20:00-22:00' },
  duration: { zh: '一个时长，如 90min、2h、14d', en: 'a length of time such as 90min, 2h, 14d' },
  due: { zh: '一个付款日，如 signing+5d 或 2016-12-01', en: 'a due day such as signing+5d or 2016-12-01' },
} as const satisfies Words;

/** What stands there instead. */
export const foundWords = {
  nothing: { zh: '空的', en: 'nothing' },
  list: { zh: '一个列表', en: 'a list' },
  map: { zh: '一组“键: 值”', en: 'a group of "key: value" lines' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  text: { zh: '文字', en: 'text' },
} as const satisfies Words;

/** The kinds of document, as a person calls them. */
export const kindWords = {
  RateCard: { zh: '刊例（RateCard）', en: 'a rate card (RateCard)' },
  Package: { zh: '方案（Package）', en: 'a package (Package)' },
  Quote: { zh: '报价单（Quote）', en: 'a quote (Quote)' },
  Contract: { zh: '合同（Contract）', en: 'a contract (Contract)' },
  Schedule: { zh: '排期表（Schedule）', en: 'a schedule (Schedule)' },
  Workspace: { zh: '工作区配置（kanli.yaml）', en: 'workspace settings (kanli.yaml)' },
} as const satisfies Words;
