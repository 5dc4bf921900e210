import type { Text } from '../../lang/text.js';
import type { Command } from '../command.js';

interface Entry {
  readonly summary: Text;
  readonly load: () => Promise<Command>;
}

/**
 * Every command, in the order of the help page. A new one: its file, its entry here, its transcript. Only the command that
 * is called is loaded, and what only some calls of it need (views, papers, prompts) it imports when it needs it.
 */
export const commands = {
  init: {
    summary: { zh: '建一个马上能用的工作区', en: 'make a workspace that works at once' },
    load: async () => (await import('./init.js')).init,
  },
  demo: {
    summary: {
      zh: '演示：为 96 个品牌的双11 大单报价并出文件',
      en: 'the 96-brand Double 11 deal: quote, contract, schedule',
    },
    load: async () => (await import('./demo.js')).demo,
  },
  show: {
    summary: { zh: '查看和搜索刊例', en: 'show and search a rate card' },
    load: async () => (await import('./show.js')).show,
  },
  validate: {
    summary: { zh: '检查刊例和方案文件', en: 'check rate cards and packages' },
    load: async () => (await import('./validate.js')).validate,
  },
  quote: {
    summary: { zh: '为方案报价', en: 'price a package' },
    load: async () => (await import('./quote.js')).quote,
  },
  bulk: {
    summary: { zh: '批量报价', en: 'price many packages' },
    load: async () => (await import('./bulk.js')).bulk,
  },
  explain: {
    summary: { zh: '逐步解释价格怎么来的', en: 'explain a price step by step' },
    load: async () => (await import('./explain.js')).explain,
  },
  verify: {
    summary: { zh: '核对报价单或合同', en: 'verify a quote or a contract' },
    load: async () => (await import('./verify.js')).verify,
  },
  avail: {
    summary: { zh: '看哪天还空着', en: 'what is free, held and booked' },
    load: async () => (await import('./avail.js')).avail,
  },
  hold: {
    summary: { zh: '预留报价单的全部点位', en: 'hold the spots of a quote' },
    load: async () => (await import('./hold.js')).hold,
  },
  approve: {
    summary: { zh: '批准', en: 'note who approved' },
    load: async () => (await import('./approve.js')).approve,
  },
  confirm: {
    summary: { zh: '确认预留', en: 'book what is held' },
    load: async () => (await import('./confirm.js')).confirm,
  },
  release: {
    summary: { zh: '释放预留', en: 'give back what is held' },
    load: async () => (await import('./release.js')).release,
  },
  move: {
    summary: { zh: '改期', en: 'move spots to other dates or times' },
    load: async () => (await import('./move.js')).move,
  },
  cancel: {
    summary: { zh: '取消订单或其中几行', en: 'cancel a booking, or lines of it' },
    load: async () => (await import('./cancel.js')).cancel,
  },
  bookings: {
    summary: { zh: '订单列表和历史', en: 'bookings and their history' },
    load: async () => (await import('./bookings.js')).bookings,
  },
  ledger: {
    summary: { zh: '台账的核对、备份、升级', en: "the ledger's own care: verify, export, import" },
    load: async () => (await import('./ledger.js')).ledger,
  },
  contract: {
    summary: { zh: '出合同', en: 'write the contract' },
    load: async () => (await import('./contract.js')).contract,
  },
  schedule: {
    summary: { zh: '出排期表', en: 'write the schedule' },
    load: async () => (await import('./schedule.js')).schedule,
  },
  schema: {
    summary: { zh: '输出 JSON Schema', en: 'print a JSON Schema' },
    load: async () => (await import('./schema.js')).schema,
  },
} as const satisfies Readonly<Record<string, Entry>>;

export const commandNames = Object.keys(commands) as readonly (keyof typeof commands)[];
