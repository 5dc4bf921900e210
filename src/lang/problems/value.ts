import type { ProblemWords } from './words.js';

const plainAmount = {
  zh: '写成 120000、120000.50、1,200,000、12万 或 1.5亿',
  en: 'write it as 120000, 120000.50 or 1,200,000',
} as const;

const commas = {
  message: { zh: '“{written}”里逗号的位置不对', en: 'the commas in "{written}" are misplaced' },
  hint: {
    zh: '逗号每三位一个，如 1,200,000；也可以不写',
    en: 'a comma after every three digits, as in 1,200,000, or none',
  },
} as const;
const fullwidth = {
  message: { zh: '“{written}”是用全角字符写的', en: '"{written}" is written in full-width characters' },
  hint: { zh: '改用半角数字和符号', en: 'use plain digits and marks' },
} as const;
const tooLong = {
  message: { zh: '数字太长', en: 'the number is too long' },
  hint: { zh: '最多 60 个字符', en: 'at most 60 characters' },
} as const;
const negative = {
  message: { zh: '“{written}”是负数', en: '"{written}" is negative' },
  hint: {
    zh: '金额和比例都不写负号；减价写成折扣',
    en: 'amounts and rates carry no minus; write a reduction as a discount',
  },
} as const;
const space = {
  message: { zh: '“{written}”中间有空格', en: 'there is a space inside "{written}"' },
  hint: { zh: '去掉空格；分节用逗号，如 1,200,000', en: 'take it out; group by commas, as in 1,200,000' },
} as const;

/** Single values: amounts, rates, counts, dates, times, names. */
export const valueProblems = {
  'bad-amount': {
    message: { zh: '“{written}”不是金额', en: '"{written}" is no amount' },
    hint: plainAmount,
    by: {
      fault: {
        empty: {
          message: { zh: '这里应当是金额，却是空的', en: 'an amount is wanted here, and nothing is written' },
        },
        fullwidth,
        exponent: {
          message: {
            zh: '金额不能写成科学计数法“{written}”',
            en: 'an amount may not be written with an exponent: "{written}"',
          },
          hint: { zh: '把数字写全，或用 万、亿，如 12万', en: 'write all its digits' },
        },
        negative,
        commas,
        percent: {
          message: {
            zh: '这里要金额，不是百分比“{written}”',
            en: 'an amount is wanted here, not the percentage "{written}"',
          },
          hint: {
            zh: '写金额，如 12000；按比例算的用 rate',
            en: 'write an amount such as 12000; shares go under rate',
          },
        },
        'currency-sign': {
          message: {
            zh: '金额里不写货币符号：“{written}”',
            en: 'an amount carries no currency sign: "{written}"',
          },
          hint: {
            zh: '只写数字；币种由刊例的 currency 决定',
            en: "write the number alone; the currency is the card's own",
          },
        },
        space,
        'too-long': tooLong,
      },
    },
  },
  'bad-rate': {
    message: { zh: '“{written}”不是百分比', en: '"{written}" is no percentage' },
    hint: {
      zh: '写成带百分号的数，如 15% 或 12.5%',
      en: 'write a number with its sign, such as 15% or 12.5%',
    },
    by: {
      fault: {
        'no-sign': {
          message: {
            zh: '“{written}”没有百分号，意思不确定',
            en: '"{written}" has no percent sign, so it is not clear what is meant',
          },
          hint: {
            zh: '比例要带百分号：15% 就写 15%，不写 0.15 或 15',
            en: 'a rate carries its sign: for fifteen percent write 15%, not 0.15 or 15',
          },
        },
        empty: {
          message: {
            zh: '这里应当是百分比，却是空的',
            en: 'a percentage is wanted here, and nothing is written',
          },
        },
        fullwidth,
        exponent: {
          message: {
            zh: '百分比不能写成科学计数法“{written}”',
            en: 'a percentage may not be written with an exponent: "{written}"',
          },
        },
        negative,
        commas: {
          message: commas.message,
          hint: { zh: '小数用点，如 12.5%', en: 'decimals follow a point, as in 12.5%' },
        },
        zhe: {
          message: {
            zh: '“{written}”要写成减去的百分比',
            en: '"{written}" must be written as the part taken off',
          },
          hint: { zh: '九折写 10%，八五折写 15%', en: 'ninety percent of the price is 10% off' },
        },
        'currency-sign': {
          message: {
            zh: '这里要百分比，不是金额“{written}”',
            en: 'a percentage is wanted here, not the amount "{written}"',
          },
          hint: {
            zh: '写百分比，如 15%；金额用 amount',
            en: 'write a percentage such as 15%; amounts go under amount',
          },
        },
        space: {
          message: space.message,
          hint: { zh: '去掉空格，如 15%', en: 'take it out, as in 15%' },
        },
        'too-long': tooLong,
      },
    },
  },
  'rate-over-100': {
    message: { zh: '“{written}”超过了 100%', en: '"{written}" is more than 100%' },
    hint: { zh: '折扣、佣金和分成最多 100%', en: 'discounts, commissions and shares are at most 100%' },
  },
  'bad-count': {
    message: {
      zh: '“{written}”不对：这里要整数，至少 {least}',
      en: '"{written}" will not do: a whole number is wanted, at least {least}',
    },
    hint: { zh: '写整数，不带小数和单位', en: 'write a whole number without decimals or units' },
  },
  'bad-date': {
    message: { zh: '“{written}”不是日期', en: '"{written}" is no date' },
    hint: {
      zh: '写成 2016-11-05，月和日各两位；一段日期写成 2016-11-01/2016-11-11',
      en: 'write 2016-11-05, two digits for month and day; a stretch is 2016-11-01/2016-11-11',
    },
    by: {
      fault: {
        'no-such-day': {
          message: { zh: '日历上没有“{day}”这一天', en: 'there is no such day as "{day}"' },
          hint: { zh: '检查月份和当月的天数', en: 'check the month and how many days it has' },
        },
      },
    },
  },
  'date-reversed': {
    message: { zh: '“{written}”的结束早于开始', en: '"{written}" ends before it starts' },
    hint: { zh: '先写开始，再写结束', en: 'write the first date first' },
  },
  'date-twice': {
    message: { zh: '这一行里 {dates} 已经写过了', en: 'this line already has {dates}' },
    hint: {
      zh: '一天一个点位；同一天要多个用 quantity',
      en: 'one spot a date; for several on one date use quantity',
    },
  },
  'too-many-dates': {
    message: { zh: '日期超过 {most} 天', en: 'these are more than {most} dates' },
    hint: { zh: '检查年份', en: 'check the year' },
  },
  'bad-time': {
    message: { zh: '“{written}”不是时段', en: '"{written}" is no time' },
    hint: {
      zh: '写成 20:00-22:00，时和分各两位；过了零点接着数，如 22:30-25:00，最晚 30:00',
      en: 'write 20:00-22:00, two digits each; past midnight count on, as in 22:30-25:00, to 30:00 at most',
    },
  },
  'time-reversed': {
    message: { zh: '“{written}”的结束不晚于开始', en: '"{written}" does not end after it starts' },
    hint: {
      zh: '过了零点接着数：晚上十点半到次日一点写成 22:30-25:00',
      en: 'past midnight count on: half past ten to one at night is 22:30-25:00',
    },
  },
  'bad-duration': {
    message: { zh: '“{written}”不是时长', en: '"{written}" is no length of time' },
    hint: { zh: '写成 90min、2h、1h30min 或 14d', en: 'write 90min, 2h, 1h30min or 14d' },
    by: {
      fault: {
        zero: {
          message: { zh: '时长不能是零', en: 'the length of time may not be zero' },
        },
      },
    },
  },
  'bad-due': {
    message: { zh: '“{written}”不是付款日', en: '"{written}" is no due day' },
    hint: {
      zh: '写日期，或 signing（签约）、first-air（首播）、last-air（末播）前后若干天，如 signing+5d、first-air-3d',
      en: 'write a date, or signing, first-air or last-air with days before or after, such as signing+5d, first-air-3d',
    },
    by: {
      fault: {
        'no-such-day': {
          message: { zh: '日历上没有“{written}”这一天', en: 'there is no such day as "{written}"' },
          hint: { zh: '检查月份和当月的天数', en: 'check the month and how many days it has' },
        },
      },
    },
  },
  'bad-id': {
    message: { zh: '“{written}”不能作编号', en: '"{written}" cannot be an id' },
    hint: {
      zh: '编号以字母、数字或汉字开头，只含字母、数字、汉字和 . _ -，最长 100 个字符',
      en: 'an id starts with a letter or digit and has only letters, digits and . _ -, at most 100 characters',
    },
    by: {
      written: { '': { message: { zh: '编号是空的', en: 'the id is empty' } } },
    },
  },
} as const satisfies Record<string, ProblemWords>;
