import type { Text } from './text.js';

/** What a run in bulk says to whoever watches it. */
export const bulkWords = {
  done: { zh: '报价 {priced} 个，拒绝 {refused} 个', en: 'Priced: {priced}, refused: {refused}' },
  stopped: {
    zh: '已拒绝 {refused} 个，按要求停下；加 --resume 从这里继续',
    en: 'Stopped after {refused} refusals, as asked; go on from here with --resume',
  },
  stoppedStream: { zh: '已拒绝 {refused} 个，按要求停下', en: 'Stopped after {refused} refusals, as asked' },
  interrupted: {
    zh: '已停下，做完的部分在 {file}；加 --resume 从这里继续',
    en: 'Stopped; what is done is in {file}; go on from here with --resume',
  },
  interruptedStream: { zh: '已停下', en: 'Stopped' },
  intruded: {
    zh: '{file} 同时有别的进程在写；两个都停下后，用 --force 重新开始',
    en: 'Another process writes to {file}, too; once both have stopped, begin anew with --force',
  },
  complete: {
    zh: '{file} 已经全部做完，没有要继续的',
    en: '{file} is complete already; there is nothing to go on with',
  },
  unfinished: {
    zh: '这里有一次没做完的任务（{file}）：加 --resume 继续，或加 --force 重新开始',
    en: 'There is an unfinished run here ({file}): go on with --resume, or begin anew with --force',
  },
  badShard: {
    zh: '--shard 要写成 2/8 这样（第 3 片，共 8 片，从 0 数起），现在是“{written}”',
    en: '--shard takes 2/8, the third of eight counted from 0, not "{written}"',
  },
  unclearShard: {
    zh: '任务编号在环境变量里，但不知道一共几片：请设置 KANLI_SHARDS，或写 --shard',
    en: 'the task has a number in the environment, but not how many there are: set KANLI_SHARDS, or give --shard',
  },
  shardNeedsFile: {
    zh: '--shard 要读文件，不能读标准输入',
    en: '--shard needs a file; standard input cannot be divided',
  },
  resumeNeedsOutput: {
    zh: '--resume、--errors 要和 -o 文件 一起用',
    en: '--resume and --errors go with -o FILE',
  },
  sameFile: {
    zh: '{file} 用了两次：请求、输出和 --errors 要各是各的文件',
    en: '{file} is named twice: requests, output and --errors are files of their own',
  },
  badNumber: {
    zh: '{flag} 要写成 1 以上的整数，现在是“{written}”',
    en: '{flag} takes a whole number from 1, not "{written}"',
  },
  noParts: { zh: '写出要合并的分片', en: 'name the parts to merge' },
  onlyMerge: {
    zh: '一次只读一个请求文件；要合并分片，用 kanli bulk merge',
    en: 'one file of requests at a time; to join shards, use kanli bulk merge',
  },
  merged: { zh: '合并了 {parts} 个分片', en: 'Parts merged: {parts}' },
  working: {
    zh: '{share}已处理 {packages} 个 · {rate} 个/秒 · 拒绝 {refused}{left}',
    en: '{share}{packages} done · {rate}/s · {refused} refused{left}',
  },
  left: { zh: ' · 还要 {left}', en: ' · {left} left' },
  more: { zh: '……还有 {more} 个问题', en: '… and {more} more problems' },
  atLine: { zh: '{file} 第 {line} 行', en: '{file}, line {line}' },
  byBrand: { zh: '按品牌', en: 'By brand' },
  byCategory: { zh: '按品类', en: 'By category' },
  byCard: { zh: '按刊例', en: 'By rate card' },
  none: { zh: '（无）', en: '(none)' },
  others: { zh: '其余 {count} 个', en: '{count} others' },
  all: { zh: '合计', en: 'Total' },
} as const satisfies Readonly<Record<string, Text>>;
