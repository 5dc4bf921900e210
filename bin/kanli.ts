#!/usr/bin/env node
import module from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Context, Output } from '../src/cli/context.js';
import type { Language } from '../src/lang/text.js';

declare const KANLI_VERSION: string;

/** A reader that closed the pipe has what it wanted: done. Anything else that a stream says is a fault of the disk. */
function outputOf(stream: NodeJS.WriteStream, mayEnd: boolean): Output {
  stream.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code === 'EPIPE') process.exit(mayEnd ? 0 : process.exitCode);
    if (mayEnd) process.stderr.write(`kanli: ${fault.message}\n`);
    process.exit(3);
  });
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    columns: stream.columns,
  };
}

/** Chinese first: a locale that names no language (C, POSIX, none) is Chinese. */
function localeLanguage(env: NodeJS.ProcessEnv): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^(?:zh|C\b|POSIX\b|$)/i.test(locale) ? 'zh' : 'en';
}

async function readInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

async function run(): Promise<void> {
  const argv = process.argv.slice(2);
  // The commonest question must cost next to nothing: nothing of ours is loaded for it.
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    process.stdout.write(`${KANLI_VERSION}\n`);
    return;
  }
  // Node 22.8 and later keep what they compiled; earlier ones do not know how.
  (module as { enableCompileCache?: () => void }).enableCompileCache?.();
  const context: Context = {
    stdout: outputOf(process.stdout, true),
    stderr: outputOf(process.stderr, false),
    stdin: { isTerminal: process.stdin.isTTY === true, read: readInput },
    env: process.env,
    folder: process.cwd(),
    // The bundle lies in dist/bin, two folders below the package.
    home: fileURLToPath(new URL('../..', import.meta.url)),
    now: () => Date.now(),
    language: localeLanguage(process.env),
    version: KANLI_VERSION,
  };
  process.on('SIGINT', () => process.exit(130));
  const { main } = await import('../src/cli/main.js');
  process.exitCode = await main(argv, context);
}

await run();
