import type { Words } from './trade.js';

/** The ledger's own care: verify, export, import, migrate, stats. */
export const ledgerCareWords = {
  unknownTask: {
    zh: '没有“{written}”，只有：{tasks}',
    en: 'There is no "{written}"; there are: {tasks}',
  },
  verifying: { zh: '核对中：{events} 条', en: 'verifying: {events} events' },
  sound: {
    zh: '核对无误：{events} 条记录，{bookings} 个订单，全部派生表一致',
    en: 'Verified: {events} events, {bookings} bookings; every table follows from them',
  },
  unsound: {
    zh: '核对不符：{events} 条记录，发现 {problems} 处',
    en: 'Not verified: {events} events, problems: {problems}',
  },
  head: { zh: '{platform}：第 {seq} 条 {hash}', en: '{platform}: event {seq} {hash}' },
  exported: { zh: '已导出 {lines} 行到 {file}', en: 'Exported {lines} lines to {file}' },
  importWhat: {
    zh: '要导入哪个文件？kanli ledger import backup.ndjson',
    en: 'Import which file? kanli ledger import backup.ndjson',
  },
  imported: {
    zh: '已导入 {events} 条记录，{documents} 份存档',
    en: 'Imported {events} events and {documents} documents',
  },
  notImported: { zh: '什么也没有导入。', en: 'Nothing was imported.' },
  migrated: { zh: '台账是第 {version} 版', en: 'The ledger is at version {version}' },
  rebuilt: {
    zh: '已按记录重做全部派生表（{platforms} 个平台）',
    en: 'Every derived table was made again from the events; platforms: {platforms}',
  },
  statsTitle: { zh: '台账 {place}', en: 'Ledger {place}' },
  engine: { zh: '数据库', en: 'Engine' },
  version: { zh: '版本', en: 'Version' },
  size: { zh: '大小', en: 'Size' },
  chains: { zh: '记录链', en: 'Chains' },
  chain: { zh: '{platform} 到第 {seq} 条', en: '{platform} to event {seq}' },
  events: { zh: '记录', en: 'Events' },
  archive: { zh: '存档', en: 'Archive' },
  archived: { zh: '刊例 {cards} 份 · 报价单 {quotes} 份', en: 'cards {cards} · quotes {quotes}' },
  bookings: { zh: '订单', en: 'Bookings' },
  spots: { zh: '占着的点位', en: 'Spots that stand' },
  counters: { zh: '计数器', en: 'Counters' },
} as const satisfies Words;
