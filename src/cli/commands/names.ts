import type { Text } from '../../lang/text.js';

/** Every command in the order of the help page, which needs no more of them than this. */
export const commandSummaries = {
  init: { zh: '建一个马上能用的工作区', en: 'make a workspace that works at once' },
  demo: {
    zh: '演示：为 96 个品牌的双11 大单报价并出文件',
    en: 'the 96-brand Double 11 deal: quote, contract, schedule',
  },
  show: { zh: '查看和搜索刊例', en: 'show and search a rate card' },
  validate: { zh: '检查刊例和方案文件', en: 'check rate cards and packages' },
  quote: { zh: '为方案报价', en: 'price a package' },
  explain: { zh: '逐步解释价格怎么来的', en: 'explain a price step by step' },
  verify: { zh: '核对报价单或合同', en: 'verify a quote or a contract' },
  contract: { zh: '出合同', en: 'write the contract' },
  schedule: { zh: '出排期表', en: 'write the schedule' },
  schema: { zh: '输出 JSON Schema', en: 'print a JSON Schema' },
} as const satisfies Readonly<Record<string, Text>>;

export type CommandName = keyof typeof commandSummaries;

export const commandNames = Object.keys(commandSummaries) as readonly CommandName[];
