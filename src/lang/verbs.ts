import type { Words } from './trade.js';

/** What the ledger's verbs say when they are done. */
export const verbWords = {
  done: {
    zh: '{booking}：{state} · 第 {revision} 版 · {spots} 个点位 · 含税应付 {payable}',
    en: '{booking}: {state} · revision {revision} · spots: {spots} · payable {payable}',
  },
  replayed: {
    zh: '{booking}：{state} · 第 {revision} 版 · 之前已经做过，这次什么也没有改',
    en: '{booking}: {state} · revision {revision} · done before; nothing was changed now',
  },
  until: { zh: '预留到 {until}（平台时间）', en: "held until {until} (the platform's clock)" },
  fees: { zh: '取消费合计 {fees}', en: 'cancellation fees {fees}' },
  event: { zh: '台账第 {seq} 条 {hash}', en: 'ledger event {seq} {hash}' },
  approveNext: {
    zh: '接下来：{name} approve {booking} --role {role} --by 姓名',
    en: 'next: {name} approve {booking} --role {role} --by NAME',
  },
  confirmNext: { zh: '接下来：{name} confirm {booking}', en: 'next: {name} confirm {booking}' },
} as const satisfies Words;

/** What was done to a booking. */
export const eventTypeWords = {
  hold: { zh: '预留', en: 'hold' },
  approve: { zh: '批准', en: 'approve' },
  confirm: { zh: '确认', en: 'confirm' },
  release: { zh: '释放', en: 'release' },
  lapse: { zh: '过期', en: 'lapse' },
  cancel: { zh: '取消', en: 'cancel' },
  move: { zh: '改期', en: 'move' },
} as const satisfies Words;
