import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from '../run-kanli.js';
import { tradedCardText } from './trading.js';

/** The real command, several of it at once, in a folder with the card of trade. */

export interface Ended {
  /** Null when it was killed. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** By the platform's clock, for whatever needs an instant. */
const nowText = '2016-10-26T10:00:00+08:00';

/** Writes the card and some packages of one line each: `hold p-1.json`. */
export function writeDeals(folder: string, lines: readonly object[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'ratecard.yaml'), tradedCardText);
  for (const [at, line] of lines.entries()) {
    const id = `p-${at + 1}`;
    const client = { name: `客户${at + 1}`, category: '美妆' };
    const pack = { apiVersion: 'kanli/v1', kind: 'Package', id, card: 'fair', client, lines: [line] };
    writeFileSync(join(folder, `${id}.json`), JSON.stringify(pack));
  }
}

/** `hold p-n.json` with what all holds of the tests have in common. */
export function holdArgs(n: number, place: string, ...more: readonly string[]): string[] {
  const deal = ['hold', `p-${n}.json`, '--card', 'ratecard.yaml', '--db', place, '--now', nowText];
  return [...deal, '--format', 'json', ...more];
}

export function startKanli(
  args: readonly string[],
  { cwd, wrapped = [], env = {} }: { cwd: string; wrapped?: readonly string[]; env?: Record<string, string> },
): Started {
  const [program = '', ...rest] = [...wrapped, process.execPath, command, ...args];
  const child = spawn(program, rest, {
    cwd,
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      printed[name] += text;
    });
  }
  const ended = once(child, 'close').then(() => ({ status: child.exitCode, ...printed }));
  return { process: child, ended };
}

export function kanli(
  args: readonly string[],
  surroundings: Parameters<typeof startKanli>[1],
): Promise<Ended> {
  return startKanli(args, surroundings).ended;
}
