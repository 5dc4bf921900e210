import { closingWords, formatWords, perWords } from '../trade.js';
import { from, type ProblemWords } from './words.js';

/** A package against its card. */
export const packageProblems = {
  'card-mismatch': {
    message: {
      zh: '方案要的刊例是“{written}”，给的是“{card}”',
      en: 'the package asks for the card "{written}", this is "{card}"',
    },
    hint: { zh: '换一份刊例，或把方案的 card 改成 {card}', en: 'give the other card, or write card: {card}' },
  },
  'unknown-item': {
    message: { zh: '刊例里没有资源“{written}”', en: 'the card has no item "{written}"' },
    hint: { zh: '用 kanli show 查看有哪些资源', en: 'kanli show lists the items' },
  },
  'date-outside-card': {
    message: {
      zh: '{dates} 不在刊例的有效期内（{first} 至 {last}）',
      en: '{dates}: outside the card, which sells from {first} to {last}',
    },
    hint: {
      zh: '改日期，或换一份覆盖这些日期的刊例',
      en: 'change the dates, or use a card that covers them',
    },
  },
  'date-before-as-of': {
    message: { zh: '{dates} 早于报价日 {asOf}', en: '{dates}: before the day it is judged on, {asOf}' },
    hint: { zh: '改日期，或检查 asOf（--as-of）', en: 'change the dates, or check asOf (--as-of)' },
  },
  'outside-open': {
    message: {
      zh: '“{written}”超出了资源“{item}”的可售时段 {open}',
      en: '"{written}" is outside {open}, when "{item}" can be sold',
    },
    hint: { zh: '改到 {open} 之内', en: 'choose a time within {open}' },
  },
  'times-date-not-in-line': {
    message: {
      zh: 'times 里的“{written}”不在这一行的日期里',
      en: '"{written}" in times is none of the dates of this line',
    },
    hint: { zh: '把它加进 dates，或从 times 里删去', en: 'add it to dates, or delete it from times' },
  },
  'needs-time': {
    message: {
      zh: '资源“{item}”按时长出售，每个日期都要有时段',
      en: '"{item}" is sold by time, so every date needs one',
    },
    hint: { zh: '补上 time: 20:00-22:00', en: 'add such as time: 20:00-22:00' },
  },
  'format-not-offered': {
    message: {
      zh: '资源“{item}”没有“{written}”这种形式，有的是：{offered}',
      en: '"{item}" does not come as "{written}"; it comes as: {offered}',
    },
    hint: { zh: '选其中一种', en: 'choose one of them' },
  },
  'item-without-formats': {
    message: {
      zh: '资源“{item}”不分形式，不能写“{written}”',
      en: '"{item}" has no formats, so it takes no "{written}"',
    },
    hint: { zh: '删去 format', en: 'delete format' },
    say: { written: from(formatWords) },
  },
  'on-request-needs-fixed': {
    message: {
      zh: '资源“{item}”价格待议，这一行要写谈定的价格',
      en: '"{item}" is priced on request, so the line must bring its price',
    },
    hint: { zh: '补上 fixed: 谈定的总价', en: 'add fixed: the price agreed for the whole line' },
  },
  'pass-through-needs-amount': {
    message: {
      zh: '资源“{item}”是代付，这一行要写金额',
      en: '"{item}" is pass-through, so the line must state its amount',
    },
    hint: { zh: '补上 amount: 代付的总额', en: 'add amount: what flows through' },
  },
  'amount-not-pass-through': {
    message: {
      zh: '只有代付资源的行才写 amount，“{item}”不是',
      en: 'amount is for pass-through items; "{item}" is none',
    },
    hint: { zh: '一口价写 fixed，否则删去', en: 'a price of its own goes under fixed; else delete it' },
  },
  'discount-on-closed': {
    message: { zh: '{closed}的行不再打折', en: 'a {closed} line takes no discount' },
    hint: { zh: '删去 discount', en: 'delete discount' },
    say: { closed: from(closingWords) },
  },
  'closed-twice': {
    message: { zh: '“{key}”不能和“{other}”同时写', en: '"{key}" cannot stand beside "{other}"' },
    hint: { zh: '一行只有一种成交方式：删去其中一个', en: 'a line is closed one way: delete one of them' },
    by: {
      other: {
        passThrough: {
          message: {
            zh: '代付资源按成本出售，这一行不能写“{key}”',
            en: 'a pass-through item is sold at cost; its line takes no "{key}"',
          },
          hint: { zh: '删去“{key}”，只写 amount', en: 'delete "{key}" and state amount alone' },
        },
      },
    },
  },
  'needs-impressions': {
    message: {
      zh: '资源“{item}”按千次曝光出售，要写每个点位的曝光次数',
      en: '"{item}" is sold per thousand impressions, so the line must say how many',
    },
    hint: { zh: '补上如 impressions: 500000', en: 'add such as impressions: 500000' },
  },
  'impressions-not-mille': {
    message: {
      zh: '资源“{item}”按{per}出售，不写曝光次数',
      en: '"{item}" is sold by the {per}, not by impressions',
    },
    hint: { zh: '删去 impressions，数量写 quantity', en: 'delete impressions; how many goes under quantity' },
    say: { per: from(perWords) },
  },
  'quantity-on-mille': {
    message: {
      zh: '资源“{item}”按千次曝光出售，不写 quantity',
      en: '"{item}" is sold per thousand impressions and takes no quantity',
    },
    hint: { zh: '只写 impressions', en: 'state impressions alone' },
  },
  'off-grid': {
    message: {
      zh: '“{written}”不是整 5 分钟，能报价，不能锁定',
      en: '"{written}" is off the 5-minute grid: it can be priced, not held',
    },
    hint: { zh: '起止改成 5 的倍数', en: 'let it begin and end on a multiple of 5 minutes' },
  },
} as const satisfies Record<string, ProblemWords>;
