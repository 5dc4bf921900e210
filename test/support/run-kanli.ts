import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const command = fileURLToPath(new URL('../../dist/bin/kanli.js', import.meta.url));

export interface Surroundings {
  /** The folder to run in; default the checkout's own root. */
  readonly cwd?: string;
  /** What stands on standard input; default nothing, closed at once. */
  readonly input?: string | Uint8Array;
  /** Added to an environment of PATH and LANG=C.UTF-8 alone; nothing of the caller's leaks in. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Finished {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the built command to its end, with pipes instead of a terminal.
 * Throws when it cannot be started, does not end within a minute, or is killed by a signal.
 */
export function runKanli(
  args: readonly string[],
  { cwd, input = '', env = {} }: Surroundings = {},
): Finished {
  const { error, status, signal, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: cwd ?? fileURLToPath(new URL('../..', import.meta.url)),
    input,
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', ...env },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    timeout: 60_000,
  });
  if (error) throw error;
  if (status === null) throw new Error(`kanli ${args.join(' ')} was ended by ${signal}\n${stderr}`);
  return { status, stdout, stderr };
}
