import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { commandNames } from '../src/cli/commands/all.js';
import { approving, rehearsed } from './support/transcript.js';

const folder = join(import.meta.dirname, 'transcripts');
const names = readdirSync(folder).filter((name) => name.endsWith('.console'));

describe('what a person sees', () => {
  test.each(names)('%s', (name) => {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    const approved = rehearsed(text, text);
    if (approving) writeFileSync(file, approved);
  });

  test('every command has a transcript', () => {
    const played = names.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
    const missing = commandNames.filter((name) => !new RegExp(`^\\$ .*kanli ${name}\\b`, 'm').test(played));
    expect(missing).toEqual([]);
  });
});
