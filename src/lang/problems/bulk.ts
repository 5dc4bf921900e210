import type { Words } from '../trade.js';
import { from, type ProblemWords } from './words.js';

/** What two runs are compared by. */
const planWords = {
  kanli: { zh: 'kanli 版本', en: 'version of kanli' },
  content: { zh: '输出内容', en: 'content' },
  format: { zh: '输出格式', en: 'output format' },
  requestFormat: { zh: '请求格式', en: 'request format' },
  language: { zh: '语言', en: 'language' },
  card: { zh: '刊例', en: 'rate card' },
  cards: { zh: '刊例', en: 'rate cards' },
  asOf: { zh: '报价日', en: 'as-of date' },
  shard: { zh: '分片', en: 'shard' },
  shards: { zh: '分片数', en: 'number of shards' },
  requests: { zh: '请求', en: 'requests' },
  errors: { zh: '--errors', en: '--errors' },
} as const satisfies Words;

/** Requests in bulk, and the parts that shards leave. */
export const bulkProblems = {
  'package-too-large': {
    message: { zh: '这个方案超过 {megabytes} MB', en: 'this package is larger than {megabytes} MB' },
    hint: {
      zh: '通常是少了换行，或有一个引号没有结束；真有这么大，请拆成几个方案',
      en: 'usually a line end is missing or a quote is never closed; if it is that large, split it',
    },
  },
  'csv-quotes': {
    message: {
      zh: '这一行的引号不成对（连同下面共 {lines} 行）',
      en: 'the quotes of this row do not match (lines it takes in: {lines})',
    },
    hint: {
      zh: '含逗号、引号或换行的格子用 " 括起来，里面的 " 写两遍',
      en: 'a cell with a comma, a quote or a line end stands in "quotes", with every quote in it doubled',
    },
  },
  'csv-separator': {
    message: {
      zh: '表头不是用逗号分隔的：{written}',
      en: 'the heading is not separated by commas: {written}',
    },
    hint: {
      zh: '在 Excel 里另存为“CSV UTF-8（逗号分隔）”',
      en: 'save it from the spreadsheet as "CSV UTF-8 (comma delimited)"',
    },
  },
  'csv-unknown-column': {
    message: { zh: '没有“{column}”这一列', en: 'there is no column "{column}"' },
    hint: {
      zh: '列名见 docs/bulk.md；不要的列请删掉',
      en: 'docs/bulk.md lists the columns; remove those that are not among them',
    },
  },
  'csv-column-twice': {
    message: { zh: '“{column}”这一列有两个', en: 'the column "{column}" stands twice' },
    hint: { zh: '只留一个', en: 'keep one of them' },
  },
  'csv-missing-column': {
    message: { zh: '缺少“{column}”这一列', en: 'the column "{column}" is missing' },
    hint: {
      zh: '第一行是列名，至少要有 package、item、dates',
      en: 'the first row names the columns: package, item and dates at least',
    },
  },
  'csv-columns': {
    message: {
      zh: '这一行有 {found} 格，表头有 {expected} 列',
      en: 'this row has {found} cells, the heading {expected} columns',
    },
    hint: {
      zh: '含逗号的格子要用 " 括起来；一格里的多个值用 | 分隔',
      en: 'a cell with a comma stands in "quotes"; several values of one cell are split by |',
    },
  },
  'csv-two-values': {
    message: {
      zh: '“{column}”在这个方案的第一行是“{first}”，这里是“{written}”',
      en: '"{column}" is "{first}" in the first row of this package and "{written}" here',
    },
    hint: {
      zh: '整个方案共有的值只在第一行写，或每行写得一样',
      en: 'what holds for the whole package stands in its first row, or is the same in all',
    },
  },
  'name-twice': {
    message: {
      zh: '有 {count} 个方案的名字前面已经出现过；都照样报了价',
      en: 'the names of {count} packages had come before; they were priced all the same',
    },
    hint: {
      zh: 'CSV 里同一个方案的行要连在一起，否则会当成两个方案',
      en: 'in a CSV the rows of a package stand together, else they are two packages',
    },
  },
  'resume-differs': {
    message: {
      zh: '和已经做的那部分对不上：{what}不同',
      en: 'this does not go on with what is there: not the same {what}',
    },
    say: { what: from(planWords) },
    hint: {
      zh: '用原来的请求、刊例和选项继续，或用 --force 重新开始',
      en: 'go on with the same requests, cards and flags, or begin anew with --force',
    },
  },
  'part-unreadable': {
    message: { zh: '{part} 没有可用的清单', en: '{part} has no manifest that can be read' },
    hint: {
      zh: '每个分片旁边要有它的 .manifest.json；没跑完的分片请先用 --resume 跑完',
      en: 'beside each part lies its .manifest.json; finish an unfinished part with --resume first',
    },
  },
  'part-damaged': {
    message: {
      zh: '{part} 和它的清单不符（SHA-256）',
      en: '{part} is not what its manifest says (SHA-256)',
    },
    hint: { zh: '重新跑这个分片，或重新复制', en: 'run this shard again, or copy it again' },
  },
  'part-without-errors': {
    message: {
      zh: '{part} 当时没有写 --errors，被拒的方案已经找不回来',
      en: '{part} was made without --errors; what it refused cannot be had again',
    },
    hint: {
      zh: '合并时去掉 --errors，或带 --errors 重新跑这个分片',
      en: 'merge without --errors, or run this shard again with it',
    },
  },
  'row-needs-care': {
    message: {
      zh: '这一行超过 {kilobytes} KB，又不是规整的 JSON',
      en: 'this row is larger than {kilobytes} KB and is no plain JSON',
    },
    hint: {
      zh: '这么大的行要能直接读：检查括号和逗号，带小数的金额写成文本，键不要重复',
      en: 'rows that large must be plain: check brackets and commas, write amounts with decimals as text, no key twice',
    },
  },
  'part-foreign': {
    message: {
      zh: '{part} 和 {first} 不是同一次任务的：{what}不同',
      en: '{part} and {first} are not of one run: not the same {what}',
    },
    say: { what: from(planWords) },
    hint: {
      zh: '只合并同一份请求、同样刊例和选项的分片',
      en: 'merge shards of the same requests, cards and flags only',
    },
  },
  'part-twice': {
    message: { zh: '{part} 和 {first} 是同一个分片', en: '{part} and {first} are the same shard' },
    hint: { zh: '每个分片只给一次', en: 'name every shard once' },
  },
  'part-missing': {
    message: { zh: '缺少分片 {shard}', en: 'shard {shard} is missing' },
    hint: { zh: '先跑完它，再合并全部分片', en: 'run it, then merge them all' },
  },
} as const satisfies Record<string, ProblemWords>;
