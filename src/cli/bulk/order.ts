import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Order } from '../../bulk/bulk.js';
import { sizeOf } from '../../bulk/requests/source.js';
import type { Content, Setup } from '../../bulk/setup.js';
import { readShard, shardOfTask } from '../../bulk/shard.js';
import type { Plan, Shard } from '../../documents/manifest.js';
import { bulkWords as words } from '../../lang/bulk.js';
import { loadCardFile, unreadable } from '../../workspace/cards.js';
import { argument, flagSet, flagText, type Given } from '../command.js';
import type { Context } from '../context.js';
import type { Exit } from '../exit.js';
import { cardsFolderOf, fromHere, workspaceOf } from '../inputs.js';
import { paperLanguage, withBom } from '../papers.js';
import type { report } from '../report.js';
import { isFile, namedTwice } from './files.js';
import { wrongUse } from './telling.js';

/** The order as the flags give it; an exit status where they contradict, problems where a file is not to be had. */
export function orderOf(
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
  const requests = fromHere(written, context);
  const named = flagText(given, 'card');
  const read = [written, named ?? '-'].filter((file) => file !== '-');
  const again = toFile ? namedTwice(read, { output, errors }, context) : undefined;
  if (again !== undefined) return wrongUse(words.sameFile, { file: again }, context);
  if (written !== '-') {
    const found = unreadable(requests);
    if (found !== undefined) return { problems: [found] };
  }
  // A pipe has no size by which to divide it.
  if (shard !== undefined && (written === '-' || sizeOf(requests.path) === undefined))
    return wrongUse(words.shardNeedsFile, {}, context);
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
