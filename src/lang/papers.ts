import { bookingStateWords } from './ledger.js';
import { fill, type Language, type Text } from './text.js';
import { dueEventWords, type Words, word } from './trade.js';

/** Every word on contracts, schedules and written quotes that views do not share; the others are in `trade.ts`. */

/** A draft is of a quote; the others are states of the booking. */
export const statusWords = {
  draft: { zh: '草稿', en: 'draft' },
  held: bookingStateWords.held,
  booked: bookingStateWords.booked,
  cancelled: bookingStateWords.cancelled,
} as const satisfies Words;

export const contractWords = {
  title: { zh: '资源投放合同', en: 'Media contract' },
  draftTitle: { zh: '资源投放合同（草稿）', en: 'Media contract (draft)' },
  cancelledTitle: { zh: '资源投放合同（已取消）', en: 'Media contract (cancelled)' },
  draftNotice: {
    zh: '草稿：依据报价单生成，尚未预留任何资源。',
    en: 'Draft: drawn up from a quote; nothing is held.',
  },
  heldNotice: {
    zh: '草稿：资源预留至{until}（{timezone}时间），届时未确认即不再保留。',
    en: 'Draft: the places are held until {until} ({timezone}), and no longer unless confirmed by then.',
  },
  revisionNotice: {
    zh: '本件为第{revision}版，取代此前各版。',
    en: 'This is revision {revision}; it replaces all earlier ones.',
  },
} as const satisfies Words;

/** Of lines that were cancelled: what becomes of the total, and what is owed. */
export const cancelledWords = {
  some: {
    zh: '第{lines}行已取消，不计入应付总额；应付总额之外，另付取消费用{fee}（{basis}）。',
    en: 'Cancelled lines: {lines}; the total payable is without them, and a cancellation fee of {fee} ({basis}) is owed beside it.',
  },
  someFree: {
    zh: '第{lines}行已取消，不计入应付总额，不收取消费用。',
    en: 'Cancelled lines: {lines}; the total payable is without them, and no cancellation fee is owed.',
  },
  all: {
    zh: '全部资源已取消；应付的只有取消费用{fee}（{basis}）。',
    en: 'Everything is cancelled; what is owed is the cancellation fee of {fee} ({basis}).',
  },
  allFree: {
    zh: '全部资源已取消，不收取消费用。',
    en: 'Everything is cancelled, and no cancellation fee is owed.',
  },
} as const satisfies Words;

export const partyWords = {
  client: { zh: '甲方（客户）', en: 'Client' },
  seller: { zh: '乙方（资源方）', en: 'Seller' },
  agency: { zh: '代理方', en: 'Agency' },
} as const satisfies Words;

export const partyFieldWords = {
  name: { zh: '名称', en: 'Name' },
  taxId: { zh: '统一社会信用代码', en: 'Tax number' },
  address: { zh: '地址', en: 'Address' },
  contact: { zh: '联系人', en: 'Contact' },
  phone: { zh: '电话', en: 'Telephone' },
  email: { zh: '电子邮箱', en: 'E-mail' },
  bank: { zh: '开户行', en: 'Bank' },
  account: { zh: '账号', en: 'Account' },
  signatory: { zh: '签字盖章', en: 'Signature' },
  date: { zh: '日期', en: 'Date' },
} as const satisfies Words;

/** Names that stand before an amount in capitals, for the currencies that Chinese counts in 元, 角 and 分. */
export const capitalCurrencies: ReadonlyMap<string, string> = new Map([
  ['CNY', '人民币'],
  ['HKD', '港币'],
  ['MOP', '澳门币'],
  ['TWD', '新台币'],
]);

/** Headings of columns, beyond the totals' own. */
export const columnWords = {
  package: { zh: '方案', en: 'Package' },
  packages: { zh: '方案数', en: 'Packages' },
  lines: { zh: '行数', en: 'Lines' },
  approval: { zh: '审批', en: 'Approval' },
  warnings: { zh: '警告', en: 'Warnings' },
  part: { zh: '部分', en: 'Part' },
  no: { zh: '序号', en: 'No.' },
  name: { zh: '项目', en: 'Entry' },
  contract: { zh: '合同编号', en: 'Contract' },
  revision: { zh: '版次', en: 'Revision' },
  line: { zh: '行', en: 'Line' },
  spot: { zh: '点位', en: 'Spot' },
  date: { zh: '日期', en: 'Date' },
  weekday: { zh: '星期', en: 'Weekday' },
  start: { zh: '开始', en: 'Start' },
  end: { zh: '结束', en: 'End' },
  item: { zh: '资源编号', en: 'Item' },
  title: { zh: '资源', en: 'Title' },
  section: { zh: '类别', en: 'Section' },
  brand: { zh: '品牌', en: 'Brand' },
  category: { zh: '品类', en: 'Category' },
  format: { zh: '内容形式', en: 'Format' },
  options: { zh: '选项', en: 'Options' },
  airing: { zh: '档期', en: 'Airing' },
  spots: { zh: '点位数', en: 'Spots' },
  units: { zh: '计价单位数', en: 'Units' },
  quantity: { zh: '数量', en: 'Quantity' },
  rate: { zh: '比例', en: 'Rate' },
  taxRate: { zh: '税率', en: 'Tax rate' },
  closed: { zh: '结算方式', en: 'Terms' },
  fee: { zh: '取消费用', en: 'Cancellation fee' },
  status: { zh: '状态', en: 'Status' },
  text: { zh: '说明', en: 'Text' },
} as const satisfies Words;

/** Parts of a contract, as its table names them. */
export const partWords = {
  contract: { zh: '合同', en: 'Contract' },
  parties: { zh: '双方', en: 'Parties' },
  lines: { zh: '资源明细', en: 'Lines' },
  byBrand: { zh: '品牌汇总', en: 'By brand' },
  totals: { zh: '合计', en: 'Totals' },
  payable: { zh: '应付总额', en: 'Total payable' },
  cancelled: { zh: '已取消的行', en: 'Cancelled lines' },
  tax: { zh: '税率明细', en: 'Tax by rate' },
  instalments: { zh: '付款期次', en: 'Instalments' },
  cancellation: { zh: '取消', en: 'Cancellation' },
  lateFee: { zh: '滞纳金', en: 'Late fee' },
  clauses: { zh: '条款', en: 'Clauses' },
  digests: { zh: '校验摘要', en: 'Digests' },
  signatures: { zh: '签署', en: 'Signatures' },
} as const satisfies Words;

/** Facts at the head of a paper. */
export const headWords = {
  number: { zh: '编号', en: 'Number' },
  title: { zh: '标题', en: 'Title' },
  notice: { zh: '提示', en: 'Notice' },
  client: { zh: '客户', en: 'Client' },
  agency: { zh: '代理', en: 'Agency' },
  card: { zh: '刊例', en: 'Rate card' },
  platform: { zh: '平台', en: 'Platform' },
  timezone: { zh: '时区', en: 'Time zone' },
  currency: { zh: '币种', en: 'Currency' },
  prices: { zh: '价格口径', en: 'Prices' },
  rounding: { zh: '舍入方式', en: 'Rounding' },
  asOf: { zh: '报价日期', en: 'As of' },
  validUntil: { zh: '有效期至', en: 'Valid until' },
  expires: { zh: '预留至', en: 'Held until' },
  signing: { zh: '签约日期', en: 'Signing' },
  capitals: { zh: '大写', en: 'In capitals' },
  figures: { zh: '小写', en: 'In figures' },
  quoteDigest: { zh: '报价单摘要', en: 'Quote digest' },
  cardDigest: { zh: '刊例摘要', en: 'Rate card digest' },
} as const satisfies Words;

const dueTexts = {
  on: { zh: '{event}当日', en: 'on the day of {event}' },
  within: { zh: '{event}后{days}内', en: 'within {days} of {event}' },
  before: { zh: '{event}前{days}', en: '{days} before {event}' },
  date: { zh: '{date}', en: 'on {date}' },
} as const satisfies Words;

/** When an instalment is to be paid, as a contract says it: `签约后5日内`, `within 5 days of signing`. */
export function dueClause(
  due: { readonly date: string } | { readonly event: string; readonly days: number },
  language: Language,
): string {
  if ('date' in due) return fill(dueTexts.date, language, { date: due.date });
  const event = word(dueEventWords, due.event, language);
  const text = due.days === 0 ? dueTexts.on : due.days > 0 ? dueTexts.within : dueTexts.before;
  return fill(text, language, { event, days: dayCount(Math.abs(due.days), language) });
}

/** `5日`, `5 days`, `1 day`. */
export function dayCount(days: number, language: Language): string {
  return fill(
    days === 1 ? { zh: '{days}日', en: '{days} day' } : { zh: '{days}日', en: '{days} days' },
    language,
    {
      days,
    },
  );
}

export const airingWords = {
  range: { zh: '{first}至{last}', en: '{first} to {last}' },
  timed: { zh: '{dates}，{time}', en: '{time} on {dates}' },
  mark: { zh: '；', en: '; ' },
  count: { zh: '×{count}', en: '×{count}' },
  impressions: { zh: '{count}次曝光', en: '{count} impressions' },
} as const satisfies Words;

/** Between two sentences. */
export const sentenceMark: Text = { zh: '', en: ' ' };

export const cancellationWords = {
  rule: {
    zh: '取消点位时，按该点位净价（{basis}）的下列比例收取费用。天数为点位日期减取消日期（{timezone}日期）；改期的点位以其曾排定的最早日期为准。',
    en: "For a cancelled spot the following part of the spot's amount ({basis}) is charged. Days are counted from the date of cancelling ({timezone}) to the spot's date; a spot that was moved counts by the earliest date it ever had.",
  },
  passThrough: {
    zh: '代付行：点位日期之前取消不收费，当日及以后取消收取全额。',
    en: 'Pass-through lines: nothing before the date, the whole amount from the date on.',
  },
  atLeast: { zh: '播出日前{days}及以上取消：{fee}', en: '{days} or more before the date: {fee}' },
  between: { zh: '播出日前{from}至{to}取消：{fee}', en: '{from} to {to} before the date: {fee}' },
  exactly: { zh: '播出日前{days}取消：{fee}', en: '{days} before the date: {fee}' },
  onDate: { zh: '播出当日及以后取消：{fee}', en: 'on the date or after: {fee}' },
  free: { zh: '不收费', en: 'no charge' },
} as const satisfies Words;

export const lateFeeWords = {
  rate: {
    zh: '逾期付款的，按逾期金额每{period}收取{rate}的滞纳金，不足一{period}的按一{period}计。',
    en: 'On overdue amounts a late fee of {rate} is charged for each {period} begun.',
  },
  grace: { zh: '宽限期：到期日后{grace}。', en: 'Grace: {grace} after the due date.' },
  cap: {
    zh: '滞纳金累计不超过逾期金额的{cap}。',
    en: 'The late fee comes to at most {cap} of the overdue amount.',
  },
} as const satisfies Words;

interface ClauseWords {
  readonly title: Text;
  readonly text: Text;
}

export const clauseWords = {
  price: {
    title: { zh: '价款', en: 'Price' },
    text: {
      zh: '应付总额为{figures}，其中不含税{net}、税额{tax}。',
      en: 'The total payable is {figures}: {net} net of tax and {tax} tax.',
    },
  },
  content: {
    title: { zh: '内容形式', en: 'Content' },
    text: { zh: '约定的内容形式：{formats}。', en: 'Content formats agreed: {formats}.' },
  },
  hardAds: {
    title: { zh: '硬广占比', en: 'One-way advertising' },
    text: {
      zh: '第{lines}行为硬广；除代付外，硬广资源占加收后金额的{share}。',
      en: 'Lines of one-way advertising: {lines}; pass-through aside, {share} of the gross.',
    },
  },
  noHardAds: {
    title: { zh: '硬广占比', en: 'One-way advertising' },
    text: { zh: '除代付外，没有硬广资源。', en: 'Pass-through aside, there is no one-way advertising.' },
  },
  viewerBenefit: {
    title: { zh: '观众利益', en: 'Viewer benefit' },
    text: {
      zh: '应付总额中惠及观众的部分为{amount}，占{share}，出自第{lines}行。',
      en: 'Of the total payable, {amount} ({share}) reaches viewers, by lines: {lines}.',
    },
  },
  passThrough: {
    title: { zh: '代付', en: 'Pass-through' },
    text: {
      zh: '第{lines}行为代付，合计{amount}，按成本计，不参与任何折扣和代理佣金。',
      en: 'Lines passed through at cost, without any discount or commission: {lines}; {amount} in all.',
    },
  },
  bonus: {
    title: { zh: '配送', en: 'Bonus' },
    text: {
      zh: '第{lines}行为配送，不收费，加收后价值合计{amount}。',
      en: 'Lines given free of charge: {lines}; worth {amount} gross.',
    },
  },
  agencyNet: {
    title: { zh: '代理佣金', en: 'Agency commission' },
    text: {
      zh: '代理方{name}，佣金比例{rate}，合计{amount}（{basis}），已从价款中扣除。',
      en: 'Agency {name}: commission of {rate}, {amount} ({basis}), deducted from the price.',
    },
  },
  agencyRebate: {
    title: { zh: '代理返点', en: 'Agency rebate' },
    text: {
      zh: '代理方{name}，返点比例{rate}，合计{amount}（{basis}），后付，未从价款中扣除。',
      en: 'Agency {name}: rebate of {rate}, {amount} ({basis}), paid later and not deducted from the price.',
    },
  },
  broadcastClock: {
    title: { zh: '播出时间', en: 'Broadcast clock' },
    text: {
      zh: '时间按播出日计至30:00：25:00为次日01:00，点位仍属所写日期。时区：{timezone}。',
      en: 'Times run to 30:00 on the date they are written under: 25:00 is 01:00 of the next day. Time zone: {timezone}.',
    },
  },
  validity: {
    title: { zh: '依据与有效期', en: 'Basis and validity' },
    text: {
      zh: '依据《{card}》（{id}，版本{version}）于{asOf}报价，有效期至{validUntil}（含当日）。',
      en: 'Quoted on {asOf} from "{card}" ({id}, version {version}); valid until {validUntil}, that day included.',
    },
  },
} as const satisfies Readonly<Record<string, ClauseWords>>;

export const quoteWords = {
  title: { zh: '报价单 {id}', en: 'Quote {id}' },
  refused: {
    zh: '未通过：以下金额只说明差距，不是报价。',
    en: 'Refused: the amounts below show how far off it is; they are no offer.',
  },
  amounts: { zh: '金额', en: 'Amounts' },
  amount: { zh: '金额（{currency}）', en: 'Amount ({currency})' },
  lines: { zh: '明细', en: 'Lines' },
  figures: { zh: '指标', en: 'Figures' },
  value: { zh: '数值', en: 'Value' },
  approval: { zh: '审批', en: 'Approval' },
  needed: { zh: '需由 {role} 审批。', en: 'To be approved by {role}.' },
  notNeeded: { zh: '无需审批。', en: 'No approval is needed.' },
  notes: { zh: '提醒', en: 'Warnings' },
  instalments: { zh: '付款期次', en: 'Instalments' },
  due: { zh: '付款时间', en: 'Due' },
  none: { zh: '无', en: 'none' },
  total: { zh: '合计', en: 'Total' },
} as const satisfies Words;
