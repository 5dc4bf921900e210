import type { Text } from './text.js';

/** Words of the command line that no single command owns. */
export const cliWords = {
  tagline: {
    zh: '刊例报价：把直播平台的刊例变成分毫不差的报价单、合同和排期表，并保证一个点位只卖一次',
    en: 'From a rate card to a quote, a booking, a contract and a schedule: exact to the cent, nothing sold twice',
  },
  usage: { zh: '用法：', en: 'Usage:' },
  options: { zh: '选项：', en: 'Options:' },
  commands: { zh: '命令：', en: 'Commands:' },
  arguments: { zh: '参数：', en: 'Arguments:' },
  examples: { zh: '示例：', en: 'Examples:' },
  help: { zh: '显示帮助', en: 'show help' },
  version: { zh: '显示版本', en: 'show the version' },
  lang: { zh: '语言：zh 或 en', en: 'language: zh or en' },
  noColor: { zh: '不用颜色', en: 'no colour' },
  choices: { zh: '可选：{choices}', en: 'choices: {choices}' },
  default: { zh: '默认：{value}', en: 'default: {value}' },
  exits: {
    zh: '退出码：0 完成 · 1 输入有误或被拒绝 · 2 用法不对 · 3 故障 · 130 中断',
    en: 'Exit status: 0 done · 1 a problem in the input, or a refusal · 2 wrong usage · 3 a fault · 130 interrupted',
  },
  moreHelp: { zh: '运行 kanli {command} --help 查看用法。', en: 'Run kanli {command} --help for usage.' },
  moreHelpAll: { zh: '运行 kanli --help 查看全部命令。', en: 'Run kanli --help for all commands.' },
  unknownCommand: { zh: '没有“{written}”这个命令。', en: 'There is no command "{written}".' },
  didYouMean: { zh: '你是不是想用：{nearest}？', en: 'Did you mean: {nearest}?' },
  unknownOption: { zh: '没有 {written} 这个选项。', en: 'There is no option {written}.' },
  missingArgument: { zh: '缺少参数 {written}。', en: 'The argument {written} is missing.' },
  missingValue: { zh: '选项 {written} 后面要写一个值。', en: 'The option {written} needs a value.' },
  excessArguments: { zh: '参数太多了。', en: 'There are too many arguments.' },
  badChoice: { zh: '{written} 不接受这个值。', en: '{written} does not take this value.' },
  badLanguage: { zh: '--lang 只能是 zh 或 en。', en: '--lang is zh or en.' },
  badDate: {
    zh: '{flag} 要写成 2016-10-26 这样的日期，现在是“{written}”。',
    en: '{flag} takes a date such as 2016-10-26, not "{written}".',
  },
  badAmount: {
    zh: '{flag} 要写成 50万 或 500000 这样的金额，现在是“{written}”。',
    en: '{flag} takes an amount such as 500000, not "{written}".',
  },
  badInstant: {
    zh: '{flag} 要写成 2016-10-26T10:00:00+08:00 这样带时区的时刻，现在是“{written}”。',
    en: '{flag} takes an instant with its offset, such as 2016-10-26T10:00:00+08:00, not "{written}".',
  },
  badDuration: {
    zh: '{flag} 要写成 2h 或 90min 这样的时长，现在是“{written}”。',
    en: '{flag} takes a duration such as 2h or 90min, not "{written}".',
  },
  badNumber: {
    zh: '{flag} 要写成一个正整数，现在是“{written}”。',
    en: '{flag} takes a whole number from 1, not "{written}".',
  },
  emptyFlag: { zh: '{flag} 后面不能是空的。', en: '{flag} needs something after it.' },
  movePairs: {
    zh: '每个 --spot 行:日期 要配一个 --to 日期[ 时间]，如 --spot 3:2016-11-05 --to "2016-11-08 20:00-21:00"。',
    en: 'Every --spot LINE:DATE needs its --to DATE[ TIME], such as --spot 3:2016-11-05 --to "2016-11-08 20:00-21:00".',
  },
  badSpot: {
    zh: '{flag} 要写成 行:日期，如 3:2016-11-05，现在是“{written}”。',
    en: '{flag} takes LINE:DATE such as 3:2016-11-05, not "{written}".',
  },
  badTarget: {
    zh: '{flag} 要写成 日期 或 "日期 时间"，如 "2016-11-08 20:00-21:00"，现在是“{written}”。',
    en: '{flag} takes DATE or "DATE TIME" such as "2016-11-08 20:00-21:00", not "{written}".',
  },
  neededFlag: { zh: '缺少 {flag}。', en: '{flag} is needed.' },
  badDigest: {
    zh: '{flag} 要写成 sha256: 加 64 位十六进制，现在是“{written}”。',
    en: '{flag} takes sha256: and 64 hex digits, not "{written}".',
  },
  eitherOr: {
    zh: '{flag} 和 {written} 只能用一个。',
    en: '{flag} and {written} do not go together.',
  },
  badLine: {
    zh: '没有第 {written} 行：这个方案有 1 到 {lines} 行。',
    en: 'There is no line {written}: this package has lines 1 to {lines}.',
  },
  written: { zh: '已写入 {file}', en: 'Wrote {file}' },
  exists: {
    zh: '{file} 已经存在。要覆盖它，请加 --force。',
    en: '{file} exists already. To replace it, add --force.',
  },
  overwrite: { zh: '{file} 已经存在，要覆盖吗？', en: '{file} exists already. Replace it?' },
  validateClean: { zh: '检查了 {files} 个文件，没有问题。', en: 'No problems; files checked: {files}.' },
  validateNone: {
    zh: '没有找到刊例或方案，什么也没有检查。',
    en: 'Found no rate card and no package; nothing was checked.',
  },
  validateFound: {
    zh: '检查了 {files} 个文件：{errors} 个错误，{warnings} 个警告。',
    en: 'Errors: {errors}, warnings: {warnings}; files checked: {files}.',
  },
  initDone: {
    zh: '工作区已建好：{folder}\n  kanli.yaml              我方信息和设置\n  ratecards/              刊例（示例，价格虚构）\n  packages/first.yaml     一个小方案\n接下来：',
    en: 'The workspace is ready: {folder}\n  kanli.yaml              your company and settings\n  ratecards/              rate cards (a sample, prices invented)\n  packages/first.yaml     a small package\nNext:',
  },
  initExists: {
    zh: '这些文件已经存在，什么也没有写：{files}。要覆盖，请加 --force。',
    en: 'These files exist already, so nothing was written: {files}. To replace them, add --force.',
  },
  demoNext: { zh: '接下来可以试试：', en: 'What to try next:' },
  demoFictional: {
    zh: '示例：品牌、价格、日期全部虚构。',
    en: 'An example: brands, prices and dates are all invented.',
  },
  kindUnknown: {
    zh: '没有“{written}”这种文件，只有：{kinds}',
    en: 'There is no kind "{written}"; the kinds are: {kinds}',
  },
  kindNear: {
    zh: '没有“{written}”这种文件。你是不是想用 {nearest}？',
    en: 'There is no kind "{written}". Did you mean {nearest}?',
  },
  verified: { zh: '核对无误：{file}', en: 'Verified: {file}' },
  notVerified: { zh: '核对不符：{file}', en: 'Not verified: {file}' },
  noSpace: { zh: '磁盘已满，没有写入任何文件：{file}', en: 'The disk is full; nothing was written: {file}' },
  notWritable: { zh: '不能写入 {file}：{reason}', en: 'Cannot write {file}: {reason}' },
  notReadable: { zh: '不能读取 {file}：{reason}', en: 'Cannot read {file}: {reason}' },
  ledgerFull: {
    zh: '磁盘已满，台账没有改动：{ledger}',
    en: 'The disk is full; the ledger was not changed: {ledger}',
  },
  ledgerReadOnly: {
    zh: '台账只读，没有改动：{ledger}',
    en: 'The ledger is read-only and was not changed: {ledger}',
  },
  ledgerDisk: {
    zh: '磁盘读写失败，或写到了允许的上限；台账没有改动：{ledger}（{reason}）',
    en: 'The disk failed, or a file may not grow any more; the ledger was not changed: {ledger} ({reason})',
  },
  ledgerUnreachable: {
    zh: '连不上台账，或中途断开：{ledger}（{reason}）\n不确定是否做成时，用同一个 --key 再试一次。',
    en: 'The ledger cannot be reached, or was lost on the way: {ledger} ({reason})\nWhere it is not known whether it was done, try again with the same --key.',
  },
  ledgerBusy: {
    zh: '台账太忙，等了一分钟也没有轮到：{ledger}',
    en: 'The ledger is busy; its turn did not come within a minute: {ledger}',
  },
  ledgerDamaged: {
    zh: '这个文件不是台账，或已经损坏：{ledger}（{reason}）',
    en: 'This file is no ledger, or it is damaged: {ledger} ({reason})',
  },
  ledgerDenied: {
    zh: '不能打开台账：{ledger}（{reason}）',
    en: 'The ledger cannot be opened: {ledger} ({reason})',
  },
  bug: {
    zh: '程序出错了，这不是你的文件的问题。请把下面的内容发给我们：',
    en: 'The program failed; this is not a fault of your file. Please send us what follows:',
  },
} as const satisfies Readonly<Record<string, Text>>;
