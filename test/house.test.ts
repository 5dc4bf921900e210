import { describe, expect, test } from '@jest/globals';
import { breaches } from './support/borders.js';
import { writtenFiles } from './support/checkout.js';

const files = writtenFiles();
const sources = new Map([...files].filter(([path]) => /^(src|bin)\/.*\.ts$/.test(path)));

/** One breach each: the rule that no sample breaks is a rule that may never fire. */
const samples: readonly { path: string; code: string; breach: string }[] = [
  {
    path: 'src/money/a.ts',
    code: `import { x } from '../pricing/b.js';`,
    breach: 'imports from src/pricing',
  },
  {
    path: 'src/money/a.ts',
    code: `import type { X } from '../calendar/b.js';`,
    breach: 'imports from src/calendar',
  },
  { path: 'src/lang/a.ts', code: `export * from '../money/money.js';`, breach: 'imports from src/money' },
  { path: 'src/card/a.ts', code: `type X = import('../cli/b.js').X;`, breach: 'imports from src/cli' },
  {
    path: 'src/papers/a.ts',
    code: `await import('../workspace/b.js');`,
    breach: 'imports from src/workspace',
  },
  { path: 'src/cli/a.ts', code: `export { x } from '../index.js';`, breach: 'imports from src/index.ts' },
  { path: 'src/index.ts', code: `import '../bin/kanli.js';`, breach: 'imports from bin' },
  { path: 'src/cli/a.ts', code: `import p from '../../package.json';`, breach: 'imports from package.json' },
  { path: 'src/utils/a.ts', code: 'export {};', breach: 'src/utils has no floor' },
  { path: 'src/loose.ts', code: 'export {};', breach: 'src/loose.ts has no floor' },
  { path: 'src/money/money.ts', code: `import { Decimal } from 'decimal.js';`, breach: 'imports decimal.js' },
  { path: 'src/money/a.ts', code: `import N from 'nzh/cn';`, breach: 'imports nzh' },
  { path: 'src/card/a.ts', code: `import { parse } from 'yaml';`, breach: 'imports yaml' },
  { path: 'src/card/a.ts', code: `import * as z from 'zod';`, breach: 'imports zod' },
  { path: 'src/card/a.ts', code: `require('canonicalize');`, breach: 'imports canonicalize' },
  { path: 'src/cli/a.ts', code: `import chalk from 'chalk';`, breach: 'imports chalk' },
  { path: 'src/cli/a.ts', code: `import Table from 'cli-table3';`, breach: 'imports cli-table3' },
  { path: 'src/render/a.ts', code: `await import('commander');`, breach: 'imports commander' },
  { path: 'src/render/a.ts', code: `import inquirer from 'inquirer';`, breach: 'imports inquirer' },
  { path: 'src/cli/a.ts', code: `import { exit } from 'node:process';`, breach: 'imports node:process' },
  { path: 'src/cli/a.ts', code: `import { exit } from 'process';`, breach: 'imports process' },
  { path: 'src/cli/a.ts', code: 'process.exit(1);', breach: 'process.exit' },
  { path: 'src/cli/a.ts', code: `globalThis.process['exitCode'] = 1;`, breach: 'process.exitCode' },
  { path: 'src/calendar/a.ts', code: 'const t = Date.now();', breach: 'Date.now' },
  { path: 'src/calendar/a.ts', code: 'const t = new Date();', breach: 'new Date()' },
  { path: 'src/calendar/a.ts', code: 'const t = Date();', breach: 'Date()' },
  { path: 'src/render/a.ts', code: 'f(1).toLocaleString();', breach: '.toLocaleString' },
  { path: 'src/render/a.ts', code: `'a'?.localeCompare('b');`, breach: '.localeCompare' },
  { path: 'src/render/a.ts', code: `new Intl.NumberFormat('zh');`, breach: 'Intl.NumberFormat' },
  { path: 'src/money/a.ts', code: `Number.parseFloat('1');`, breach: 'parseFloat' },
];

/** What the rules must leave alone. */
const inOrder = new Map([
  ['src/money/decimal.ts', `import { Decimal } from 'decimal.js'; // Date.now() in a comment`],
  ['src/cli/a.ts', `import { x } from '../money/a.js'; import { y } from './b.js'; import 'commander';`],
  ['src/lang/a.ts', `export const words = 'process.exit(1); import "chalk"';`],
  ['src/calendar/a.ts', `new Date(0); new Intl.DateTimeFormat('en', { timeZone: 'UTC' });`],
  ['bin/kanli.ts', `import { main } from '../src/cli/main.js'; process.exitCode = await main(new Date());`],
]);

describe('the corridor', () => {
  test('the house has its front door and its face', () => {
    expect([...sources.keys()]).toEqual(expect.arrayContaining(['bin/kanli.ts', 'src/index.ts']));
  });

  test('no file crosses a border', () => {
    expect(breaches(sources)).toEqual([]);
  });

  test.each(samples)('$path may not: $code', ({ path, code, breach }) => {
    expect(breaches(new Map([[path, code]]))).toEqual([expect.stringContaining(breach)]);
  });

  test.each(['csv-stringify/sync', 'fastest-levenshtein'])(
    'two files may not import %s, one may',
    (module) => {
      const code = `import { x } from '${module}';`;
      const one: [string, string] = ['src/papers/formats/a.ts', code];
      expect(breaches(new Map([one]))).toEqual([]);
      expect(breaches(new Map([one, ['src/papers/formats/b.ts', code]]))).toHaveLength(1);
    },
  );

  test('what is in order passes', () => {
    expect(breaches(inOrder)).toEqual([]);
  });
});

describe('the repository stands alone', () => {
  // Put together here, so that this file does not name what it looks for.
  const folders = ['work/', 'root/', ['tmp', 'bash_jobs'].join('/')].map((folder) => `/${folder}`);
  const machinePath = new RegExp(`(?<![\\w.@~*-])(${folders.join('|')})`);

  test('no file names a folder of one machine', () => {
    const named = [...files].filter(([, text]) => machinePath.test(text)).map(([path]) => path);
    expect(named).toEqual([]);
  });

  test.each(folders.map((folder) => `see ${folder}main/a.ts`))('"%s" would be found', (text) => {
    expect(text).toMatch(machinePath);
  });
});
