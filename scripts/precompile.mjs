// Runs the bundled command once and keeps the code V8 compiled for it, for `bin/compiled.ts` to start from.
//
//   node scripts/precompile.mjs DIST
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = process.argv[2] ?? join(root, 'dist');
const file = join(dist, 'kanli.cjs');
const deal = [
  join(root, 'examples/workspace/first.yaml'),
  '--card',
  join(root, 'ratecards/inke-double11.yaml'),
];
const script = new Script(readFileSync(file, 'latin1'), { filename: 'kanli.cjs' });
const exports = {};
script.runInThisContext()(exports, createRequire(file), file);

// What is called most and must start fast: its code is compiled when the rest of the script is kept.
const folder = mkdtempSync(join(tmpdir(), 'kanli-precompile-'));
const calls = [
  [
    'hold',
    ...deal,
    '--db',
    join(folder, 'ledger.db'),
    '--now',
    '2016-10-20T10:00:00+08:00',
    '--format',
    'json',
  ],
  ['quote', ...deal],
];

// The command ends its process once all is written: that is the moment for the next call, and to keep what was compiled.
process.stdout.write = (_text, written) => {
  written?.();
  return true;
};
process.exit = (status) => {
  if (status !== 0) throw new Error(`the sample deal ended with ${status}`);
  const next = calls.shift();
  if (next !== undefined) return run(next);
  rmSync(folder, { recursive: true });
  writeFileSync(join(dist, 'kanli.code'), script.createCachedData());
  return undefined;
};

function run(args) {
  process.argv = [process.execPath, file, ...args];
  return exports.run(root);
}

await run(calls.shift());
