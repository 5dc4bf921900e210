import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';

/**
 * A transcript is what a person sees in a terminal: `$ command`, then what it printed. After standard output may follow a
 * line `[stderr]` with standard error, and `[exit N]` where the status is not 0. A line `…` stands for any lines.
 * `cd FOLDER` alone holds for the steps after it. `@copy FROM TO` at the head puts a file or folder of the checkout into the transcript's own empty folder.
 */
interface Step {
  readonly command: string;
  readonly expected: string;
}

interface Transcript {
  readonly copies: readonly { readonly from: string; readonly to: string }[];
  readonly steps: readonly Step[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));

function parseTranscript(text: string): Transcript {
  const copies: { from: string; to: string }[] = [];
  const steps: { command: string; expected: string }[] = [];
  for (const line of text.split('\n')) {
    const step = steps.at(-1);
    const copy = /^@copy (\S+) (\S+)$/.exec(line);
    if (line.startsWith('$ ')) steps.push({ command: line.slice(2), expected: '' });
    else if (step !== undefined) step.expected += `${line}\n`;
    else if (copy !== null) copies.push({ from: copy[1] ?? '', to: copy[2] ?? '' });
  }
  return { copies, steps: steps.map((step) => ({ ...step, expected: step.expected.trimEnd() })) };
}

/** Runs the steps of a transcript one after the other in one empty folder and tells what each printed. */
function play(transcript: Transcript, seen: (step: Step, actual: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'kanli-transcript-'));
  try {
    for (const { from, to } of transcript.copies) {
      mkdirSync(dirname(join(folder, 'desk', to)), { recursive: true });
      cpSync(join(root, from), join(folder, 'desk', to), { recursive: true });
    }
    mkdirSync(join(folder, 'desk'), { recursive: true });
    mkdirSync(join(folder, 'bin'));
    const command = join(root, 'dist/bin/kanli.js');
    const run = `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`;
    writeFileSync(join(folder, 'bin/kanli'), run, { mode: 0o755 });
    writeFileSync(join(folder, 'bin/npx'), `#!/bin/sh\nexec "$@"\n`, { mode: 0o755 });
    let place = 'desk';
    for (const step of transcript.steps) {
      const into = /^cd (\S+)$/.exec(step.command)?.[1];
      if (into === undefined) seen(step, printed(step.command, folder, place));
      else place = join(place, into);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function printed(command: string, folder: string, place: string): string {
  const { status, stdout, stderr, error } = spawnSync('/bin/bash', ['--norc', '-c', command], {
    cwd: join(folder, place),
    env: { PATH: `${join(folder, 'bin')}:${process.env.PATH}`, LANG: 'C.UTF-8' },
    encoding: 'utf8',
    input: '',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 60_000,
  });
  if (error) throw error;
  const parts = [
    stdout,
    stderr === '' ? '' : `[stderr]\n${stderr}`,
    status === 0 ? '' : `[exit ${status}]\n`,
  ];
  return parts
    .map((part) => (part === '' || part.endsWith('\n') ? part : `${part}\n`))
    .join('')
    .replaceAll('\uFEFF', '')
    .replaceAll('\r', '')
    .replaceAll(join(folder, 'desk'), '.')
    .trimEnd();
}

/** Does what was printed match, a line `…` standing for any lines? */
function matches(expected: string, actual: string): boolean {
  const literal = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = expected.split(/^…$/m).map(literal).join('[\\s\\S]*');
  return new RegExp(`^${pattern}$`).test(actual);
}

/** `KANLI_APPROVE=1 npm test -- transcripts readme` writes down what is printed now; read the difference before committing. */
export const approving = process.env.KANLI_APPROVE === '1';

/** Plays a session that stands in `text` and compares, or while approving answers with the text as it must be. */
export function rehearsed(text: string, session: string): string {
  let approved = text;
  play(parseTranscript(session), (step, actual) => {
    if (approving && !/^…$/m.test(step.expected)) {
      const before = `$ ${step.command}\n${step.expected === '' ? '' : `${step.expected}\n`}`;
      approved = approved.replace(before, () => `$ ${step.command}\n${actual === '' ? '' : `${actual}\n`}`);
    } else if (!matches(step.expected, actual)) {
      expect(`$ ${step.command}\n${actual}`).toBe(`$ ${step.command}\n${step.expected}`);
    }
  });
  return approved;
}
