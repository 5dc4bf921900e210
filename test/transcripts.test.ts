import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { commandNames } from '../src/cli/commands/names.js';
import { matches, parseTranscript, play } from './support/transcript.js';

const folder = join(import.meta.dirname, 'transcripts');
const names = readdirSync(folder).filter((name) => name.endsWith('.console'));

/** `KANLI_APPROVE=1 npm test -- transcripts` writes down what is printed now; read the difference before committing it. */
const approving = process.env.KANLI_APPROVE === '1';

describe('what a person sees', () => {
  test.each(names)('%s', (name) => {
    const file = join(folder, name);
    let text = readFileSync(file, 'utf8');
    play(parseTranscript(text), (step, actual) => {
      if (approving && !step.expected.includes('…')) {
        const before = `$ ${step.command}\n${step.expected === '' ? '' : `${step.expected}\n`}`;
        text = text.replace(before, () => `$ ${step.command}\n${actual === '' ? '' : `${actual}\n`}`);
      } else if (!matches(step.expected, actual)) {
        expect(`$ ${step.command}\n${actual}`).toBe(`$ ${step.command}\n${step.expected}`);
      }
    });
    if (approving) writeFileSync(file, text);
  });

  test('every command has a transcript', () => {
    const played = names.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
    const missing = commandNames.filter((name) => !new RegExp(`^\\$ .*kanli ${name}\\b`, 'm').test(played));
    expect(missing).toEqual([]);
  });
});
