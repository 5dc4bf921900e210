import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { benchCard, benchPackage } from '../bench/bulk/workload.mjs';
import { readManifest } from '../src/documents/manifest.js';
import { jsonSchema } from '../src/index.js';
import { command, type Finished, runKanli } from './support/run-kanli.js';

let folder: string;
const at = (name: string) => join(folder, name);
const text = (name: string) => readFileSync(at(name), 'utf8');
const card = benchCard();

/** Every ninth row is refused, in several ways. */
const bad = [
  '{',
  '{"id":"broken","kind":"Package"}',
  JSON.stringify({ ...benchPackage(card, 1), card: 'other' }),
];
const rows = Array.from({ length: 360 }, (_, number) =>
  number % 9 === 8 ? (bad[number % bad.length] ?? '') : JSON.stringify(benchPackage(card, number)),
);

/** The same packages as a spreadsheet would save them. */
function asCsv(): string {
  const columns = [
    'package',
    'card',
    'asOf',
    'client.name',
    'client.category',
    'item',
    'dates',
    'time',
    'quantity',
    'impressions',
    'format',
    'brand',
    'fixed',
    'amount',
    'note',
  ];
  const cells = (whole: Record<string, unknown>) =>
    columns.map((column) => {
      const value = whole[column];
      const cell = Array.isArray(value)
        ? value.join('|')
        : value === undefined
          ? ''
          : JSON.stringify(value).replace(/^"|"$/g, '');
      return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    });
  const body = Array.from({ length: 300 }, (_, number) => {
    const { id, card: named, asOf, client, lines } = benchPackage(card, number);
    const whole = {
      package: id,
      card: named,
      asOf,
      'client.name': client.name,
      'client.category': client.category,
    };
    return lines.map((line: object, place: number) =>
      cells({
        ...(place === 0 ? whole : { package: id }),
        ...line,
        note: 'two\nlines, "quoted"',
        ...(number % 50 === 7 ? { dates: '2026-02-30' } : {}),
      }).join(','),
    );
  });
  return `\uFEFF${[columns.join(','), ...body.flat()].join('\r\n')}\r\n`;
}

function bulk(args: readonly string[], more: Parameters<typeof runKanli>[1] = {}): Finished {
  return runKanli(['bulk', ...args, '--lang', 'en'], { cwd: folder, ...more });
}

const usual = ['--card', 'card.json'];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kanli-bulk-runs-'));
  writeFileSync(at('card.json'), JSON.stringify(card));
  writeFileSync(at('requests.ndjson'), `${rows.join('\n')}\n`);
  writeFileSync(at('requests.csv'), asCsv());
  for (const kind of ['ndjson', 'csv']) {
    const { status, stderr } = bulk([
      `requests.${kind}`,
      ...usual,
      '-o',
      `whole.${kind}`,
      '--errors',
      `whole.${kind}.errors`,
    ]);
    expect({ status, stderr: stderr.split('\n')[0] }).toMatchObject({ status: 1 });
  }
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

const sound = (name: string, errors: string) => ({ output: text(name), errors: text(errors) });

describe('a run', () => {
  test('writes quotes in the order of the requests, each as quote writes it, and the refused apart', () => {
    const quotes = text('whole.ndjson').trimEnd().split('\n');
    const errors = text('whole.ndjson.errors')
      .trimEnd()
      .split('\n')
      .map(
        (line) =>
          JSON.parse(line) as {
            line: number;
            package?: string;
            diagnostics: { message: string; line: number }[];
          },
      );
    const good = rows.filter((_, number) => number % 9 !== 8);
    expect(quotes.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(
      good.map((row) => (JSON.parse(row) as { id: string }).id),
    );
    expect(errors.map(({ line }) => line)).toEqual(
      rows.flatMap((_, number) => (number % 9 === 8 ? [number + 1] : [])),
    );
    for (const { line, diagnostics } of errors) {
      expect(diagnostics.length).toBeGreaterThan(0);
      for (const found of diagnostics)
        expect(found).toMatchObject({ line, file: 'requests.ndjson', message: expect.stringMatching(/./) });
    }
    writeFileSync(at('one.json'), good[5] ?? '');
    const single = runKanli(['quote', 'one.json', ...usual, '--format', 'json'], { cwd: folder });
    expect(quotes[5]).toBe(JSON.stringify(JSON.parse(single.stdout)));
  });

  test('leaves a manifest that is its sums, and agrees with its schema', () => {
    const manifest = readManifest(text('whole.ndjson.manifest.json'));
    expect(manifest?.counts).toEqual({ packages: 360, priced: 320, refused: 40 });
    const cents = text('whole.ndjson')
      .trimEnd()
      .split('\n')
      .reduce(
        (sum, line) =>
          sum + BigInt((JSON.parse(line) as { totals: { payable: string } }).totals.payable.replace('.', '')),
        0n,
      );
    expect(manifest?.sums.CNY?.payable.replace('.', '')).toBe(String(cents));
    const check = new Ajv({ strict: false }).compile(jsonSchema('BulkManifest'));
    expect(check(manifest) || check.errors).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  test.each([
    ['two jobs', ['requests.ndjson', '--jobs', '2'], 'whole.ndjson'],
    ['standard input', ['-', '--jobs', '2'], 'whole.ndjson'],
    ['a CSV with two jobs', ['requests.csv', '--jobs', '2'], 'whole.csv'],
  ])('has the same bytes from %s', (_what, args, whole) => {
    const input = args[0] === '-' ? readFileSync(at('requests.ndjson')) : '';
    const { status } = bulk([...args, ...usual, '-o', 'again', '--errors', 'again.errors', '--force'], {
      input,
    });
    expect(status).toBe(1);
    expect(text('again')).toBe(text(whole));
    const named = text('again.errors').replaceAll('"file":"-"', '"file":"requests.ndjson"');
    expect(named).toBe(text(`${whole}.errors`));
  });

  test('without a file writes to standard output, and refusals to standard error, a line each', () => {
    const { status, stdout, stderr } = bulk(['requests.ndjson', ...usual]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: text('whole.ndjson') });
    expect(stderr).toContain('requests.ndjson:9');
    expect(stderr.trimEnd().split('\n').at(-1)).toBe('Priced: 320, refused: 40');
  });

  test('with a reader that goes away ends well', () => {
    const shell = `'${process.execPath}' '${command}' bulk requests.ndjson --card card.json 2>/dev/null | head -n 1 | wc -l; echo "\${PIPESTATUS[0]}"`;
    expect(
      spawnSync('bash', ['-c', shell], { cwd: folder, encoding: 'utf8' }).stdout.trim().split(/\s+/),
    ).toEqual(['1', '0']);
  });

  test("prices by each package's own card from a folder, two currencies side by side", () => {
    mkdirSync(at('cards'));
    writeFileSync(at('cards/cny.json'), JSON.stringify(card));
    writeFileSync(at('cards/usd.json'), JSON.stringify({ ...card, id: 'bench-usd', currency: 'USD' }));
    const both = ['bench', 'bench-usd', 'bench'].map((id, number) =>
      JSON.stringify({ ...benchPackage(card, number), card: id }),
    );
    const flags = ['--cards', 'cards', '--totals-only', '-o', 'both'];
    expect(bulk(['-', ...flags], { input: both.join('\n') }).status).toBe(0);
    const written = text('both')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { rateCard: string; currency: string; totals: { payable: string } });
    expect(written.map(({ rateCard, currency }) => [rateCard, currency])).toEqual([
      ['bench', 'CNY'],
      ['bench-usd', 'USD'],
      ['bench', 'CNY'],
    ]);
    const { sums, cards } = readManifest(text('both.manifest.json')) ?? {};
    expect(Object.keys(sums ?? {})).toEqual(['CNY', 'USD']);
    expect(sums?.USD?.payable).toBe(written[1]?.totals.payable);
    expect(cards?.map(({ id }) => id)).toEqual(['bench', 'bench-usd']);
  });

  test.each([
    ['--summary', 'ndjson'],
    ['--summary', 'csv'],
    ['--totals-only', 'csv'],
    ['--no-bom', 'csv'],
  ])('%s as %s is the same from shards', (flag, format) => {
    const make = (name: string, ...more: string[]) =>
      bulk(['requests.ndjson', ...usual, flag, '--format', format, '-o', name, '--force', ...more]);
    expect(make('rows').status).toBe(1);
    for (const shard of [0, 1, 2]) make(`rows-${shard}`, '--shard', `${shard}/3`);
    expect(bulk(['merge', 'rows-2', 'rows-0', 'rows-1', '-o', 'rows-merged', '--force']).status).toBe(1);
    expect(text('rows-merged')).toBe(text('rows'));
    const manifest = (name: string) => ({
      ...JSON.parse(text(`${name}.manifest.json`)),
      output: 0,
      digest: 0,
    });
    expect(manifest('rows-merged')).toEqual(manifest('rows'));
    if (flag === '--summary') {
      const { rollUps, sums } = manifest('rows') as {
        rollUps: Record<string, { payable: string }[]>;
        sums: { CNY: { payable: string } };
      };
      for (const groups of Object.values(rollUps)) {
        const cents = groups.reduce((sum, { payable }) => sum + BigInt(payable.replace('.', '')), 0n);
        expect(String(cents)).toBe(sums.CNY.payable.replace('.', ''));
      }
    }
  });
});

describe('a run that was killed', () => {
  /** Kills at a moment of its own until the run ends by itself. */
  async function killedOften(args: readonly string[], moments: readonly number[]): Promise<number> {
    for (const moment of [...moments, undefined]) {
      const child = spawn(process.execPath, [command, 'bulk', ...args, '--resume'], {
        cwd: folder,
        stdio: 'ignore',
        env: { PATH: process.env.PATH, LANG: 'C.UTF-8' },
      });
      const timer = moment === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), moment);
      const status = await new Promise<number | null>((resolve) => child.on('exit', resolve));
      clearTimeout(timer);
      if (status !== null) return status;
    }
    return -1;
  }

  test.each([
    ['ndjson', '1', [90, 150, 200, 260]],
    ['ndjson', '2', [120, 240]],
    ['csv', '1', [110, 180, 250]],
  ])(
    '%s, %s job(s): goes on to the same bytes',
    async (kind, jobs, moments) => {
      const [output, errors] = [`killed-${kind}-${jobs}`, `killed-${kind}-${jobs}.errors`];
      const status = await killedOften(
        [`requests.${kind}`, ...usual, '-o', output, '--errors', errors, '--jobs', jobs, '--lang', 'en'],
        moments,
      );
      expect(status).toBe(1);
      expect(sound(output, errors)).toEqual(sound(`whole.${kind}`, `whole.${kind}.errors`));
      expect({ ...readManifest(text(`${output}.manifest.json`)), output: 0, errors: 0, digest: 0 }).toEqual({
        ...readManifest(text(`whole.${kind}.manifest.json`)),
        output: 0,
        errors: 0,
        digest: 0,
      });
    },
    60_000,
  );

  test.each(['ndjson', 'csv'])(
    '%s: stopped after some refusals, at any place, goes on to the same bytes',
    (kind) => {
      for (const jobs of ['1', '2']) {
        const args = [`requests.${kind}`, ...usual, '-o', 'some', '--errors', 'some.errors', '--jobs', jobs];
        const first = bulk([...args, '--max-errors', '3', '--force']);
        expect(first).toMatchObject({
          status: 1,
          stderr: expect.stringContaining('Stopped after 3 refusals'),
        });
        expect(text('some.errors.part').trimEnd().split('\n')).toHaveLength(3);
        // What is torn, or was written behind the last checkpoint, is written again.
        appendFileSync(at('some.part'), '{"half a quo');
        appendFileSync(at('some.errors.part'), '{"li');
        expect(bulk([...args, '--resume']).status).toBe(1);
        expect(sound('some', 'some.errors')).toEqual(sound(`whole.${kind}`, `whole.${kind}.errors`));
        expect(bulk([...args, '--resume'])).toMatchObject({
          status: 1,
          stderr: expect.stringContaining('complete already'),
        });
      }
    },
    60_000,
  );

  test('between its last byte and its last name only gets its names', () => {
    const args = ['requests.ndjson', ...usual, '-o', 'named', '--errors', 'named.errors'];
    bulk([...args, '--force']);
    const manifest = JSON.parse(text('named.manifest.json')) as object;
    bulk([
      'requests.ndjson',
      ...usual,
      '-o',
      'half',
      '--errors',
      'half.errors',
      '--max-errors',
      '1',
      '--force',
    ]);
    const checkpoint = JSON.parse(text('half.manifest.json.part')) as object;
    writeFileSync(at('named.manifest.json.part'), JSON.stringify({ ...checkpoint, manifest }));
    copyFileSync(at('named'), at('named.part'));
    for (const name of ['named', 'named.manifest.json']) rmSync(at(name));
    expect(bulk([...args, '--resume'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('complete already'),
    });
    expect(sound('named', 'named.errors')).toEqual(sound('whole.ndjson', 'whole.ndjson.errors'));
    expect(readdirSync(folder).filter((name) => name.startsWith('named') && name.endsWith('.part'))).toEqual(
      [],
    );
    for (const name of ['half.part', 'half.errors.part', 'half.manifest.json.part']) rmSync(at(name));
  });

  test('does not go on with other requests, cards or flags, or with a part that was cut', () => {
    const make = (name: string) =>
      bulk(['changed.ndjson', ...usual, '-o', name, '--max-errors', '3', '--force']);
    const resumed = (name: string, ...more: string[]) =>
      bulk(['changed.ndjson', '-o', name, '--resume', ...(more.length > 0 ? more : usual)]);
    const differs = (what: string) => ({
      status: 2,
      stderr: expect.stringContaining(`not the same ${what}`),
    });
    writeFileSync(at('changed.ndjson'), text('requests.ndjson'));
    make('other');
    writeFileSync(at('card-2.json'), JSON.stringify({ ...card, version: '2' }));
    expect(resumed('other', '--card', 'card-2.json')).toMatchObject(differs('rate card'));
    expect(resumed('other', ...usual, '--summary')).toMatchObject(differs('content'));
    expect(resumed('other', ...usual, '--shard', '0/2')).toMatchObject(differs('shard'));
    truncateSync(at('other.part'), 5);
    expect(resumed('other')).toMatchObject({ status: 2, stderr: expect.stringMatching(/other\.part/) });
    rmSync(at('other.manifest.json.part'));
    make('other');
    expect(resumed('other').status).toBe(1);
    expect(text('other')).toBe(text('whole.ndjson'));
  }, 60_000);

  test('by requests that shrank or changed before the place it had come to, is told so', () => {
    // Marks are a megabyte apart, so the requests must be larger than one.
    const many = Array.from({ length: 900 }, () => rows[0]).join('\n');
    writeFileSync(at('big.ndjson'), `${many}\n{\n${rows[0]}\n`);
    const args = ['big.ndjson', ...usual, '--totals-only', '-o', 'big'];
    expect(bulk([...args, '--fail-fast'])).toMatchObject({ status: 1 });
    writeFileSync(at('big.ndjson'), `${many.replace('p-0', 'p-9')}\n{\n${rows[0]}\n`);
    expect(bulk([...args, '--resume'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('not the same requests'),
    });
    writeFileSync(at('big.ndjson'), `${many}\n{\n${rows[0]}\n`);
    expect(bulk([...args, '--resume'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Priced: 901, refused: 1'),
    });
  });

  test('is not gone on with when anything of it has changed, and nothing half is left', () => {
    const differs = (what: string) => ({
      status: 2,
      stderr: expect.stringContaining(`not the same ${what}`),
    });
    writeFileSync(at('edited.ndjson'), text('requests.ndjson'));
    const args = ['edited.ndjson', '--cards', 'some-cards', '-o', 'edited'];
    mkdirSync(at('some-cards'), { recursive: true });
    writeFileSync(at('some-cards/card.json'), JSON.stringify(card));
    bulk([...args, '--max-errors', '5']);
    expect(bulk([...args, '--resume', '--errors', 'edited.errors'])).toMatchObject(differs('--errors'));
    expect(existsSync(at('edited.errors.part'))).toBe(false);
    writeFileSync(at('edited.ndjson'), text('requests.ndjson').replace('客户', '客人'));
    expect(bulk([...args, '--resume'])).toMatchObject(differs('requests'));
    writeFileSync(at('edited.ndjson'), text('requests.ndjson'));
    writeFileSync(at('some-cards/card.json'), JSON.stringify({ ...card, version: '2' }));
    expect(bulk([...args, '--resume'])).toMatchObject(differs('rate cards'));
    writeFileSync(at('some-cards/card.json'), JSON.stringify(card));
    expect(bulk([...args, '--resume']).status).toBe(1);
    expect(text('edited')).toBe(text('whole.ndjson'));
  }, 60_000);

  test('is complete only with its own requests and its output', () => {
    writeFileSync(at('few.ndjson'), rows.slice(0, 5).join('\n'));
    const args = ['few.ndjson', ...usual, '--totals-only', '-o', 'few'];
    expect(bulk(args).status).toBe(0);
    expect(bulk([...args, '--resume'])).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('complete already'),
    });
    writeFileSync(at('few.ndjson'), rows.slice(0, 4).join('\n'));
    expect(bulk([...args, '--resume'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('not the same requests'),
    });
    writeFileSync(at('few.ndjson'), rows.slice(0, 5).join('\n'));
    rmSync(at('few'));
    expect(bulk([...args, '--resume'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--force'),
    });
  });

  test('by Ctrl-C while it waits for requests ends at once', async () => {
    const child = spawn(process.execPath, [command, 'bulk', '-', ...usual, '-o', 'waiting'], {
      cwd: folder,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    while (!existsSync(at('waiting.manifest.json.part'))) await new Promise((later) => setTimeout(later, 20));
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(130);
  });

  test('by Ctrl-C says how to go on, with status 130', async () => {
    writeFileSync(at('long.ndjson'), Array.from({ length: 4000 }, () => rows[0]).join('\n'));
    const child = spawn(
      process.execPath,
      [command, 'bulk', 'long.ndjson', ...usual, '-o', 'long', '--jobs', '1', '--lang', 'en'],
      { cwd: folder },
    );
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk);
    });
    while (!existsSync(at('long.part')) || readFileSync(at('long.part')).length === 0)
      await new Promise((later) => setTimeout(later, 20));
    child.kill('SIGINT');
    const status = await new Promise((resolve) => child.on('exit', resolve));
    expect({ status, stderr }).toMatchObject({
      status: 130,
      stderr: expect.stringContaining('go on from here with --resume'),
    });
    const lines = text('long.part').split('\n');
    expect(lines.at(-1)).toBe('');
    expect(lines.length).toBeLessThan(4000);
  });
});

describe('shards', () => {
  test.each([
    ['ndjson', 5],
    ['csv', 4],
    ['ndjson', 400],
  ])(
    '%s in %i parts, merged, are the whole',
    (kind, count) => {
      const few = count > 100;
      // Of very many shards only those near the begin are run, to see that empty ones are no fault.
      const asked = few ? [0, 1, 2] : Array.from({ length: count }, (_, shard) => shard);
      const parts = asked.map((shard) => {
        const name = `shard-${kind}-${count}-${shard}`;
        const { stderr, status } = bulk([
          `requests.${kind}`,
          ...usual,
          '--shard',
          `${shard}/${count}`,
          '-o',
          name,
          '--errors',
          `${name}.errors`,
        ]);
        expect([status, stderr.includes('Wrote')]).toEqual([status === 1 ? 1 : 0, true]);
        return name;
      });
      if (few) return;
      expect(
        bulk(['merge', ...parts.toReversed(), '-o', 'merged', '--errors', 'merged.errors', '--force']).status,
      ).toBe(1);
      expect(sound('merged', 'merged.errors')).toEqual(sound(`whole.${kind}`, `whole.${kind}.errors`));
      const {
        output: _o,
        errors: _e,
        digest: _d,
        ...one
      } = readManifest(text(`whole.${kind}.manifest.json`)) ?? {};
      expect(readManifest(text('merged.manifest.json'))).toMatchObject(one);
      expect(bulk(['merge', ...parts]).stdout).toBe(text(`whole.${kind}`));
    },
    120_000,
  );

  test.each([
    ['Kubernetes', { JOB_COMPLETION_INDEX: '1', KANLI_SHARDS: '2' }],
    [
      'Slurm, counted from 1',
      { SLURM_ARRAY_TASK_ID: '2', SLURM_ARRAY_TASK_MIN: '1', SLURM_ARRAY_TASK_COUNT: '2' },
    ],
    ['AWS Batch', { AWS_BATCH_JOB_ARRAY_INDEX: '1', AWS_BATCH_JOB_ARRAY_SIZE: '2' }],
  ])('are read from the environment of %s', (_what, env) => {
    const asked = bulk(['requests.ndjson', ...usual, '--totals-only', '--shard', '1/2']);
    expect(bulk(['requests.ndjson', ...usual, '--totals-only'], { env }).stdout).toBe(asked.stdout);
    expect(asked.stdout.split('\n').length).toBeGreaterThan(100);
  });

  test('bring their refusals along, wherever these lie, or say that they have none', () => {
    mkdirSync(at('out'), { recursive: true });
    mkdirSync(at('refused'), { recursive: true });
    for (const shard of [0, 1]) {
      const args = ['requests.ndjson', ...usual, '--totals-only', '--shard', `${shard}/2`];
      bulk([...args, '-o', `out/${shard}`, '--errors', `refused/${shard}`]);
      bulk([...args, '-o', `out/none-${shard}`]);
    }
    expect(bulk(['merge', 'out/0', 'out/1', '-o', 'brought', '--errors', 'brought.errors']).status).toBe(1);
    expect(text('brought.errors')).toBe(text('whole.ndjson.errors'));
    const told = bulk(['merge', 'out/0', 'out/1', '-o', 'told']).stderr;
    expect(
      told.split('\n').filter((line) => line.startsWith('requests.ndjson:')).length,
    ).toBeGreaterThanOrEqual(40);
    const none = bulk(['merge', 'out/none-0', 'out/none-1', '-o', 'none', '--errors', 'none.errors']);
    expect(none).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('out/none-0 was made without --errors'),
    });
  });

  test('that are missing, doubled, foreign, damaged or unfinished are refused by name', () => {
    const make = (name: string, requests: string, ...more: string[]) =>
      bulk([requests, ...usual, '-o', name, '--force', '--totals-only', ...more]);
    writeFileSync(at('less.ndjson'), rows.slice(0, 20).join('\n'));
    for (const shard of [0, 1]) make(`part-${shard}`, 'requests.ndjson', '--shard', `${shard}/2`);
    make('foreign', 'less.ndjson', '--shard', '1/2');
    make('third', 'requests.ndjson', '--shard', '1/3');
    make('chinese', 'requests.ndjson', '--shard', '1/2', '--lang', 'zh');
    copyFileSync(at('part-1'), at('copy'));
    copyFileSync(at('part-1.manifest.json'), at('copy.manifest.json'));
    make('open', 'requests.ndjson', '--shard', '1/2', '--fail-fast');
    const merged = (...parts: string[]) => {
      const { status, stderr } = bulk(['merge', ...parts, '-o', 'never']);
      expect([status, existsSync(at('never'))]).toEqual([1, false]);
      return stderr;
    };
    expect(merged('part-0')).toContain('shard 1/2 is missing');
    expect(merged('part-0', 'part-1', 'part-1')).toContain('part-1 and part-1 are the same shard');
    expect(merged('part-0', 'foreign')).toContain(
      'foreign and part-0 are not of one run: not the same requests',
    );
    expect(merged('part-0', 'third')).toContain(
      'third and part-0 are not of one run: not the same number of shards',
    );
    expect(merged('part-0', 'open')).toContain('open has no manifest');
    appendFileSync(at('part-1'), ' ');
    expect(merged('part-0', 'part-1')).toContain('part-1 is not what its manifest says');
    expect(merged('part-0', 'nothing-there')).toContain('nothing-there has no manifest');
    const forged = JSON.parse(text('part-0.manifest.json')) as { counts: { priced: number } };
    forged.counts.priced += 1;
    writeFileSync(at('part-0.manifest.json'), JSON.stringify(forged));
    expect(merged('part-0', 'part-1')).toContain('part-0 has no manifest');
  }, 60_000);
});

describe('wrong use ends with status 2 and says what to do', () => {
  test.each([
    ['an existing file', ['requests.ndjson', '-o', 'whole.ndjson'], {}, '--force'],
    ['errors without a file', ['requests.ndjson', '--errors', 'e'], {}, '-o FILE'],
    ['a resume without a file', ['requests.ndjson', '--resume'], {}, '-o FILE'],
    ['a shard of standard input', ['-', '--shard', '0/2', '-o', 'x'], {}, 'standard input'],
    ['a shard that does not exist', ['requests.ndjson', '--shard', '2/2', '-o', 'x'], {}, '"2/2"'],
    [
      'a task whose number of tasks is unknown',
      ['requests.ndjson'],
      { JOB_COMPLETION_INDEX: '1' },
      'KANLI_SHARDS',
    ],
    ['no jobs', ['requests.ndjson', '--jobs', '0'], {}, '--jobs'],
    ['half an error', ['requests.ndjson', '--max-errors', '1.5'], {}, '--max-errors'],
    [
      'the requests as output',
      ['requests.ndjson', '-o', 'requests.ndjson', '--force'],
      {},
      'requests.ndjson',
    ],
    ['output and errors in one', ['requests.ndjson', '-o', 'x', '--errors', './x'], {}, 'x'],
    ['requests with the name of a part', ['named.part', '-o', 'named'], {}, 'named.part'],
    [
      'errors with the name of the manifest',
      ['requests.ndjson', '-o', 'x', '--errors', 'x.manifest.json'],
      {},
      'x.manifest.json',
    ],
    ['errors with the name of a part', ['requests.ndjson', '-o', 'x', '--errors', 'x.part'], {}, 'x.part'],
    ['the card as output', ['requests.ndjson', '-o', 'card.json', '--force'], {}, 'card.json'],
    ['a merge into a part', ['merge', 'whole.ndjson', '-o', 'whole.ndjson', '--force'], {}, 'whole.ndjson'],
    [
      'a merge of output and errors into one file',
      ['merge', 'whole.ndjson', '-o', 'x', '--errors', 'x'],
      {},
      'x',
    ],
    ['two files', ['requests.ndjson', 'requests.csv'], {}, 'kanli bulk merge'],
    ['a merge of nothing', ['merge'], {}, 'parts'],
  ])('%s', (_what, args, env, told) => {
    const { status, stderr, stdout } = bulk([...args, ...usual], { env });
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining(told),
    });
    expect(text('requests.ndjson').length).toBeGreaterThan(1000);
  });

  test('an unfinished run is neither replaced nor gone on with unless that is asked for', () => {
    const args = ['requests.ndjson', ...usual, '-o', 'mine'];
    bulk([...args, '--fail-fast']);
    expect(bulk(args)).toMatchObject({ status: 2, stderr: expect.stringContaining('mine.part') });
  });
});

describe('faults', () => {
  test.each([
    ['requests that are not there', ['nothing.ndjson', ...usual], 1, 'nothing.ndjson'],
    ['a folder for requests', ['.', ...usual], 1, 'folder'],
    ['a card that is not there', ['requests.ndjson', '--card', 'nothing.yaml'], 1, 'nothing.yaml'],
    ['a folder that is not there', ['requests.ndjson', ...usual, '-o', 'nowhere/out'], 3, 'nowhere'],
    ['a full device', ['requests.ndjson', ...usual, '-o', '/dev/full'], 3, '/dev/full'],
  ])('%s', (_what, args, status, told) => {
    expect(bulk(args)).toMatchObject({ status, stderr: expect.stringContaining(told) });
  });

  test('a disk that is full leaves what was written, and the run goes on when there is room', () => {
    const shell = `ulimit -f 1500; trap '' XFSZ; '${process.execPath}' '${command}' bulk requests.ndjson --card card.json -o full --errors full.errors --lang en`;
    const { status, stderr } = spawnSync('bash', ['-c', shell], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
    expect({ status, stderr }).toEqual({ status: 3, stderr: expect.stringContaining('full.part') });
    expect(existsSync(at('full'))).toBe(false);
    expect(
      bulk(['requests.ndjson', ...usual, '-o', 'full', '--errors', 'full.errors', '--resume']).status,
    ).toBe(1);
    expect(sound('full', 'full.errors')).toEqual(sound('whole.ndjson', 'whole.ndjson.errors'));
  });

  test('names that come twice are priced, and told', () => {
    const { status, stderr, stdout } = bulk(['-', ...usual, '--totals-only'], {
      input: `${rows[0]}\n${rows[1]}\n${rows[0]}\n`,
    });
    expect({ status, lines: stdout.split('\n').length - 1 }).toEqual({ status: 0, lines: 3 });
    expect(stderr).toContain('1 packages had come before');
  });

  test('progress is silent where nobody watches', () => {
    const { stderr } = bulk(['requests.ndjson', ...usual, '-o', 'silent', '--errors', 'silent.errors']);
    expect(stderr).toBe('Priced: 320, refused: 40\nWrote silent\n');
  });
});
