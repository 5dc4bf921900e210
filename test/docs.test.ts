import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { jsonSchema } from '../src/documents/jsonSchema.js';
import { packageSchema } from '../src/documents/package.js';
import { rateCardSchema } from '../src/documents/ratecard.js';
import { readDocument } from '../src/documents/read.js';
import * as trade from '../src/lang/trade.js';
import { readSource } from '../src/source/source.js';
import { asTold, outcomeOf, readPage, retold, wrongSums } from './support/doc-examples.js';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe.each(['docs/pricing.md', 'docs/cards.md'])('%s', (file) => {
  const page = readPage(read(file));

  test('has an example in every section', () => {
    expect(page.faults).toEqual([]);
    expect(page.examples.length).toBeGreaterThan(15);
  });

  test.each(page.examples)('$name comes out as written', (example) => {
    expect(retold(example.claims, outcomeOf(example, page.base))).toEqual(asTold(example.claims));
  });

  test.each(page.examples)('$name adds up', ({ sums }) => {
    expect(sums.flatMap(wrongSums)).toEqual([]);
  });
});

describe('an example can fail', () => {
  const head = read('docs/pricing.md').split('\n## ')[0]!;
  const section = (text: string) => `${head}\n## A rule\n\n${text}\n`;
  const lines = '```yaml lines\n- { item: banner, dates: 2016-11-08 }\n```\n';
  const difference = (claim: string) => {
    const page = readPage(section(`${lines}\`\`\`text\n${claim}\n\`\`\``));
    const [example] = page.examples;
    return [retold(example!.claims, outcomeOf(example!, page.base)), asTold(example!.claims)];
  };

  test.each([
    ['a wrong figure', 'line 1: list 1000.01', 'line 1: list 1000.00'],
    ['a figure that does not exist', 'line 1: lst 1000.00', 'line 1: lst does not exist'],
    ['a line that does not exist', 'line 2: list 1000.00', 'line 2: not priced'],
    ['a subject that does not exist', 'lines: list 1000.00', 'lines: no such claim'],
    ['a step too many', 'line 1 steps: line -1.00', 'line 1 steps: none'],
  ])('by %s', (_what, claim, truth) => {
    expect(difference(claim)).toEqual([[truth], [claim]]);
  });

  test('by a refusal that it does not name', () => {
    const page = readPage(section('```yaml package\ndeal: { off: 1001 }\n```\n'.concat(lines, '```text\ntotals: list 1000.00\n```')));
    const [example] = page.examples;
    expect(retold(example!.claims, outcomeOf(example!, page.base))).toEqual(['totals: list 1000.00', 'refused: off-too-large']);
  });

  test.each([
    '  1.00 + 1.00 = 2.01',
    '  first 1 + 1 = 2, then 2 × 3 = 7',
    '  0.125 → 0.12',
    '  0.129 ↓ 0.13',
    '  2 < 2',
    '  ⌈40 ÷ 30⌉ = 1',
    '  1,000.00 × 12.5% = 124.99 = 124.99',
  ])('by the sum%s', (sum) => {
    expect(wrongSums(sum)).toHaveLength(1);
  });

  test.each([
    ['a section without an example', 'Only words.', '"A rule" has no example'],
    ['an example that claims nothing', '```text\n  1 + 1 = 2\n```', 'A rule (1) claims nothing'],
    ['an example without an end', lines, '"A rule" ends without a text fence'],
    ['a fence of no known kind', '```yaml line\n```\n```text\nline 1: list 1\n```', 'A rule (1): a fence "yaml line"'],
  ])('by %s', (_what, text, fault) => {
    expect(readPage(section(text)).faults).toContain(fault);
  });
});

/** Rows of a page's tables by their head's first cell, cells without their backticks. */
function tables(markdown: string): Map<string, string[][]> {
  const found = new Map<string, string[][]>();
  let rows: string[][] | undefined;
  for (const line of markdown.split('\n')) {
    const cells = line.startsWith('|') ? line.slice(1, -1).split('|').map((cell) => cell.trim()) : undefined;
    if (cells === undefined) rows = undefined;
    else if (rows === undefined) {
      rows = [];
      found.set(bare(cells[0]!), [...(found.get(bare(cells[0]!)) ?? []), ...rows]);
      found.set(bare(cells[0]!), rows);
    } else if (!cells[0]!.startsWith('---')) rows.push(cells.map(bare));
  }
  return found;
}

function bare(cell: string): string {
  return /^`([^`]*)`$/.exec(cell)?.[1] ?? cell;
}
