// `npm start`: the demonstration, from a fresh checkout too (`prepare` does not run under --ignore-scripts).
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { distIsStale } from './stale.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function runNode(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  return status ?? 1;
}

const built = distIsStale(root) ? runNode(join(root, 'scripts', 'build.mjs'), '--js-only') : 0;
process.exitCode =
  built === 0
    ? runNode(
        join(root, 'dist', 'bin', 'kanli.js'),
        'demo',
        '--out',
        'out',
        '--force',
        ...process.argv.slice(2),
      )
    : built;
