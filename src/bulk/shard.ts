import type { Shard } from '../documents/manifest.js';
import type { Range } from './setup.js';

/** Reads `2/8`: the third of eight parts; the first is 0. */
export function readShard(written: string): Shard | undefined {
  const parts = /^(\d{1,6})\/(\d{1,6})$/.exec(written);
  if (parts === null) return undefined;
  const [index = 0, count = 0] = parts.slice(1).map(Number);
  return index < count ? { index, count } : undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** How schedulers say in the environment which task this is, and how many there are. */
const schedulers: readonly { readonly task: string; readonly shard: (env: Environment) => string }[] = [
  { task: 'JOB_COMPLETION_INDEX', shard: () => '' },
  { task: 'SLURM_ARRAY_TASK_ID', shard: slurmShard },
  {
    task: 'AWS_BATCH_JOB_ARRAY_INDEX',
    shard: (env) => `${env.AWS_BATCH_JOB_ARRAY_INDEX}/${env.AWS_BATCH_JOB_ARRAY_SIZE}`,
  },
];

/**
 * The shard that a scheduler's environment asks for: a Kubernetes indexed job, a Slurm array, an AWS Batch array. Kubernetes
 * and older AWS environments do not say how many tasks there are: `KANLI_SHARDS` does, and then counts tasks from 0 as they are,
 * so that some of them may be run again alone.
 *
 * @returns undefined outside of such a task, `unclear` where the number of tasks is not known
 */
export function shardOfTask(env: Environment): Shard | 'unclear' | undefined {
  const scheduler = schedulers.find(({ task }) => (env[task] ?? '') !== '');
  if (scheduler === undefined) return undefined;
  const many = env.KANLI_SHARDS ?? '';
  const shard = many === '' ? scheduler.shard(env) : `${env[scheduler.task]}/${many}`;
  return readShard(shard) ?? 'unclear';
}

/** Arrays may begin anywhere and go in steps; one with gaps (`--array=0,3,5`) does not say how many tasks there are of all. */
function slurmShard(env: Environment): string {
  const number = (name: string, usual: number) => Number(env[`SLURM_ARRAY_TASK_${name}`] ?? usual);
  const [task, count, step] = [number('ID', 0), number('COUNT', Number.NaN), number('STEP', 1)];
  const first = number('MIN', 0);
  const last = number('MAX', first + (count - 1) * step);
  return (last - first) / step + 1 === count ? `${(task - first) / step}/${count}` : '';
}

/** The bytes whose packages a shard prices: those that begin in them. Shards meet without a gap and never overlap. */
export function rangeOf({ index, count }: Shard, bytes: number): Range {
  const at = (part: number) => Number((BigInt(bytes) * BigInt(part)) / BigInt(count));
  return { from: at(index), to: at(index + 1) };
}
