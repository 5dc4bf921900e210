import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * npm run soak [-- MINUTES]: the property tests on many more deals, the tests of bulk, and the independent implementation
 * on seeds nobody tried before, each of its packages one by one and in bulk. It goes round after round until the minutes
 * (default 10) are over or a round fails. A failing round says which seeds it had; fast-check says its own.
 */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const minutes = Number(process.argv[2] ?? 10);
if (!(minutes > 0)) {
  console.error('usage: npm run soak [-- MINUTES]');
  process.exit(2);
}

const end = Date.now() + minutes * 60_000;
for (let round = 1; Date.now() < end; round += 1) {
  const first = Date.now() % 2 ** 31;
  const seeds = Array.from({ length: 10 }, (_, at) => first + at).join(',');
  console.log(`round ${round}: KANLI_RUNS=500 KANLI_PEER_SEEDS=${seeds}`);
  const env = { ...process.env, KANLI_RUNS: '500', KANLI_PEER_SEEDS: seeds };
  const tests = [
    'test',
    '--silent',
    '--',
    'test/properties',
    'test/peer.test.ts',
    'test/bulk',
    '--testTimeout=600000',
  ];
  const { status } = spawnSync('npm', tests, { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) {
    console.error(
      `round ${round} failed; the same seeds again: KANLI_PEER_SEEDS=${seeds} npm test -- test/peer.test.ts`,
    );
    process.exit(1);
  }
}
