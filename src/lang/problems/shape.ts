import { expectedWords, foundWords, kindWords } from '../fields.js';
import { from, type ProblemWords } from './words.js';

const anyAmount = { hint: { zh: '补上如 price: 12000', en: 'add such as price: 12000' } } as const;
const quoteIt = {
  hint: { zh: '若确是文字，加引号："true"', en: 'if it is meant as text, quote it: "true"' },
} as const;

/** The shape of a document: its keys, and what kind of thing stands under each. */
export const shapeProblems = {
  'unknown-kind': {
    message: { zh: '没有“{written}”这种文档', en: 'there is no kind of document called "{written}"' },
    hint: { zh: '这里应当是 kind: {expected}', en: 'this must be kind: {expected}' },
  },
  'wrong-kind': {
    message: { zh: '这是{found}，这里要的是{expected}', en: 'this is {found}; {expected} is wanted here' },
    hint: {
      zh: '换成对的文件，或者换成处理这种文件的命令',
      en: 'name the right file, or use the command for this kind',
    },
    say: { expected: from(kindWords), found: from(kindWords) },
  },
  'unknown-key': {
    message: { zh: '这里没有“{key}”这个键', en: 'there is no key "{key}" here' },
    hint: {
      zh: '检查拼写和缩进；自己的备注可以写在以 x- 开头的键下',
      en: 'check spelling and indentation; notes of your own may stand under keys that begin with x-',
    },
  },
  'comma-amount': {
    message: {
      zh: '在 { } 里，没有引号的“{written}”会被逗号拆开',
      en: 'inside { } an unquoted "{written}" falls apart at its commas',
    },
    hint: { zh: '加引号写成 "{written}"，或去掉逗号', en: 'quote it: "{written}", or leave the commas out' },
  },
  'missing-key': {
    message: { zh: '缺少“{key}”', en: '"{key}" is missing' },
    hint: { zh: '补上 {key}: ……', en: 'add {key}: ...' },
    by: {
      key: {
        apiVersion: { hint: { zh: '补上 apiVersion: kanli/v1', en: 'add apiVersion: kanli/v1' } },
        kind: {
          hint: {
            zh: '补上 kind: RateCard（刊例）或 kind: Package（方案）',
            en: 'add kind: RateCard or kind: Package',
          },
        },
        version: {
          hint: { zh: '补上版本，如 version: "2016.10.1"', en: 'add a version such as version: "2016.10.1"' },
        },
        currency: {
          hint: { zh: '补上币种代码，如 currency: CNY', en: 'add a currency code such as currency: CNY' },
        },
        timezone: {
          hint: {
            zh: '补上时区，如 timezone: Asia/Shanghai',
            en: 'add a time zone such as timezone: Asia/Shanghai',
          },
        },
        valid: {
          hint: {
            zh: '补上可售的起止日期，如 valid: 2016-10-24/2016-11-12',
            en: 'add the first and last date it sells, such as valid: 2016-10-24/2016-11-12',
          },
        },
        prices: {
          hint: {
            zh: '补上 prices: tax-included（含税）或 prices: tax-excluded（不含税）',
            en: 'add prices: tax-included or prices: tax-excluded',
          },
        },
        tax: { hint: { zh: '补上税率，如 tax: 6%', en: 'add the tax rate, such as tax: 6%' } },
        price: {
          by: { parent: { breaks: anyAmount, overtime: anyAmount } },
          hint: {
            zh: '补上单价 price: 12万，或阶梯价 breaks，待议写 price: on-request',
            en: 'add price: 120000, or breaks, or price: on-request',
          },
        },
        per: {
          by: {
            parent: {
              overtime: {
                hint: {
                  zh: '补上每次计费的时长，如 per: 30min',
                  en: 'add the time it is charged by, such as per: 30min',
                },
              },
              lateFee: { hint: { zh: '补上 per: day、week 或 month', en: 'add per: day, week or month' } },
            },
          },
          hint: {
            zh: '补上计价单位：per: hour、day、session、wave、post、each 或 mille',
            en: 'add what one unit is: per: hour, day, session, wave, post, each or mille',
          },
        },
        dates: {
          hint: {
            zh: '补上日期，如 dates: 2016-11-01/2016-11-11',
            en: 'add dates such as dates: 2016-11-01/2016-11-11',
          },
        },
        asOf: {
          hint: {
            zh: '在方案里写 asOf: 2016-10-26，或用 --as-of 给出日期',
            en: 'write asOf: 2016-10-26 in the package, or give --as-of DATE',
          },
        },
      },
    },
  },
  'wrong-type': {
    message: {
      zh: '这里应当是：{expected}；写的却是：{found}',
      en: 'this must be {expected}, but {found} is written here',
    },
    say: { expected: from(expectedWords), found: from(foundWords) },
    by: {
      path: {
        '': {
          message: {
            zh: '整个文件应当是一组“键: 值”，写的却是：{found}',
            en: 'the whole file must be "key: value" lines, but {found} is written',
          },
          hint: {
            zh: '从 apiVersion: kanli/v1 写起；可用 kanli init 得到一份能用的样例',
            en: 'begin with apiVersion: kanli/v1; kanli init writes a sample that works',
          },
        },
      },
      found: {
        nothing: {
          message: {
            zh: '这里是空的，应当是：{expected}',
            en: 'nothing is written here; it must be {expected}',
          },
          hint: { zh: '填上内容，或者删去这个键', en: 'fill it in, or delete the key' },
        },
      },
      expected: {
        list: {
          hint: {
            zh: '每项另起一行，以“- ”开头；只有一项也一样',
            en: 'give each entry a line of its own that starts with "- ", a single one too',
          },
        },
        map: {
          hint: {
            zh: '下一行起缩进写“键: 值”；不要用“- ”',
            en: 'write "key: value" lines under it, indented, without "- "',
          },
        },
        boolean: { hint: { zh: '写 true 或 false，不加引号', en: 'write true or false, without quotes' } },
        text: { by: { found: { boolean: quoteIt } } },
        id: { by: { found: { boolean: quoteIt } } },
      },
    },
  },
  'not-one-of': {
    message: { zh: '“{written}”不在可选的词里：{allowed}', en: '"{written}" is none of: {allowed}' },
  },
  'empty-list': {
    message: { zh: '列表是空的', en: 'the list is empty' },
    hint: { zh: '至少写一项，或者删去这个键', en: 'write at least one entry, or delete the key' },
  },
  'empty-text': {
    message: { zh: '文字是空的', en: 'the text is empty' },
    hint: { zh: '填上文字，或者删去这个键', en: 'fill it in, or delete the key' },
  },
  'one-of-keys': {
    message: { zh: '{keys} 只能选一个', en: 'only one of {keys} may be given' },
    hint: { zh: '留下一个，删去其余', en: 'keep one and delete the others' },
    by: {
      count: {
        0: {
          message: { zh: '{keys} 必须写一个', en: 'one of {keys} must be given' },
          hint: { zh: '补上其中一个', en: 'add one of them' },
        },
      },
    },
  },
  'needs-key': {
    message: { zh: '写了“{because}”就必须写“{key}”', en: '"{because}" asks for "{key}" beside it' },
    hint: { zh: '补上“{key}”，或者删去“{because}”', en: 'add "{key}", or delete "{because}"' },
    by: {
      because: {
        passThrough: {
          message: {
            zh: '代付资源要写明自己的税率“{key}”',
            en: 'a pass-through item must state its own "{key}"',
          },
          hint: {
            zh: '补上如 tax: 6%，免税写 tax: 0%',
            en: 'add such as tax: 6%, or tax: 0% where there is none',
          },
        },
      },
    },
  },
  'keys-conflict': {
    message: { zh: '“{key}”不能和“{other}”同时写', en: '"{key}" cannot stand beside "{other}"' },
    hint: { zh: '删去其中一个', en: 'delete one of them' },
    by: {
      other: {
        passThrough: {
          message: {
            zh: '代付资源按成本出售，不能有“{key}”',
            en: 'a pass-through item is sold at cost and has no "{key}"',
          },
          hint: { zh: '删去“{key}”', en: 'delete "{key}"' },
        },
      },
    },
  },
} as const satisfies Record<string, ProblemWords>;
