// Start-up of whole processes against their floor, `node -e 0`, in paired runs: A B C D, A B C D, …
//
//   node bench/startup.mjs [rounds]
//
// Prints a table of medians and writes bench/startup.json. CPU time is user + system as the shell's `time` tells it.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const kanli = join(root, 'dist/bin/kanli.js');
const rounds = Number(process.argv[2] ?? 21);
const folder = mkdtempSync(join(tmpdir(), 'kanli-startup-'));
cpSync(join(root, 'test/cases/inke-double11'), folder, { recursive: true });

// A hold of a quote on a ledger that is in use; each call holds the same package under a key of its own.
const quoted = spawnSync(
  process.execPath,
  [kanli, 'quote', 'package.yaml', '--card', 'ratecard.yaml', '--format', 'json', '-o', 'quote.json'],
  { cwd: folder, encoding: 'utf8' },
);
if (quoted.status !== 0) throw new Error(quoted.stderr);
const now = '2016-10-26T10:00:00+08:00';
const verb = ['--card', 'ratecard.yaml', '--now', now, '--format', 'json'];
let holds = 0;

const contestants = [
  { name: 'node -e 0', args: ['-e', '0'] },
  { name: 'kanli --version', args: [kanli, '--version'], bar: 1.3, goal: 1.2 },
  { name: 'kanli --help', args: [kanli, '--help'], bar: 1.5, goal: 1.3 },
  {
    name: 'a ten-line quote (table)',
    args: [kanli, 'quote', 'package.yaml', '--card', 'ratecard.yaml'],
    bar: 2.2,
    goal: 1.9,
  },
  {
    name: 'a ten-line quote (json)',
    args: [kanli, 'quote', 'package.yaml', '--card', 'ratecard.yaml', '--format', 'json'],
    bar: 2.2,
    goal: 1.9,
  },
  {
    name: 'hold on SQLite',
    args: () => [kanli, 'hold', 'quote.json', ...verb, '--key', `k-${++holds}`],
    after: () => spawnSync(process.execPath, [kanli, 'release', held(), '--now', now], { cwd: folder }),
    bar: 2.8,
    goal: 2.5,
  },
];

/** The number of the last hold: it is released before the next one, out of the measured time. */
function held() {
  return `inke-${String(holds).padStart(4, '0')}`;
}

/** Wall and CPU seconds of one process, as bash's `time` tells them: the shell itself is not counted. */
function once(args) {
  const quoted = [process.execPath, ...args].map((word) => `'${word}'`).join(' ');
  const { status, stderr } = spawnSync(
    '/bin/bash',
    ['--norc', '-c', `TIMEFORMAT='took %3R %3U %3S'; time ${quoted} > /dev/null 2> /dev/null`],
    { cwd: folder, encoding: 'utf8', env: process.env },
  );
  if (status !== 0) throw new Error(`${quoted} ended with ${status}`);
  const [, wall, user, system] = /took ([\d.]+) ([\d.]+) ([\d.]+)/.exec(stderr) ?? [];
  return { wall: Number(wall) * 1000, cpu: (Number(user) + Number(system)) * 1000 };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const runs = contestants.map(() => []);
for (let round = 0; round < rounds; round += 1) {
  for (const [at, { args, after }] of contestants.entries()) {
    runs[at].push(once(typeof args === 'function' ? args() : args));
    after?.();
  }
}
rmSync(folder, { recursive: true });

const figures = contestants.map(({ name, bar, goal }, at) => ({
  name,
  wall: median(runs[at].map(({ wall }) => wall)),
  cpu: median(runs[at].map(({ cpu }) => cpu)),
  // The ratio of paired runs, not of medians: both saw the same machine.
  wallRatio: median(runs[at].map(({ wall }, round) => wall / runs[0][round].wall)),
  cpuRatio: median(runs[at].map(({ cpu }, round) => cpu / runs[0][round].cpu)),
  bar,
  goal,
}));
const row = (cells) => console.log(`| ${cells.join(' | ')} |`);
row(['start-up', 'wall ms', 'CPU ms', '× floor (wall)', '× floor (CPU)', 'first bar', 'goal']);
row(['---', '---:', '---:', '---:', '---:', '---:', '---:']);
for (const { name, wall, cpu, wallRatio, cpuRatio, bar, goal } of figures) {
  row([
    name,
    wall.toFixed(1),
    cpu.toFixed(0),
    wallRatio.toFixed(2),
    cpuRatio.toFixed(2),
    bar ?? '',
    goal ?? '',
  ]);
}
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
const file = join(root, 'bench/startup.json');
writeFileSync(file, `${JSON.stringify({ rounds, machine, figures }, undefined, 2)}\n`);
