// Bulk quoting against its floor and its peers: whole processes, file to file, A B C, A B C, … in one call.
//
//   node bench/bulk/bench.mjs [packages] [rounds]
//
// Prints a table of medians and writes bench/bulk.json. Totals of all contestants are compared with kanli's.
import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { benchCard, benchPackage } from './workload.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const kanli = join(root, 'dist/bin/kanli.js');
const packages = Number(process.argv[2] ?? 5000);
const rounds = Number(process.argv[3] ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'kanli-bulk-'));
const at = (name) => join(folder, name);

const card = benchCard();
writeFileSync(at('card.json'), JSON.stringify(card));

/** A file of so many packages of so many lines. */
function requests(name, count, lines = 12) {
  const texts = Array.from(
    { length: count },
    (_, number) => `${JSON.stringify(benchPackage(card, number, lines))}\n`,
  );
  writeFileSync(at(name), texts.join(''));
  return name;
}

/** Wall and CPU seconds and the most memory of one process, as bash's `time` and the kernel tell them. */
function once(command) {
  const quoted = command.map((word) => `'${word}'`).join(' ');
  const measured = `TIMEFORMAT='took %3R %3U %3S'; time { /usr/bin/env ${quoted} > /dev/null 2> errors.txt || cat errors.txt >&2; }`;
  const { stderr } = spawnSync('/bin/bash', ['--norc', '-c', measured], { cwd: folder, encoding: 'utf8' });
  const [, wall, user, system] = /took ([\d.]+) ([\d.]+) ([\d.]+)/.exec(stderr) ?? [];
  if (wall === undefined || stderr.trim().split('\n').length > 1) throw new Error(`${quoted}\n${stderr}`);
  return { wall: Number(wall), cpu: Number(user) + Number(system) };
}

function bulk(file, out, ...flags) {
  return [process.execPath, kanli, 'bulk', file, '--card', 'card.json', '-o', out, '--force', ...flags];
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Medians of contestants that take turns; the ratio of each round's times, not of the medians. */
function compare(contestants) {
  const runs = contestants.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [number, { command }] of contestants.entries()) runs[number].push(once(command));
  }
  return contestants.map(({ name }, number) => ({
    name,
    wall: median(runs[number].map(({ wall }) => wall)),
    cpu: median(runs[number].map(({ cpu }) => cpu)),
    byWall: median(runs[number].map(({ wall }, round) => wall / runs[0][round].wall)),
    byCpu: median(runs[number].map(({ cpu }, round) => cpu / runs[0][round].cpu)),
  }));
}

async function* documents(name) {
  for await (const line of createInterface({ input: createReadStream(at(name)) })) yield JSON.parse(line);
}

/** The same totals and line amounts in both files. */
async function mustAgree(one, other) {
  const theirs = documents(other);
  for await (const ours of documents(one)) {
    const { value } = await theirs.next();
    const same =
      JSON.stringify(ours.totals) === JSON.stringify(value.totals) &&
      ours.lines.every(({ amount }, line) => amount === value.lines[line].amount);
    if (!same) throw new Error(`${other} differs from ${one} at ${ours.id}`);
  }
}

/** Most memory a run of so many packages takes, in MB. */
function memory(file) {
  const watch = `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(at('memory.txt'))}, String(process.resourceUsage().maxRSS)));`;
  writeFileSync(at('watch.cjs'), watch);
  const [node, ...rest] = bulk(file, 'm.ndjson', '--jobs', '1');
  once([node, '--require', at('watch.cjs'), ...rest]);
  return Math.round(Number(spawnSync('cat', [at('memory.txt')], { encoding: 'utf8' }).stdout) / 1024);
}

try {
  const file = requests('requests.ndjson', packages);
  once(bulk(file, 'kanli.ndjson', '--jobs', '1'));
  const bytes = statSync(at('kanli.ndjson')).size / packages;
  const speed = compare([
    {
      name: 'floor: parse, stringify, digest, write',
      command: [process.execPath, join(here, 'floor.mjs'), file, 'kanli.ndjson', 'floor.ndjson'],
    },
    { name: 'kanli bulk --jobs 1', command: bulk(file, 'one.ndjson', '--jobs', '1') },
    { name: 'kanli bulk --jobs 2', command: bulk(file, 'two.ndjson', '--jobs', '2') },
    {
      name: 'kanli bulk --summary --jobs 1',
      command: bulk(file, 'summary.ndjson', '--summary', '--jobs', '1'),
    },
    {
      name: 'Python decimal, the same waterfall',
      command: ['python3', join(here, 'python_decimal.py'), 'card.json', file, 'python.ndjson'],
    },
    {
      name: 'naive decimal.js, the same waterfall',
      command: [process.execPath, join(here, 'naive-decimal.mjs'), 'card.json', file, 'naive.ndjson'],
    },
  ]);
  await mustAgree('one.ndjson', 'python.ndjson');
  await mustAgree('one.ndjson', 'naive.ndjson');
  if (spawnSync('cmp', [at('one.ndjson'), at('two.ndjson')]).status !== 0)
    throw new Error('two jobs, other bytes');

  const overLines = [10, 100, 1000, 10_000].map((lines) => {
    const count = Math.max(2, Math.round(20_000 / lines));
    const { cpu } = once(bulk(requests('lines.ndjson', count, lines), 'l.ndjson', '--jobs', '1'));
    return { lines, count, microseconds: Math.round((cpu * 1e6) / (count * lines)) };
  });
  const overPackages = [packages, packages * 10].map((count) => ({
    packages: count,
    megabytes: memory(requests('many.ndjson', count)),
  }));

  const result = {
    node: process.version,
    cpu: cpus()[0]?.model,
    packages,
    rounds,
    bytes,
    speed,
    overLines,
    overPackages,
  };
  writeFileSync(join(root, 'bench/bulk.json'), `${JSON.stringify(result, undefined, 2)}\n`);
  console.log(
    `${packages} packages of 12 lines, ${Math.round(bytes)} bytes a quote, Node ${process.version}\n`,
  );
  console.log(
    '| contestant | CPU s | wall s | × floor (CPU) | × floor (wall) |\n| --- | ---: | ---: | ---: | ---: |',
  );
  for (const { name, cpu, wall, byCpu, byWall } of speed) {
    console.log(
      `| ${name} | ${cpu.toFixed(2)} | ${wall.toFixed(2)} | ${byCpu.toFixed(2)} | ${byWall.toFixed(2)} |`,
    );
  }
  console.log('\n| lines a package | packages | µs CPU a line, start-up included |\n| ---: | ---: | ---: |');
  for (const { lines, count, microseconds } of overLines)
    console.log(`| ${lines} | ${count} | ${microseconds} |`);
  console.log('\n| packages | most memory, MB |\n| ---: | ---: |');
  for (const { packages: count, megabytes } of overPackages) console.log(`| ${count} | ${megabytes} |`);
} finally {
  rmSync(folder, { recursive: true });
}
