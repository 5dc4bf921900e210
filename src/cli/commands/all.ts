import type { Text } from '../../lang/text.js';
import type { Command } from '../command.js';

interface Entry {
  readonly name: string;
  readonly summary: Text;
  /** Loaded only when it is called: starting up must cost what the call needs. */
  readonly load: () => Promise<Command>;
}

/** Every command, in the order of the help page. A new one: its file, its entry here, its transcript. */
export const commands: readonly Entry[] = [
  {
    name: 'init',
    summary: { zh: '建一个马上能用的工作区', en: 'make a workspace that works at once' },
    load: async () => (await import('./init.js')).init,
  },
  {
    name: 'demo',
    summary: {
      zh: '演示：为 96 个品牌的双11 大单报价并出文件',
      en: 'the 96-brand Double 11 deal: quote, contract, schedule',
    },
    load: async () => (await import('./demo.js')).demo,
  },
  {
    name: 'show',
    summary: { zh: '查看和搜索刊例', en: 'show and search a rate card' },
    load: async () => (await import('./show.js')).show,
  },
  {
    name: 'validate',
    summary: { zh: '检查刊例和方案文件', en: 'check rate cards and packages' },
    load: async () => (await import('./validate.js')).validate,
  },
  {
    name: 'quote',
    summary: { zh: '为方案报价', en: 'price a package' },
    load: async () => (await import('./quote.js')).quote,
  },
  {
    name: 'explain',
    summary: { zh: '逐步解释价格怎么来的', en: 'explain a price step by step' },
    load: async () => (await import('./explain.js')).explain,
  },
  {
    name: 'verify',
    summary: { zh: '核对报价单或合同', en: 'verify a quote or a contract' },
    load: async () => (await import('./verify.js')).verify,
  },
  {
    name: 'contract',
    summary: { zh: '出合同', en: 'write the contract' },
    load: async () => (await import('./contract.js')).contract,
  },
  {
    name: 'schedule',
    summary: { zh: '出排期表', en: 'write the schedule' },
    load: async () => (await import('./schedule.js')).schedule,
  },
  {
    name: 'schema',
    summary: { zh: '输出 JSON Schema', en: 'print a JSON Schema' },
    load: async () => (await import('./schema.js')).schema,
  },
];
