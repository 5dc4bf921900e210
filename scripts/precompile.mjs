// Runs the bundled command once and keeps the code V8 compiled for it, for `bin/compiled.ts` to start from.
//
//   node scripts/precompile.mjs DIST
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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

// The command ends its process once all is written: that is the moment to keep what was compiled.
process.stdout.write = (_text, written) => {
  written?.();
  return true;
};
process.exit = (status) => {
  if (status !== 0) throw new Error(`the sample deal ended with ${status}`);
  writeFileSync(join(dist, 'kanli.code'), script.createCachedData());
};
process.argv = [process.execPath, file, 'quote', ...deal];
await exports.run(root);
