// Holds and confirmations against what the disk and PostgreSQL themselves can do, in one call.
//
//   node bench/ledger/bench.mjs [seconds] [bookings]
//
// `seconds` a measurement (default 5); `bookings` to which the ledger grows (default 20000; the goal speaks of 100000). Prints a
// table and writes bench/ledger.json. The floor of SQLite is this disk's own rate of 4 KiB written and flushed; the peer of
// PostgreSQL is `pgbench -N -M prepared` on the same server, where pgbench is installed.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../../test/support/postgres-server.mjs';
import { most } from './workload.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const seconds = Number(process.argv[2] ?? 5);
const bookings = Math.min(Number(process.argv[3] ?? 20_000), most - 20_000);
const folder = mkdtempSync(join(tmpdir(), 'kanli-bench-'));

function fsyncRate() {
  const file = openSync(join(folder, 'floor'), 'w');
  const block = Buffer.alloc(4096, 1);
  const begun = performance.now();
  let count = 0;
  for (; performance.now() - begun < seconds * 1000; count += 1) {
    writeSync(file, block, 0, block.length, (count % 256) * 4096);
    fdatasyncSync(file);
  }
  closeSync(file);
  return count / ((performance.now() - begun) / 1000);
}

let next = 0;

/** Several clients at once; what all of them did together. */
async function clientsOn(place, clients, count, limit = seconds) {
  const from = next;
  next += clients * count;
  const running = Array.from({ length: clients }, (_, client) => {
    const args = [join(here, 'client.mjs'), place, client, clients, from, count, limit].map(String);
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return { child, lines };
  });
  for (const { lines } of running) if ((await lines.next()).value !== 'ready') throw new Error('not ready');
  for (const { child } of running) child.stdin.end('go\n');
  const done = [];
  for (const { lines } of running) done.push(JSON.parse((await lines.next()).value));
  const elapsed = Math.max(...done.map((one) => one.elapsed)) / 1000;
  const holds = done.flatMap((one) => one.holds).toSorted((a, b) => a - b);
  const counts = done.map((one) => one.holds.length);
  const confirms = done.flatMap((one) => one.confirms).toSorted((a, b) => a - b);
  return {
    clients,
    pairs: holds.length,
    pairsPerSecond: holds.length / elapsed,
    transactionsPerSecond: (holds.length + confirms.length) / elapsed,
    holdMedian: part(holds, 0.5),
    holdP99: part(holds, 0.99),
    confirmMedian: part(confirms, 0.5),
    least: Math.min(...counts),
    most: Math.max(...counts),
  };
}

const part = (sorted, share) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;

/** Transactions a second of PostgreSQL's own bench, without the rows that all clients change. */
function pgbench(url, clients) {
  const run = (...args) => spawnSync('pgbench', [...args, url], { encoding: 'utf8' });
  if (run('-i', '-q', '-s', '10').status !== 0) return undefined;
  const { stdout } = run('-N', '-M', 'prepared', '-c', `${clients}`, '-j', '2', '-T', `${seconds}`);
  const rate = /^tps = ([\d.]+)/m.exec(stdout)?.[1];
  return rate === undefined ? undefined : Number(rate);
}

const sqlite = join(folder, 'ledger.db');
const fsync = fsyncRate();
await clientsOn(sqlite, 1, 1000, 600);
const small = await clientsOn(sqlite, 1, 2000);
const four = await clientsOn(sqlite, 4, 1500);
for (let left = bookings - next; left > 0; left = bookings - next)
  await clientsOn(sqlite, 1, Math.min(left, 10_000), 6000);
const large = await clientsOn(sqlite, 1, 2000);

const server = await startPostgres({ durable: true });
const peer = pgbench(server.url, 8);
const eight = await clientsOn(server.url, 8, 1500);
const one = await clientsOn(server.url, 1, 1500);
await server.stop();
rmSync(folder, { recursive: true });

const fixed = (n, digits = 2) => (n === undefined ? '-' : n.toFixed(digits));
const table = [
  ['flushes a second of this disk, 4 KiB (floor)', fixed(fsync, 0)],
  ['SQLite, one process: hold + confirm a second', fixed(small.pairsPerSecond, 0)],
  ['… transactions × floor (goal 0.3)', fixed(small.transactionsPerSecond / fsync)],
  ['… hold, median ms', fixed(small.holdMedian)],
  ['SQLite, four processes × one (goal 0.9)', fixed(four.pairsPerSecond / small.pairsPerSecond)],
  ['… hold p99 ms (goal 50)', fixed(four.holdP99, 1)],
  ['… least and most of a process', `${four.least} to ${four.most}`],
  [`SQLite, hold at ${next} bookings × at 1,000 (goal 1.3)`, fixed(large.holdMedian / small.holdMedian)],
  ['pgbench -N -M prepared, 8 clients (peer)', fixed(peer, 0)],
  ['PostgreSQL, 8 clients: hold + confirm a second', fixed(eight.pairsPerSecond, 0)],
  [
    '… transactions × peer (goal 0.15)',
    fixed(peer === undefined ? undefined : eight.transactionsPerSecond / peer),
  ],
  ['… hold p99 ms', fixed(eight.holdP99, 1)],
  ['PostgreSQL, 1 client: hold + confirm a second', fixed(one.pairsPerSecond, 0)],
];
console.log('| bookings | |\n|---|---:|');
for (const [name, figure] of table) console.log(`| ${name} | ${figure} |`);
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
writeFileSync(
  join(here, '../ledger.json'),
  `${JSON.stringify({ machine, seconds, fsync, peer, sqlite: { small, four, large }, postgres: { one, eight } }, undefined, 2)}\n`,
);
