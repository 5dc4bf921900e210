import { type Order, type Result, bulk as runBulk, type World } from '../../bulk/bulk.js';
import { Intruded } from '../../bulk/parts.js';
import { requestFormats } from '../../bulk/setup.js';
import { bulkWords as words } from '../../lang/bulk.js';
import { streamTo } from '../bulk/files.js';
import { merge } from '../bulk/merge.js';
import { orderOf } from '../bulk/order.js';
import { errorLine, refusalText, say, told, wrongUse } from '../bulk/telling.js';
import { argument, argumentList, type Command, type Flag, flagText, type Given } from '../command.js';
import type { Context } from '../context.js';
import { type Exit, exit } from '../exit.js';
import { asOfFlag, cardFlags, noBomFlag, outputFlags } from '../flags.js';
import { badAsOf, fromHere } from '../inputs.js';
import { meterFor, type ProgressKind, progressKinds } from '../progress.js';
import { report } from '../report.js';

const flags: readonly Flag[] = [
  ...cardFlags,
  asOfFlag,
  {
    flags: '--from <format>',
    text: {
      zh: '请求的格式（默认看扩展名，标准输入为 ndjson）',
      en: "the requests' format (default: by the file's ending, ndjson from standard input)",
    },
    choices: requestFormats,
  },
  {
    flags: '--format <format>',
    text: { zh: '输出格式', en: 'output format' },
    choices: requestFormats,
    default: 'ndjson',
  },
  {
    flags: '--summary',
    text: {
      zh: '每个方案一行：合计、指标、审批；最后按品牌、品类、刊例汇总',
      en: 'a row a package: totals, figures, approval; in the end totals by brand, category and card',
    },
  },
  {
    flags: '--totals-only',
    text: { zh: '每个方案一行，只有合计', en: 'a row a package with its totals alone' },
  },
  {
    flags: '--errors <file>',
    text: {
      zh: '被拒的方案写到这个文件（NDJSON；默认写到标准错误）',
      en: 'refused packages go to this file (NDJSON; default: to standard error)',
    },
  },
  {
    flags: '--jobs <n>',
    text: {
      zh: '同时用几个核（默认：全部，最多 8 个）',
      en: 'how many cores to use (default: all, 8 at most)',
    },
  },
  {
    flags: '--shard <i/n>',
    text: {
      zh: '只做第 i 片，共 n 片，从 0 数起（默认看 Kubernetes、Slurm、AWS Batch 的环境变量）',
      en: 'only part i of n, counted from 0 (default: as Kubernetes, Slurm or AWS Batch say)',
    },
  },
  { flags: '--resume', text: { zh: '接着上次没做完的做', en: 'go on with an unfinished run' } },
  { flags: '--max-errors <n>', text: { zh: '拒绝到 n 个就停下', en: 'stop after n refusals' } },
  { flags: '--fail-fast', text: { zh: '有一个被拒就停下', en: 'stop at the first refusal' } },
  {
    flags: '--progress <kind>',
    text: {
      zh: '进度：终端上一条进度条；plain 每几秒一行',
      en: 'progress: a bar on a terminal; plain is a line now and then',
    },
    choices: progressKinds,
    default: 'auto',
  },
  noBomFlag,
  ...outputFlags,
];

export const bulk: Command = {
  about: {
    zh: '为很多方案报价：一行一个方案（NDJSON）或一行一条资源（CSV）。边读边写，顺序不变，一个被拒不影响其余；断了可以接着做，也可以分片做再合并（kanli bulk merge 分片…）。',
    en: 'Prices many packages: one a line (NDJSON), or one line of a package a row (CSV). It reads and writes as it goes, keeps the order, and one refusal never stops the rest; it goes on after an interruption, and shards are joined by kanli bulk merge PARTS….',
  },
  arguments: [
    {
      name: '<requests>',
      text: {
        zh: '请求文件（- 为标准输入），或 merge',
        en: 'file of requests (- is standard input), or merge',
      },
    },
    { name: '[parts...]', text: { zh: 'merge：要合并的分片', en: 'merge: the parts to join' } },
  ],
  flags,
  examples: [
    {
      line: 'kanli bulk requests.ndjson --card card.yaml -o quotes.ndjson --errors refused.ndjson',
      text: { zh: '批量报价，被拒的另存', en: 'price them all, the refused ones apart' },
    },
    {
      line: 'kanli bulk requests.csv --summary --format csv -o campaign.csv',
      text: { zh: '每个方案一行，并汇总', en: 'a row a package, and the campaign as a whole' },
    },
    {
      line: 'kanli bulk requests.ndjson --shard 0/2 -o part-0.ndjson && kanli bulk merge part-*.ndjson -o quotes.ndjson',
      text: { zh: '分片做，再合并', en: 'one shard of two, and the joining' },
    },
  ],
  run: async (given, context) => {
    const parts = argumentList(given, 1);
    if (argument(given, 0) === 'merge') return merge(parts, given, context);
    if (parts.length > 0) return wrongUse(words.onlyMerge, {}, context);
    if (badAsOf(given, context)) return exit.usage;
    const order = orderOf(given, context);
    if (typeof order === 'number') return order;
    if ('problems' in order) {
      await report(order.problems, given, context);
      return exit.refused;
    }
    return run(order, given, context);
  },
};

async function run(order: Order, given: Given, context: Context): Promise<Exit> {
  const interruption = new Promise<void>((resolve) => context.onInterrupt(resolve));
  const meter = meterFor((flagText(given, 'progress') ?? 'auto') as ProgressKind, context);
  const { language } = order.setup;
  const world: World = {
    stream: streamTo(flagText(given, 'output'), context),
    refused: (refusals) => meter.aside(() => context.stderr.write(refusalText(refusals, context))),
    errorLines: (refusals) => refusals.map((refusal) => errorLine(refusal, language)).join(''),
    progress: meter.tell,
    interruption,
    clock: context.now,
  };
  let result: Result;
  try {
    result = await runBulk(order, world);
  } catch (fault) {
    if (!(fault instanceof Intruded)) throw fault;
    say(words.intruded, { file: fromHere(fault.path, context).name }, context);
    return exit.fault;
  } finally {
    meter.end();
  }
  return told(result, order, given, context);
}
