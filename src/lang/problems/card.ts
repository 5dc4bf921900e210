import { grouped, type ProblemWords } from './words.js';

/** The meaning of a card, of its terms and of its place among others. */
export const cardProblems = {
  'unknown-currency': {
    message: { zh: '没有“{written}”这个币种代码', en: 'there is no currency code "{written}"' },
    hint: { zh: '用 ISO 4217 的三位大写代码，如 CNY', en: 'use a code of ISO 4217 in capitals, such as CNY' },
  },
  'unknown-timezone': {
    message: { zh: '没有“{written}”这个时区', en: 'there is no time zone "{written}"' },
    hint: { zh: '用 IANA 时区名，如 Asia/Shanghai', en: 'use an IANA name such as Asia/Shanghai' },
  },
  'id-twice': {
    message: { zh: '“{id}”前面已经用过了', en: '"{id}" is already used before this' },
    hint: { zh: '换一个不重复的', en: 'choose one that is not taken' },
  },
  'reserved-id': {
    message: { zh: '编号“{id}”是系统保留的', en: 'the id "{id}" is reserved' },
    hint: {
      zh: 'bonus、fixed、line、agency 和以 deal. 开头的编号不能用，换一个',
      en: 'bonus, fixed, line, agency and ids that begin with deal. are taken; choose another',
    },
  },
  'dangling-item': {
    message: { zh: '这份刊例里没有资源“{written}”', en: 'this card has no item "{written}"' },
    hint: {
      zh: '写 slots、celebrities 或 placements 下的编号',
      en: 'name an id from slots, celebrities or placements',
    },
  },
  'unknown-role': {
    message: {
      zh: '审批层级里没有“{role}”，有的是：{roles}',
      en: 'no band of approvals has the role "{role}"; there are: {roles}',
    },
    hint: { zh: '改成其中一个，或在 approvals 里补上', en: 'name one of them, or add it to approvals' },
    by: {
      roles: {
        '': {
          message: {
            zh: '刊例没有审批层级，“{role}”无从审批',
            en: 'the card has no approvals, so there is no role "{role}"',
          },
          hint: {
            zh: '在 approvals 里写上“{role}”，或删去这一项',
            en: 'add "{role}" to approvals, or delete this',
          },
        },
      },
    },
  },
  'not-rising': {
    message: {
      zh: '“{written}”不大于前一级的“{before}”',
      en: '"{written}" is not above "{before}" before it',
    },
    hint: { zh: '各级要从小到大，不能相等', en: 'each step must be above the one before it' },
    say: { written: grouped, before: grouped },
  },
  'first-not-zero': {
    message: {
      zh: '第一级从“{written}”起，应当从 0 起',
      en: 'the first step starts from "{written}", it must start from 0',
    },
    hint: { zh: '第一级写 from: 0', en: 'begin with from: 0' },
    say: { written: grouped },
  },
  'shares-not-100': {
    message: {
      zh: '各期比例合计 {sum}，应当正好 100%',
      en: 'the shares add up to {sum}, they must be exactly 100%',
    },
    hint: { zh: '调整各期的 share', en: 'adjust the share of each instalment' },
  },
  'group-on-running': {
    message: {
      zh: '在组“{group}”里不能用 on: running',
      en: 'on: running is not allowed inside the group "{group}"',
    },
    hint: {
      zh: '同组加价取最大的一个，只能按 list 比较：删去 on，或删去 group',
      en: 'the largest of a group is found on list prices: delete on, or delete group',
    },
  },
  'finer-than-minor': {
    message: {
      zh: '“{written}”的小数太细：{currency} 只有 {digits} 位小数',
      en: '"{written}" is too fine: {currency} has {digits} decimals',
    },
    hint: {
      zh: '整额最多写到 {digits} 位小数；单价可以更细',
      en: 'whole amounts have at most {digits} decimals; unit prices may be finer',
    },
    by: {
      digits: {
        0: {
          message: {
            zh: '“{written}”有小数，而 {currency} 没有',
            en: '"{written}" has decimals, and {currency} has none',
          },
          hint: {
            zh: '整额写整数；单价可以更细',
            en: 'whole amounts are whole numbers; unit prices may be finer',
          },
        },
      },
    },
    say: { written: grouped },
  },
  'not-whole-days': {
    message: { zh: '“{written}”不是整天数', en: '"{written}" is not a whole number of days' },
    hint: { zh: '写成 14d', en: 'write 14d' },
  },
  'min-above-max': {
    message: { zh: '下限 {min} 高于上限 {max}', en: 'the least, {min}, is above the most, {max}' },
    hint: { zh: '两者对调，或改正其一', en: 'swap them, or correct one' },
  },
  'card-id-twice': {
    message: { zh: '几份刊例用了同一个编号“{id}”：{files}', en: 'several cards have the id "{id}": {files}' },
    hint: {
      zh: '改掉其中的编号，或用 --card 指定一份',
      en: 'change the id of one, or choose one with --card',
    },
  },
  'card-not-found': {
    message: { zh: '在 {folder} 里没有编号为“{id}”的刊例', en: 'there is no card "{id}" in {folder}' },
    hint: {
      zh: '用 --card 指定文件，或用 --cards 指定文件夹',
      en: 'name its file with --card, or a folder with --cards',
    },
  },
  'card-digest-not-found': {
    message: {
      zh: '找不到报价时用的那一版刊例“{id}”（{digest}）',
      en: 'the version of the card "{id}" this was priced by is not here ({digest})',
    },
    hint: {
      zh: '用 --card 给出当时的刊例文件；现在的刊例已经改过',
      en: 'give the card file of that day with --card; the present one has changed',
    },
  },
} as const satisfies Record<string, ProblemWords>;
