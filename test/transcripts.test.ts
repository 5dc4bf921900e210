import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { commandNames } from '../src/cli/commands/all.js';
import { approving, rehearsed } from './support/transcript.js';

const root = join(import.meta.dirname, '..');
const names = ['test/transcripts', 'examples/tmall-double11'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.console'))
    .map((name) => `${folder}/${name}`),
);

describe('what a person sees', () => {
  test.each(names)('%s', (name) => {
    const file = join(root, name);
    const text = readFileSync(file, 'utf8');
    const approved = rehearsed(text, text);
    if (approving) writeFileSync(file, approved);
  });

  test('every command has a transcript', () => {
    const played = names.map((name) => readFileSync(join(root, name), 'utf8')).join('\n');
    const missing = commandNames.filter((name) => !new RegExp(`^\\$ .*kanli ${name}\\b`, 'm').test(played));
    expect(missing).toEqual([]);
  });
});
