import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { distIsStale } from '../../scripts/stale.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Tests that run the command run what the sources say now. Types are `npm run typecheck`'s business. */
export default function buildWhenStale() {
  if (!distIsStale(root)) return;
  // Standard output may be Jest's JSON.
  const stdio = ['ignore', process.stderr, process.stderr];
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs'), '--js-only'], { cwd: root, stdio });
}
