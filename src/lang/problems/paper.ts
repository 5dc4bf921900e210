import type { ProblemWords } from './words.js';

/** Quotes and papers, checked against what they were made from. `-` stands where there is nothing. */
export const paperProblems = {
  'not-a-quote': {
    message: {
      zh: '这不像 kanli 写出的报价单或合同：{path}',
      en: 'this is no quote or contract as kanli writes it: {path}',
    },
    hint: { zh: '给出 kanli 写出的 JSON 原文件', en: 'give the JSON file as kanli wrote it' },
  },
  'digest-mismatch': {
    message: {
      zh: '内容改过：摘要是 {found}，按内容算出来是 {derived}',
      en: 'the content was changed: its digest says {found}, its content gives {derived}',
    },
    hint: { zh: '用没有改动过的原文件', en: 'use the file as it was written' },
  },
  'differs-from-card': {
    message: {
      zh: '{path} 写的是 {found}，重新算出来是 {derived}',
      en: '{path} says {found}; worked out again it is {derived}',
    },
  },
  'paper-differs': {
    message: {
      zh: '{path} 写的是 {found}，按报价单应当是 {derived}',
      en: '{path} says {found}; by its quote it must be {derived}',
    },
  },
  'card-unavailable': {
    message: {
      zh: '没有报价时用的刊例“{id}”（{digest}），以下内容取自报价单本身',
      en: 'the card "{id}" this was priced by is not here ({digest}); what follows is the quote\'s own word',
    },
    hint: { zh: '用 --card 给出当时的刊例文件', en: 'give the card file of that day with --card' },
  },
  'seller-missing': {
    message: { zh: '合同里卖方一栏是空的', en: 'the seller is left blank in the contract' },
    hint: { zh: '在 kanli.yaml 的 seller 下填写公司资料', en: 'fill in seller in kanli.yaml' },
  },
} as const satisfies Record<string, ProblemWords>;
