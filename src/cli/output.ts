import { resolve } from 'node:path';
import { cliWords } from '../lang/cli.js';
import { fill } from '../lang/text.js';
import { writeWhole } from '../workspace/write.js';

import { flagSet, flagText, type Given } from './command.js';
import type { Context } from './context.js';
import { type Exit, exit } from './exit.js';

/** Hands a result to where `-o` says: a whole file, or standard output. */
export async function deliver(content: string, given: Given, context: Context): Promise<Exit> {
  const file = flagText(given, 'output');
  if (file === undefined || file === '-') {
    context.stdout.write(content);
    return exit.done;
  }
  return save(file, content, { force: flagSet(given, 'force') }, context);
}

/** Writes a file whole; over an existing one only with `--force`, or after somebody at the terminal agreed. */
export async function save(
  file: string,
  content: string,
  options: { force: boolean },
  context: Context,
): Promise<Exit> {
  const target = resolve(context.folder, file);
  let written = writeWhole(target, content, options);
  if (written === 'exists' && context.stdin.isTerminal && context.stderr.isTerminal) {
    const { confirmOverwrite } = await import('./ask.js');
    const answer = await confirmOverwrite(file, context.language);
    if (answer === 'interrupted') return exit.interrupted;
    if (answer) written = writeWhole(target, content, { force: true });
  }
  const word = written === 'written' ? cliWords.written : cliWords.exists;
  context.stderr.write(`${fill(word, context.language, { file })}\n`);
  return written === 'written' ? exit.done : exit.usage;
}
