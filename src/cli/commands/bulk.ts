import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Order, type Result, bulk as runBulk, type World } from '../../bulk/bulk.js';
import { filesOfPart, mergeParts } from '../../bulk/merge.js';
import { Intruded, manifestOf, partOf } from '../../bulk/parts.js';
import type { Refusal } from '../../bulk/priceBlock.js';
import { type RollUps, rollUpsDocument } from '../../bulk/rollUps.js';
import { type Content, requestFormats, type Setup } from '../../bulk/setup.js';
import { readShard, shardOfTask } from '../../bulk/shard.js';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import { type Problem, problem } from '../../diagnostics/problem.js';
import type { Plan, Shard } from '../../documents/manifest.js';
import { bulkWords as words } from '../../lang/bulk.js';
import { cliWords } from '../../lang/cli.js';
import { wordProblem } from '../../lang/problems.js';
import { fill, type Text } from '../../lang/text.js';
import { loadCardFile, unreadable } from '../../workspace/cards.js';
import { isDevice, openDevice } from '../../workspace/write.js';
import {
  argument,
  argumentList,
  type Command,
  type Flag,
  flagSet,
  flagText,
  type Given,
} from '../command.js';
import type { Context } from '../context.js';
import { type Exit, exit } from '../exit.js';
import { asOfFlag, cardFlags, noBomFlag, outputFlags } from '../flags.js';
import { badAsOf, cardsFolderOf, fromHere, workspaceOf } from '../inputs.js';
import { paperLanguage, withBom } from '../papers.js';
import { meterFor, type ProgressKind, progressKinds } from '../progress.js';
import { lookOf, report } from '../report.js';

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
    context.stderr.write(
      `${fill(words.intruded, context.language, { file: fromHere(fault.path, context).name })}\n`,
    );
    return exit.fault;
  } finally {
    meter.end();
  }
  return told(result, order, given, context);
}

function isFile(output: string | undefined, context: Context): output is string {
  return output !== undefined && output !== '-' && !isDevice(fromHere(output, context).path);
}

/** Output that goes to no file of its own: to standard output, or into a device. */
function streamTo(output: string | undefined, context: Context): (bytes: Uint8Array) => Promise<void> {
  const file = output === undefined || output === '-' ? undefined : fromHere(output, context).path;
  const write = file !== undefined && isDevice(file) ? openDevice(file) : undefined;
  return async (bytes) => {
    if (write !== undefined) return write(bytes);
    context.stdout.write(bytes);
    await context.stdout.drained();
  };
}

/** Says how it ended; the status says it once more. */
async function told(result: Result, order: Order, given: Given, context: Context): Promise<Exit> {
  const file = flagText(given, 'output') ?? '';
  const say = (text: Text, values: Readonly<Record<string, string | number>> = {}) =>
    context.stderr.write(`${fill(text, context.language, values)}\n`);
  switch (result.kind) {
    case 'exists':
      say(cliWords.exists, { file: fromHere(result.file, context).name });
      return exit.usage;
    case 'unfinished':
      say(words.unfinished, { file: fromHere(result.file, context).name });
      return exit.usage;
    case 'differs':
      await report([diagnostic(problem('resume-differs', [], { what: result.what }))], given, context);
      return exit.usage;
    case 'complete':
      say(words.complete, { file });
      return result.manifest.counts.refused > 0 ? exit.refused : exit.done;
    case 'heading':
      await report(headingDiagnostics(result.problems, order.setup), given, context);
      return exit.refused;
    default:
      return ended(result, order, say, given, context);
  }
}

async function ended(
  { ending, tally, rollUps, twice }: Extract<Result, { kind: 'ended' }>,
  { target, setup }: Order,
  say: (text: Text, values?: Readonly<Record<string, string | number>>) => void,
  given: Given,
  context: Context,
): Promise<Exit> {
  if (twice > 0) await report([diagnostic(problem('name-twice', [], { count: twice }))], given, context);
  if (setup.content === 'summary' && ending === 'done')
    await showCampaign(rollUps, target !== undefined, given, context);
  const { priced, refused } = tally;
  say(words.done, { priced, refused });
  if (ending === 'interrupted') {
    const file = `${flagText(given, 'output')}.part`;
    say(target === undefined ? words.interruptedStream : words.interrupted, { file });
    return exit.interrupted;
  }
  if (ending === 'stopped') {
    say(target === undefined ? words.stoppedStream : words.stopped, { refused });
    return exit.refused;
  }
  if (target !== undefined) say(cliWords.written, { file: flagText(given, 'output') ?? '' });
  return refused > 0 ? exit.refused : exit.done;
}

/** The campaign goes to standard output, unless the rows have gone there. */
async function showCampaign(rollUps: RollUps, free: boolean, given: Given, context: Context): Promise<void> {
  const { drawCampaign } = await import('../../render/campaign.js');
  const out = free ? context.stdout : context.stderr;
  out.write(drawCampaign(rollUpsDocument(rollUps), lookOf(out, given, context)));
}

function wrongUse(text: Text, values: Readonly<Record<string, string | number>>, context: Context): Exit {
  context.stderr.write(`${fill(text, context.language, values)}\n`);
  return exit.usage;
}

/** The order as the flags give it; an exit status where they contradict, problems where a file is not to be had. */
function orderOf(
  given: Given,
  context: Context,
): Order | Exit | { readonly problems: Parameters<typeof report>[0] } {
  const written = argument(given, 0) ?? '-';
  const output = flagText(given, 'output');
  const toFile = isFile(output, context);
  const errors = flagText(given, 'errors');
  const numbers = numbersOf(given, context);
  if (typeof numbers === 'number') return numbers;
  const shard = shardOf(given, context);
  if (typeof shard === 'number') return shard;
  if (!toFile && (flagSet(given, 'resume') || errors !== undefined))
    return wrongUse(words.resumeNeedsOutput, {}, context);
  if (shard !== undefined && written === '-') return wrongUse(words.shardNeedsFile, {}, context);
  const requests = fromHere(written, context);
  const read = [
    ...(written === '-' ? [] : [written]),
    ...(flagText(given, 'card') === undefined ? [] : [flagText(given, 'card') ?? '']),
  ];
  const again = toFile ? namedTwice(read, { output, errors }, context) : undefined;
  if (again !== undefined) return wrongUse(words.sameFile, { file: again }, context);
  if (written !== '-') {
    const found = unreadable(requests);
    if (found !== undefined) return { problems: [found] };
  }
  const named = flagText(given, 'card');
  const card = named === undefined ? undefined : fromHere(named, context);
  const loaded = card === undefined ? undefined : loadCardFile(card);
  if (loaded?.ok === false) return { problems: loaded.problems };
  const setup: Setup = {
    requests: { format: requestFormat(written, given), name: requests.name },
    content: contentOf(given),
    format: flagText(given, 'format') === 'csv' ? 'csv' : 'ndjson',
    ...(card && { card }),
    cards: cardsFolderOf(given, context),
    asOf: flagText(given, 'asOf'),
    now: context.now(),
    language: paperLanguage(context, workspaceOf(context).settings),
  };
  return {
    setup,
    plan: planOf(setup, loaded?.value.card.digest, errors !== undefined, context),
    requests: written === '-' ? { stream: context.stdin.stream } : { path: requests.path },
    target: toFile
      ? {
          output: fromHere(output, context).path,
          errors: errors === undefined ? undefined : fromHere(errors, context).path,
          resume: flagSet(given, 'resume'),
          force: flagSet(given, 'force'),
        }
      : undefined,
    shard,
    jobs: numbers.jobs ?? Math.min(8, availableParallelism()),
    mostRefused: flagSet(given, 'failFast') ? 1 : numbers.maxErrors,
    workerProgram: join(context.home, 'dist', 'bulk-worker.cjs'),
    bom: withBom(given),
  };
}

/** A file that would be read and written, or written as two things; output takes names of its own beside it. */
function namedTwice(
  read: readonly string[],
  { output, errors }: { readonly output: string; readonly errors: string | undefined },
  context: Context,
): string | undefined {
  const pathOf = (file: string) => fromHere(file, context).path;
  const manifest = manifestOf(output);
  const files = [output, manifest, ...(errors === undefined ? [] : [errors])];
  const written = [...files, ...files.map(partOf)];
  const paths = [...read, ...written].map(pathOf);
  // What is only read may be named twice.
  return written.find((file, at) => paths.indexOf(pathOf(file)) < read.length + at);
}

function planOf(setup: Setup, card: string | undefined, errors: boolean, { version }: Context): Plan {
  return {
    kanli: version,
    content: setup.content,
    format: setup.format,
    requestFormat: setup.requests.format,
    language: setup.language,
    ...(card === undefined ? {} : { card }),
    ...(setup.asOf === undefined ? {} : { asOf: setup.asOf }),
    errors,
  };
}

function contentOf(given: Given): Content {
  if (flagSet(given, 'totalsOnly')) return 'totals';
  return flagSet(given, 'summary') ? 'summary' : 'quotes';
}

function requestFormat(written: string, given: Given): Setup['requests']['format'] {
  const asked = flagText(given, 'from');
  if (asked !== undefined) return asked === 'csv' ? 'csv' : 'ndjson';
  return /\.csv$/i.test(written) ? 'csv' : 'ndjson';
}

function numbersOf(
  given: Given,
  context: Context,
): Exit | { readonly jobs?: number; readonly maxErrors?: number } {
  const read: Record<string, number> = {};
  for (const [name, flag] of [
    ['jobs', '--jobs'],
    ['maxErrors', '--max-errors'],
  ] as const) {
    const written = flagText(given, name);
    if (written === undefined) continue;
    if (!/^[1-9]\d{0,8}$/.test(written)) return wrongUse(words.badNumber, { flag, written }, context);
    read[name] = Number(written);
  }
  return read;
}

function shardOf(given: Given, context: Context): Shard | Exit | undefined {
  const written = flagText(given, 'shard');
  if (written !== undefined) return readShard(written) ?? wrongUse(words.badShard, { written }, context);
  const task = shardOfTask(context.env);
  return task === 'unclear' ? wrongUse(words.unclearShard, {}, context) : task;
}

function errorLine({ diagnostics, ...refusal }: Refusal, language: Setup['language']): string {
  const { more, ...place } = refusal;
  const worded = diagnostics.map((entry) => ({ ...entry, ...wordProblem(entry, language) }));
  return `${JSON.stringify({ ...place, diagnostics: worded, ...(more === undefined ? {} : { more }) })}\n`;
}

/** One line a problem: a row of requests is too long to be shown. */
function refusalText(refusals: readonly Refusal[], { language }: Context): string {
  const lines = refusals.flatMap(({ line, package: name, diagnostics, more }) => [
    ...diagnostics.map((entry) => {
      const { message, hint } = wordProblem(entry, language);
      const reason = hint === undefined ? message : `${message}${language === 'zh' ? '；' : '; '}${hint}`;
      const at = `${entry.file ?? ''}:${entry.line ?? line}`;
      return `${at}${name === undefined ? '' : ` ${name}`} ${reason} [${entry.code}]\n`;
    }),
    ...(more === undefined ? [] : [`${fill(words.more, language, { more })}\n`]),
  ]);
  return lines.join('').replace(/(?!\n)\p{Cc}/gu, ' ');
}

function headingDiagnostics(problems: readonly Problem[], { requests }: Setup) {
  return problems.map((found) => ({ ...diagnostic(found), file: requests.name, line: 1, column: 1 }));
}

async function merge(parts: readonly string[], given: Given, context: Context): Promise<Exit> {
  if (parts.length === 0) return wrongUse(words.noParts, {}, context);
  const output = flagText(given, 'output');
  const errors = flagText(given, 'errors');
  const toFile = isFile(output, context);
  if (!toFile && errors !== undefined) return wrongUse(words.resumeNeedsOutput, {}, context);
  const into = toFile
    ? {
        output: fromHere(output, context).path,
        errors: errors === undefined ? undefined : fromHere(errors, context).path,
        force: flagSet(given, 'force'),
      }
    : streamTo(output, context);
  const again = toFile
    ? namedTwice(
        parts.flatMap((part) => filesOfPart(fromHere(part, context).path)),
        { output, errors },
        context,
      )
    : undefined;
  if (again !== undefined) return wrongUse(words.sameFile, { file: again }, context);
  const merged = await mergeParts(
    parts.map((part) => fromHere(part, context)),
    into,
    (line) => context.stderr.write(refusalText([JSON.parse(line) as Refusal], context)),
  );
  if (!merged.ok) {
    await report(
      merged.problems.map((found) => diagnostic(found)),
      given,
      context,
    );
    return exit.refused;
  }
  if ('exists' in merged)
    return wrongUse(cliWords.exists, { file: fromHere(merged.exists, context).name }, context);
  const { manifest } = merged;
  const { priced, refused } = manifest.counts;
  if (manifest.rollUps !== undefined && toFile) {
    const { drawCampaign } = await import('../../render/campaign.js');
    context.stdout.write(drawCampaign(manifest.rollUps, lookOf(context.stdout, given, context)));
  }
  const say = (text: Text, values: Readonly<Record<string, string | number>>) =>
    context.stderr.write(`${fill(text, context.language, values)}\n`);
  say(words.merged, { parts: parts.length });
  say(words.done, { priced, refused });
  if (toFile) say(cliWords.written, { file: output });
  return refused > 0 ? exit.refused : exit.done;
}
