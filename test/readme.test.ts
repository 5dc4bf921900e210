import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { approving, rehearsed } from './support/transcript.js';

const file = join(import.meta.dirname, '../README.md');

/** The README's console blocks are one session; its first shows the result before the workspace it needs is made. */
test('the README shows what the command prints', () => {
  const text = readFileSync(file, 'utf8');
  const blocks = [...text.matchAll(/^```console\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? '');
  const [first = '', ...rest] = blocks;
  expect(rest.length).toBeGreaterThan(4);
  const prepared = '@copy examples/workspace examples/workspace\n@copy ratecards ratecards\n';
  const approved = rehearsed(rehearsed(text, prepared + first), rest.join(''));
  if (approving) writeFileSync(file, approved);
});

test('the commands that make a fresh checkout run are scripts of the package', () => {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));
  const text = readFileSync(file, 'utf8');
  for (const name of ['start', 'test']) {
    expect(text).toContain(`npm ${name}`);
    expect(scripts).toHaveProperty(name);
  }
});

test('the library example of the README runs as it stands', () => {
  const [, code = ''] = /^```ts\n([\s\S]*?)^```$/m.exec(readFileSync(file, 'utf8')) ?? [];
  const module = join(import.meta.dirname, '../dist/readme-example.mjs');
  writeFileSync(module, code);
  const folder = mkdtempSync(join(tmpdir(), 'kanli-readme-'));
  try {
    // The module lies inside the package, so that it finds 'kanli' by its name, as an installed one would.
    cpSync(join(import.meta.dirname, '../ratecards'), join(folder, 'ratecards'), { recursive: true });
    cpSync(join(import.meta.dirname, '../examples/workspace'), join(folder, 'packages'), { recursive: true });
    expect(execFileSync(process.execPath, [module], { cwd: folder, encoding: 'utf8' })).toBe('4238560.06\n');
  } finally {
    rmSync(folder, { recursive: true });
    rmSync(module);
  }
});
