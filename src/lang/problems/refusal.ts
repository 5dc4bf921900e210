import { figureWords } from '../trade.js';
import { from, grouped, type ProblemWords, percent } from './words.js';

const rates = { policy: from(figureWords), bound: percent, actual: percent };
const amounts = { policy: from(figureWords), bound: grouped, actual: grouped };
const band = { actual: percent, upTo: percent };

const noRatio = {
  message: {
    zh: '{policy}没有可比的基数，不能视为在上限 {bound} 以内',
    en: '{policy} has nothing to divide by and cannot count as within {bound}',
  },
} as const;

/** A deal that was priced, and may not be sold so; and why somebody has to approve. */
export const refusalProblems = {
  'under-minimum': {
    message: {
      zh: '资源“{item}”买了 {units}，至少要 {minimum}',
      en: '"{item}": {units} bought, at least {minimum} are asked for',
    },
    hint: { zh: '增加数量或日期，或者去掉这项资源', en: 'buy more of it, or leave it out' },
  },
  'off-too-large': {
    message: {
      zh: '减免 {off} 超过可打折各行的合计 {available}',
      en: '{off} off is more than the open lines have, {available}',
    },
    hint: {
      zh: '配送、一口价和代付的行不参与减免',
      en: 'bonus, fixed and pass-through lines take no part in it',
    },
    say: { off: grouped, available: grouped },
  },
  'target-above-sum': {
    message: {
      zh: '整单一口价 {target} 高于现价合计 {sum}',
      en: 'the target {target} is above what the lines come to, {sum}',
    },
    hint: {
      zh: '目标价只能往下谈；去掉它，或调低',
      en: 'a target can only lower a deal: delete it, or lower it',
    },
    say: { target: grouped, sum: grouped },
  },
  'target-unreachable': {
    message: {
      zh: '整单一口价 {target} 达不到：配送、一口价和代付的行不动，最低 {least}',
      en: 'the target {target} cannot be reached: with bonus, fixed and pass-through lines as they are, {least} is the least',
    },
    hint: {
      zh: '目标价不低于 {least}，或减少不参与优惠的行',
      en: 'ask for {least} or more, or close fewer lines',
    },
    say: { target: grouped, sum: grouped, least: grouped },
  },
  'policy-max': {
    message: {
      zh: '{policy} {actual}，超过上限 {bound}',
      en: '{policy} is {actual}, above the most allowed, {bound}',
    },
    say: rates,
    by: {
      actual: { '-': noRatio },
    },
  },
  'policy-min': {
    message: {
      zh: '{policy} {actual}，低于下限 {bound}',
      en: '{policy} is {actual}, below the least allowed, {bound}',
    },
    say: rates,
    by: {
      policy: { minimumSpend: { say: amounts } },
    },
  },
  'beyond-approvals': {
    message: {
      zh: '真实折扣 {actual} 超过最后一级审批（{role}，{upTo}）',
      en: 'the true discount {actual} is beyond the last band of approvals ({role}, {upTo})',
    },
    hint: { zh: '减少折扣或配送', en: 'give less discount or less for free' },
    say: band,
  },
  'approval-band': {
    message: {
      zh: '真实折扣 {actual}，在 {role} 的权限内（至 {upTo}）',
      en: 'the true discount {actual} is for {role} to approve (up to {upTo})',
    },
    say: band,
  },
  'approval-floor': {
    message: {
      zh: '第 {line} 行“{item}”净价 {kept}，低于底价折算的 {least}，需 {role} 批准',
      en: 'line {line}, "{item}", keeps {kept}, less than the {least} its floor asks for: {role} must approve',
    },
    say: { kept: grouped, least: grouped },
  },
  'approval-item': {
    message: {
      zh: '第 {line} 行“{item}”本身需 {role} 批准',
      en: 'line {line}, "{item}", asks for {role} to approve',
    },
  },
} as const satisfies Record<string, ProblemWords>;
