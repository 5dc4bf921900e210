import { once } from 'node:events';
import process from 'node:process';
import type { Context, Output } from '../src/cli/context.js';
import { main } from '../src/cli/main.js';
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
    drained: async () => {
      if (stream.writableNeedDrain) await once(stream, 'drain');
    },
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

/** One call of the command, from the process's arguments to its exit status. `home` is the folder of the package. */
export async function run(home: string): Promise<void> {
  let stop: (() => void) | undefined;
  const context: Context = {
    stdout: outputOf(process.stdout, true),
    stderr: outputOf(process.stderr, false),
    stdin: {
      // Asked for rarely, and dear to load: as is the stream behind `process.stdin`.
      get isTerminal() {
        return process.getBuiltinModule('node:tty').isatty(0);
      },
      read: readInput,
      stream: () => process.stdin as AsyncIterable<Uint8Array>,
    },
    env: process.env,
    folder: process.cwd(),
    home,
    now: () => Date.now(),
    onInterrupt: (ask) => {
      stop = ask;
    },
    language: localeLanguage(process.env),
    version: KANLI_VERSION,
  };
  process.on('SIGINT', () => {
    const ask = stop;
    stop = undefined;
    if (ask === undefined) process.exit(130);
    ask();
  });
  end(await main(process.argv.slice(2), context));
}

/**
 * Ends the process as soon as all is written: V8's own work in the background would go on for as long again. A write that
 * fails is left to the stream's error handler.
 */
function end(status: number): void {
  process.exitCode = status;
  process.stdout.write('', (fault) => {
    if (!fault) process.stderr.write('', () => process.exit(status));
  });
}
