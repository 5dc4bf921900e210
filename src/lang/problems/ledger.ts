import { bookingStateWords } from '../ledger.js';
import { eventTypeWords } from '../verbs.js';
import { from, type ProblemWords } from './words.js';

/** The booking's life, and the ledger's own health. */
export const ledgerProblems = {
  'booking-not-found': {
    message: { zh: '台账里没有订单“{booking}”', en: 'the ledger has no booking "{booking}"' },
    hint: { zh: '用 kanli bookings 看全部订单', en: 'kanli bookings lists them all' },
  },
  state: {
    message: {
      zh: '订单 {booking} 的状态是{state}，不能这样做',
      en: '{booking} is {state}: this cannot be done any more or yet',
    },
    say: { state: from(bookingStateWords) },
  },
  revision: {
    message: {
      zh: '订单 {booking} 已经是第 {found} 版，不是第 {expected} 版：有人先改了',
      en: '{booking} is at revision {found}, not {expected}: somebody was faster',
    },
    hint: {
      zh: '用 kanli bookings {booking} 看看改了什么',
      en: 'kanli bookings {booking} shows what changed',
    },
  },
  'key-reuse': {
    message: {
      zh: '键“{key}”已经用过：订单 {booking}，{verb}',
      en: 'the key "{key}" was used before: {booking}, {verb}',
    },
    hint: { zh: '一个键只给一件事；换一个', en: 'a key is for one thing; take another' },
    say: { verb: from(eventTypeWords) },
  },
  duplicate: {
    message: {
      zh: '这个客户的方案“{package}”已有订单 {booking}（{state}），内容不同',
      en: 'package "{package}" of this client stands already as {booking} ({state}), with other content',
    },
    hint: {
      zh: '要替换它用 --replace {booking}；确实要两份，用 --key 给这一份一个名字',
      en: 'to take its place: --replace {booking}; to have both: give this one a --key',
    },
    say: { state: from(bookingStateWords) },
  },
  'card-changed': {
    message: {
      zh: '找不到报价时用的刊例“{id}”（{digest}）',
      en: 'the card "{id}" the quote was priced by is not here ({digest})',
    },
    hint: {
      zh: '用 --card 给出当时的刊例，或按现在的刊例重新报价',
      en: 'give the card of that day with --card, or price the package again',
    },
  },
  'quote-mismatch': {
    message: {
      zh: '报价单和按刊例重算的结果不一致',
      en: 'the quote is not what its card makes of its package',
    },
    hint: { zh: '用 kanli verify 看差在哪里', en: 'kanli verify shows where they differ' },
  },
  'card-conflict': {
    message: {
      zh: '平台“{platform}”在台账里用时区 {known}，刊例写的是 {written}',
      en: 'platform "{platform}" is kept in time zone {known}; the card says {written}',
    },
    hint: { zh: '一个平台的刊例用同一个时区', en: 'all cards of a platform have one time zone' },
  },
  'quote-expired': {
    message: {
      zh: '报价只到 {validUntil}，今天是 {today}',
      en: 'the quote stood until {validUntil}; today is {today}',
    },
    hint: { zh: '重新报价', en: 'price the package again' },
  },
  'quote-not-yet': {
    message: { zh: '报价日期 {asOf} 还没到，今天是 {today}', en: 'the quote is of {asOf}; today is {today}' },
    hint: { zh: '按今天重新报价', en: 'price the package as of today' },
  },
  'as-of-replaced': {
    message: {
      zh: '按 {today} 报价占位，不是方案里写的 {asOf}',
      en: 'priced and held as of {today}, not of {asOf} as the package says',
    },
    hint: {
      zh: '要沿用那天的价，先用 kanli quote 存下报价单再占',
      en: 'to hold at the price of that day, keep its quote with kanli quote and hold that',
    },
  },
  'approval-missing': {
    message: {
      zh: '还缺 {role} 或更高一级对 {digest} 的批准',
      en: '{role}, or somebody above, has not approved {digest}',
    },
    hint: {
      zh: 'kanli approve {booking} --role {role} --by 姓名 --digest {digest}',
      en: 'kanli approve {booking} --role {role} --by NAME --digest {digest}',
    },
  },
  'approval-not-needed': {
    message: { zh: '订单 {booking} 不需要批准', en: '{booking} needs nobody to approve it' },
  },
  'role-unknown': {
    message: {
      zh: '刊例的审批里没有“{role}”，只有：{roles}',
      en: 'no band of the card is for "{role}"; there are: {roles}',
    },
  },
  'role-too-low': {
    message: {
      zh: '“{role}”批不了，要 {required} 或更高',
      en: '"{role}" may not approve this: {required} or above must',
    },
  },
  'no-such-line': {
    message: {
      zh: '订单 {booking} 没有第 {line} 行，共 {lines} 行',
      en: '{booking} has no line {line}; it has {lines}',
    },
  },
  'no-such-brand': {
    message: { zh: '订单 {booking} 里没有品牌“{brand}”', en: '{booking} has no brand "{brand}"' },
  },
  'no-such-spot': {
    message: {
      zh: '订单 {booking} 第 {line} 行没有 {date} 的点位',
      en: '{booking} has no spot on {date} in line {line}',
    },
    hint: { zh: '这一行在：{dates}', en: 'the line runs on: {dates}' },
  },
  'spot-begun': {
    message: {
      zh: '第 {line} 行 {date} 的点位已经开始，不能再动',
      en: 'the spot of {date} in line {line} has begun and cannot be moved',
    },
  },
  'spot-cancelled': {
    message: {
      zh: '第 {line} 行 {date} 的点位已经取消',
      en: 'the spot of {date} in line {line} was cancelled',
    },
  },
  'spot-twice': {
    message: {
      zh: '第 {line} 行 {date} 的点位写了两次',
      en: 'the spot of {date} in line {line} is named twice',
    },
  },
  'platform-differs': {
    message: {
      zh: '订单 {booking} 属于平台“{found}”，这份报价属于“{platform}”',
      en: '{booking} is of platform "{found}"; this quote is of "{platform}"',
    },
  },
  'no-paper': {
    message: {
      zh: '订单 {booking} {state}，不能出合同和排期表',
      en: '{booking} is {state}: there is no paper of it',
    },
    say: { state: from(bookingStateWords) },
  },
  'ledger-not-found': {
    message: { zh: '还没有台账：{ledger}', en: 'there is no ledger yet: {ledger}' },
    hint: { zh: '第一次 kanli hold 会建一个', en: 'the first kanli hold makes one' },
  },
  'ledger-newer': {
    message: {
      zh: '台账 {ledger} 是第 {found} 版，这个 kanli 只认识到第 {known} 版',
      en: 'the ledger {ledger} is of version {found}; this kanli knows up to {known}',
    },
    hint: { zh: '升级 kanli；台账没有改动', en: 'use a newer kanli; the ledger was left as it is' },
  },
  'ledger-older': {
    message: {
      zh: '台账 {ledger} 是第 {found} 版，这个 kanli 用第 {known} 版',
      en: 'the ledger {ledger} is of version {found}; this kanli uses {known}',
    },
    hint: {
      zh: '先备份（kanli ledger export），再运行 kanli ledger migrate',
      en: 'back it up (kanli ledger export), then run kanli ledger migrate',
    },
  },
  'event-changed': {
    message: {
      zh: '{platform} 的第 {seq} 条记录被改过：按内容算出来是 {derived}，写的是 {found}',
      en: 'event {seq} of {platform} was changed: its content gives {derived}, it says {found}',
    },
  },
  'event-missing': {
    message: { zh: '{platform} 缺第 {seq} 条记录', en: 'event {seq} of {platform} is missing' },
  },
  'event-impossible': {
    message: {
      zh: '{platform} 的第 {seq} 条记录不可能发生：{why}',
      en: 'event {seq} of {platform} cannot have happened: {why}',
    },
  },
  'chain-broken': {
    message: {
      zh: '{platform} 的第 {seq} 条记录接不上前一条',
      en: 'event {seq} of {platform} does not follow from the one before',
    },
  },
  'head-not-found': {
    message: {
      zh: '台账里没有 {head}：末尾被截掉过，或者不是这本台账',
      en: 'the ledger has no {head}: its end was cut off, or it is another ledger',
    },
  },
  'document-changed': {
    message: { zh: '存档的文件 {digest} 被改过', en: 'the archived document {digest} was changed' },
  },
  'document-missing': {
    message: {
      zh: '{platform} 的第 {seq} 条记录所指的 {digest} 不在存档里',
      en: 'event {seq} of {platform} names {digest}, which is not in the archive',
    },
  },
  'table-differs': {
    message: {
      zh: '表 {table} 的 {row}：写的是 {found}，按记录应当是 {derived}',
      en: '{table}, {row}: it says {found}; by the events it must be {derived}',
    },
    hint: {
      zh: '记录没有动过时，kanli ledger migrate --rebuild 按记录重做这些表',
      en: 'where the events are sound, kanli ledger migrate --rebuild makes the tables again from them',
    },
  },
  'import-line': {
    message: { zh: '第 {line} 行不是台账导出的内容', en: 'line {line} is nothing that a ledger exports' },
  },
  'import-not-empty': {
    message: {
      zh: '这本台账里已经有平台“{platform}”',
      en: 'this ledger has platform "{platform}" already',
    },
    hint: { zh: '导入到一本新的台账', en: 'import into a new ledger' },
  },
} as const satisfies Record<string, ProblemWords>;
