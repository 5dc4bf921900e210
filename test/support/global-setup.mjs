import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { distIsStale } from '../../scripts/stale.mjs';
import { startPostgres } from './postgres-server.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What tests need before they run: the command built, and a PostgreSQL, whose URL is in KANLI_TEST_POSTGRES. */
export default async function prepare() {
  const outcomes = await Promise.allSettled([buildWhenStale(), startUnlessGiven()]);
  const failed = outcomes.find(({ status }) => status === 'rejected');
  if (failed === undefined) return;
  // Jest calls no teardown then.
  await globalThis.postgresOfTests?.stop();
  throw failed.reason;
}

/** Tests that run the command run what the sources say now. Types are `npm run typecheck`'s business. */
async function buildWhenStale() {
  if (!distIsStale(root)) return;
  // Standard output may be Jest's JSON.
  const stdio = ['ignore', process.stderr, process.stderr];
  const build = spawn(process.execPath, [join(root, 'scripts', 'build.mjs'), '--js-only'], {
    cwd: root,
    stdio,
  });
  const [status] = await once(build, 'exit');
  if (status !== 0) throw new Error('the build failed');
}

async function startUnlessGiven() {
  if (process.env.KANLI_TEST_POSTGRES) return;
  try {
    globalThis.postgresOfTests = await startPostgres();
  } catch (error) {
    const hint = 'To use a PostgreSQL that runs already, set KANLI_TEST_POSTGRES to its URL.';
    throw new Error(`no PostgreSQL for the tests: ${error.message}\n${hint}`, { cause: error });
  }
  // The workers that run the tests inherit it.
  process.env.KANLI_TEST_POSTGRES = globalThis.postgresOfTests.url;
}
