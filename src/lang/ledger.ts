import { fill, type Language, type Text } from './text.js';
import type { Words } from './trade.js';

/** The words of the ledger's views: what is free, bookings and their history, refusals, dry runs. */

/** A thing counted, `one` when there is a single one. */
interface Counted {
  readonly one: Text;
  readonly many: Text;
}

export function counted({ one, many }: Counted, count: number, language: Language): string {
  return fill(count === 1 ? one : many, language, { count });
}

export const countedWords = {
  spots: {
    one: { zh: '{count} 个点位', en: '{count} spot' },
    many: { zh: '{count} 个点位', en: '{count} spots' },
  },
  bookings: {
    one: { zh: '{count} 个订单', en: '{count} booking' },
    many: { zh: '{count} 个订单', en: '{count} bookings' },
  },
  brands: {
    one: { zh: '{count} 个品牌', en: '{count} brand' },
    many: { zh: '{count} 个品牌', en: '{count} brands' },
  },
} as const satisfies Readonly<Record<string, Counted>>;

/** The states of a booking and of its spots. */
export const bookingStateWords = {
  held: { zh: '预留中', en: 'held' },
  booked: { zh: '已确认', en: 'booked' },
  released: { zh: '已释放', en: 'released' },
  expired: { zh: '已过期', en: 'expired' },
  replaced: { zh: '已被替换', en: 'replaced' },
  cancelled: { zh: '已取消', en: 'cancelled' },
} as const satisfies Words;

export const availabilityWords = {
  title: { zh: '可售情况', en: 'Availability' },
  asOf: { zh: '截至', en: 'As of' },
  ledger: { zh: '台账', en: 'Ledger' },
  head: { zh: '第 {seq} 条', en: 'event {seq}' },
  empty: { zh: '没有可列的日期。', en: 'There are no dates to list.' },
  unlimited: { zh: '不限量：{items}', en: 'Without limit: {items}' },
  closedOn: { zh: '{dates} 已截单', en: 'closed on {dates}' },
  part: { zh: '时间', en: 'Time' },
  bound: { zh: '上限', en: 'Of' },
  booked: { zh: '已订', en: 'Booked' },
  held: { zh: '预留', en: 'Held' },
  until: { zh: '预留至', en: 'Until' },
  untilAt: { zh: '预留至 {until}', en: 'until {until}' },
  free: { zh: '余', en: 'Free' },
  noLimit: { zh: '不限量', en: 'no limit' },
  closed: { zh: '已截单', en: 'closed' },
  perDay: { zh: '每天', en: 'A day' },
  exclusive: { zh: '品类独占 {category}', en: 'category exclusive {category}' },
} as const satisfies Words;

/** What a part of a date is that has no time of its own, or is told beside its time. */
export const partKindWords = {
  time: { zh: '分时段', en: 'by time' },
  date: { zh: '全天', en: 'whole date' },
  impressions: { zh: '曝光', en: 'impressions' },
  wave: { zh: '全部房间', en: 'all rooms' },
} as const satisfies Words;

/** What the marks of the calendar mean; each begins with the mark or an example of it. */
export const markWords = {
  free: { zh: '· 空闲', en: '· free' },
  booked: {
    zh: '1/3 已订/上限，当天最紧的时段',
    en: '1/3 booked of the bound, at the tightest time of the date',
  },
  held: { zh: '1+1/3 已订+预留/上限', en: '1+1/3 booked and held of the bound' },
  share: { zh: '20% 已订曝光', en: '20% of the impressions booked' },
  heldShare: { zh: '20+5% 已订+预留曝光', en: '20+5% booked and held' },
  full: { zh: '■ 全天已满', en: '■ nothing left that date' },
  alone: { zh: '! 有品类独占', en: '! a category is exclusive' },
  closed: { zh: '× 已截单', en: '× closed' },
  outside: { zh: '– 不售', en: '– not on sale' },
} as const satisfies Words;

export const bookingWords = {
  booking: { zh: '订单 {number}', en: 'Booking {number}' },
  empty: { zh: '没有订单。', en: 'There are no bookings.' },
  number: { zh: '编号', en: 'Number' },
  state: { zh: '状态', en: 'State' },
  until: { zh: '预留至', en: 'Held until' },
  untilAt: { zh: '预留至 {until}', en: 'held until {until}' },
  endedAt: { zh: '预留止于 {until}', en: 'the hold ended at {until}' },
  revision: { zh: '版次', en: 'Rev.' },
  revisionOf: { zh: '第 {revision} 版', en: 'revision {revision}' },
  platform: { zh: '平台', en: 'Platform' },
  client: { zh: '客户', en: 'Client' },
  package: { zh: '方案', en: 'Package' },
  card: { zh: '刊例', en: 'Rate card' },
  quote: { zh: '报价单', en: 'Quote' },
  brands: { zh: '品牌', en: 'Brands' },
  dates: { zh: '日期', en: 'Dates' },
  spots: { zh: '点位', en: 'Spots' },
  spotsOf: { zh: '点位 {spots}', en: '{spots} spots stand' },
  standing: { zh: '{standing}/{all} 有效', en: '{standing} of {all} stand' },
  payable: { zh: '含税应付', en: 'Payable' },
  fees: { zh: '取消费用', en: 'Fees' },
  countOf: { zh: '{state} {count}', en: '{count} {state}' },
  asOf: { zh: '截至 {now}', en: 'as of {now}' },
  approval: { zh: '审批', en: 'Approval' },
  approvalBy: { zh: '需 {role} 批准', en: 'must be approved by {role}' },
  approvalNone: { zh: '无需审批', en: 'none is asked for' },
  approvalOpen: { zh: '尚未批准', en: 'not given yet' },
  approvalGiven: { zh: '{by}（{role}）已批准', en: 'given by {by} ({role})' },
  approvalOther: {
    zh: '{by}（{role}）批准的是另一份报价 {digest}',
    en: '{by} ({role}) approved another quote, {digest}',
  },
  replaces: { zh: '替换了', en: 'Replaces' },
  replacedBy: { zh: '被替换为', en: 'Replaced by' },
  line: { zh: '行', en: '#' },
  date: { zh: '日期', en: 'Date' },
  time: { zh: '时间', en: 'Time' },
  item: { zh: '资源', en: 'Item' },
  brand: { zh: '品牌', en: 'Brand' },
  quantity: { zh: '数量', en: 'Qty' },
  quantityOf: { zh: '数量 {count}', en: 'quantity {count}' },
  amount: { zh: '净价', en: 'Amount' },
  fee: { zh: '取消费', en: 'Fee' },
  impressions: { zh: '{count} 次曝光', en: '{count} impressions' },
  exclusive: { zh: '品类独占', en: 'category exclusive' },
  passThrough: { zh: '代付', en: 'pass-through' },
  feeDate: { zh: '取消费按 {date} 计', en: 'fee counted from {date}' },
} as const satisfies Words;

/** What an event did, by its type; a hold of another booking may have replaced this one. */
export const historyWords = {
  history: { zh: '经过', en: 'History' },
  seq: { zh: '序号', en: 'Event' },
  at: { zh: '时间', en: 'When' },
  what: { zh: '事项', en: 'What' },
  by: { zh: '经手', en: 'By' },
  hash: { zh: '摘要', en: 'Hash' },
  hold: { zh: '预留 {spots}，至 {until}', en: 'held {spots} until {until}' },
  holdInPlace: { zh: '替换订单 {booking}', en: 'in place of booking {booking}' },
  holdApproval: { zh: '需 {role} 批准', en: 'to be approved by {role}' },
  replaced: { zh: '被订单 {booking} 替换', en: 'replaced by booking {booking}' },
  approve: { zh: '{role} {by} 批准报价 {digest}', en: 'approved by {role} {by} for quote {digest}' },
  confirm: { zh: '确认', en: 'confirmed' },
  release: { zh: '释放', en: 'released' },
  lapse: { zh: '预留于 {until} 过期', en: 'the hold expired at {until}' },
  cancel: { zh: '取消 {spots}，费用 {fee}', en: 'cancelled {spots}, fee {fee}' },
  move: { zh: '改期：{moves}', en: 'moved {moves}' },
  moveOf: { zh: '第 {line} 行 {from} → {to}', en: 'line {line} {from} → {to}' },
  moveExpires: { zh: '预留改为至 {until}', en: 'now held until {until}' },
} as const satisfies Words;

export const refusalWords = {
  hold: {
    zh: '没有预留任何点位：{spots}订不到（截至 {now}）。',
    en: 'Nothing was held: {spots} cannot be had (as of {now}).',
  },
  move: {
    zh: '没有改动任何点位：{spots}订不到（截至 {now}）。',
    en: 'Nothing was moved: {spots} cannot be had (as of {now}).',
  },
  line: { zh: '第 {line} 行', en: 'line {line}' },
  item: { zh: '{title}（{item}）', en: '{title} ({item})' },
  asked: { zh: '要 {count}', en: '{count} asked' },
  bound: { zh: '上限 {count}', en: '{count} in all' },
  booked: { zh: '已订 {count}', en: '{count} booked' },
  held: { zh: '预留 {count}', en: '{count} held' },
  until: { zh: '预留到期则 {until} 起有空', en: 'free from {until} if the holds run out' },
  reason: { zh: '{why}（{numbers}）', en: '{why} ({numbers})' },
  numberMark: { zh: '，', en: ', ' },
  instead: { zh: '可换：{places}', en: 'free instead: {places}' },
  or: { zh: '；或 ', en: '; or ' },
  more: { zh: '另有 {spots}没有列出。', en: 'Not listed: {spots} more.' },
} as const satisfies Words;

/** Why a spot cannot be had, by the code of the reason. */
export const reasonWords = {
  capacity: { zh: '要的超过上限', en: 'more is asked for than there is' },
  booked: { zh: '已订出', en: 'booked already' },
  held: { zh: '正被预留', en: 'held at present' },
  rest: {
    zh: '与相邻点位的间隔不够',
    en: 'too close to another spot: it would fit without the rest between them',
  },
  'max-per-day': { zh: '超过每天上限', en: 'more than may run on one date' },
  rival: {
    zh: '品类独占：当天有同品类的其他品牌',
    en: 'exclusivity: another brand of the category runs that date',
  },
  wave: { zh: '同一时刻覆盖全部房间的只能有一波', en: 'another wave over all rooms runs then' },
  closed: { zh: '已截单', en: 'closed: it is too late to sell it' },
  'outside-card': { zh: '不在刊例有效期内', en: 'outside the days of the card' },
  'off-grid': {
    zh: '起止时间不是 {minutes} 分钟的整数倍',
    en: 'begins or ends off the grid of {minutes} minutes',
  },
  'no-category': {
    zh: '独占要看品类，这一行没有写',
    en: 'exclusivity goes by category, and the line names none',
  },
} as const satisfies Words;

/** What `capacity` means where no more is asked for than there is. */
export const apartWords: Text = {
  zh: '方案自己的点位互相排斥：同一天里有的写了时间，有的没有写',
  en: "the package's own spots shut each other out: on one date some have a time and some have none",
};

export const dryRunWords = {
  cancel: {
    zh: '试算：取消订单 {booking}（第 {revision} 版）的 {spots}，费用 {fee}。什么也没有改动。',
    en: 'Dry run: to cancel {spots} of booking {booking} (revision {revision}) would cost {fee}. Nothing was changed.',
  },
  move: {
    zh: '试算：订单 {booking}（第 {revision} 版）改期 {spots}。什么也没有改动。',
    en: 'Dry run: to move {spots} of booking {booking} (revision {revision}). Nothing was changed.',
  },
  sum: { zh: '合计', en: 'Total' },
  from: { zh: '原日期', en: 'From' },
  to: { zh: '改到', en: 'To' },
  payable: { zh: '含税应付', en: 'Payable' },
  change: { zh: '差额', en: 'Difference' },
  approvalNone: { zh: '无需审批。', en: 'No approval is asked for.' },
  approvalKept: {
    zh: '需 {role} 批准；改期不必等新的批准。',
    en: 'Must be approved by {role}; the move need not wait for a new approval.',
  },
  approvalFirst: {
    zh: '改期前要由 {role} 批准改后的报价：kanli approve 时用 --digest 写上它的摘要。',
    en: 'Before the move, {role} must approve the quote as it will be: give its digest to kanli approve with --digest.',
  },
  digest: { zh: '改后报价的摘要：', en: 'Digest of the quote as it will be:' },
} as const satisfies Words;
