import type { Shard } from '../documents/manifest.js';
import type { Range } from './setup.js';

/** Reads `2/8`: the third of eight parts; the first is 0. */
export function readShard(written: string): Shard | undefined {
  const parts = /^(\d{1,6})\/(\d{1,6})$/.exec(written);
  if (parts === null) return undefined;
  const [index = 0, count = 0] = parts.slice(1).map(Number);
  return index < count ? { index, count } : undefined;
}

/** Where schedulers say which task of how many this is, and what the first one's number is. */
const schedulers = [
  { index: 'JOB_COMPLETION_INDEX', count: 'KANLI_SHARDS', first: undefined },
  { index: 'SLURM_ARRAY_TASK_ID', count: 'SLURM_ARRAY_TASK_COUNT', first: 'SLURM_ARRAY_TASK_MIN' },
  { index: 'AWS_BATCH_JOB_ARRAY_INDEX', count: 'AWS_BATCH_JOB_ARRAY_SIZE', first: undefined },
] as const;

/**
 * The shard that a scheduler's environment asks for: a Kubernetes indexed job, a Slurm array, an AWS Batch array. Kubernetes
 * and older AWS environments do not say how many tasks there are: `KANLI_SHARDS` does.
 *
 * @returns undefined outside of such a task, `unclear` where the number of tasks is not known
 */
export function shardOfTask(
  env: Readonly<Record<string, string | undefined>>,
): Shard | 'unclear' | undefined {
  for (const { index, count, first } of schedulers) {
    const task = env[index];
    if (task === undefined || task === '') continue;
    // Whoever says how many shards there are counts the tasks as they are: one of them alone may be run again.
    if (env.KANLI_SHARDS !== undefined) return readShard(`${task}/${env.KANLI_SHARDS}`) ?? 'unclear';
    const begin = Number(first === undefined ? 0 : (env[first] ?? 0));
    return readShard(`${Number(task) - begin}/${env[count] ?? ''}`) ?? 'unclear';
  }
  return undefined;
}

/** The bytes whose packages a shard prices: those that begin in them. Shards meet without a gap and never overlap. */
export function rangeOf({ index, count }: Shard, bytes: number): Range {
  const at = (part: number) => Number((BigInt(bytes) * BigInt(part)) / BigInt(count));
  return { from: at(index), to: at(index + 1) };
}
