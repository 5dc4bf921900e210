import type { Flag } from './command.js';

/** Flags that several commands share, so that each means one thing everywhere. */

export const cardFlags: readonly Flag[] = [
  { flags: '--card <file>', text: { zh: '刊例文件', en: 'the rate card to use' } },
  {
    flags: '--cards <folder>',
    text: {
      zh: '刊例文件夹（默认：工作区的 ratecards/）',
      en: "folder of rate cards (default: the workspace's ratecards/)",
    },
  },
];

export const asOfFlag: Flag = {
  flags: '--as-of <date>',
  text: {
    zh: '按哪一天计算（默认：方案的 asOf，否则为刊例时区的今天）',
    en: "the day to judge on (default: the package's asOf, else today in the card's time zone)",
  },
};

export const outputFlags: readonly Flag[] = [
  {
    flags: '-o, --output <file>',
    text: { zh: '写入文件（- 为标准输出）', en: 'write to a file (- is standard output)' },
  },
  { flags: '-f, --force', text: { zh: '覆盖已有文件', en: 'replace an existing file' } },
];

export const noBomFlag: Flag = {
  flags: '--no-bom',
  text: { zh: 'CSV 不带 BOM', en: 'CSV without byte order mark' },
};

export function formatFlag(choices: readonly string[], usual: string): Flag {
  return {
    flags: '--format <format>',
    text: { zh: '输出格式', en: 'output format' },
    choices,
    default: usual,
  };
}
