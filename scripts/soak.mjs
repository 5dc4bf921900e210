import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * npm run soak [-- MINUTES [ledger]]: what the tests do in short, at length and on seeds nobody tried before.
 *
 * - The property tests on many more deals, the tests of bulk, and the independent implementation, each of its packages one by
 *   one and in bulk: KANLI_RUNS, KANLI_PEER_SEEDS.
 * - The ledger on both engines: eight clients that trade for a minute, two hundred kills, and hundreds of random sequences of
 *   verbs beside a second opinion: KANLI_SOAK=1 and KANLI_SEED; KANLI_SEQUENCES for another number of sequences. Figures are
 *   printed. `ledger` does only this.
 *
 * It goes round after round until the minutes (default 10) are over or a round fails; a round that has begun is finished. A
 * failing round says which seeds it had; fast-check says its own.
 */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [asked = '10', only] = process.argv.slice(2);
const minutes = Number(asked);
if (!(minutes > 0) || (only !== undefined && only !== 'ledger')) {
  console.error('usage: npm run soak [-- MINUTES [ledger]]');
  process.exit(2);
}

const deals = ['test/properties', 'test/peer.test.ts', 'test/bulk'];
const ledger = ['races', 'kills', 'faults', 'model'].map((name) => `test/ledger/${name}.test.ts`);

function run(files, settings, ...flags) {
  const told = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  console.log(`${told.join(' ')} npm test -- ${files.join(' ')}`);
  const args = ['test', '--silent', '--', ...files, '--testTimeout=600000', ...flags];
  const env = { ...process.env, ...settings };
  const { status } = spawnSync('npm', args, { cwd: root, env, stdio: 'inherit' });
  if (status === 0) return;
  console.error(`this round failed; the same again: ${told.join(' ')} npm test -- ${files.join(' ')}`);
  process.exit(1);
}

const end = Date.now() + minutes * 60_000;
for (let round = 1; Date.now() < end; round += 1) {
  const first = Date.now() % 2 ** 31;
  console.log(`round ${round}`);
  // One file after the other: clients that share the machine with other tests have no figures worth reading.
  run(ledger, { KANLI_SOAK: '1', KANLI_SEED: String(first) }, '--runInBand');
  if (only === 'ledger') continue;
  const seeds = Array.from({ length: 10 }, (_, at) => first + at).join(',');
  run(deals, { KANLI_RUNS: '500', KANLI_PEER_SEEDS: seeds });
}
