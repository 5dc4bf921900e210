import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csvRequests, readHeading } from '../src/bulk/requests/csv.js';
import { headingRow, skipping } from '../src/bulk/requests/heading.js';
import { blockBytes, countLines, lineBlocks } from '../src/bulk/requests/lines.js';
import { lineRequests } from '../src/bulk/requests/ndjson.js';
import { packageBlocks } from '../src/bulk/requests/packageBlocks.js';
import { cellStart, cellsOf, recordSpans } from '../src/bulk/requests/records.js';
import type { Request } from '../src/bulk/requests/request.js';
import type { Block } from '../src/bulk/setup.js';
import { shardOfTask } from '../src/bulk/shard.js';
import { loadPackage } from '../src/index.js';
import { inBulk, oneByOne } from './support/bulk.js';
import { runs } from './support/runs.js';

const cases = join(import.meta.dirname, 'cases');
const random = join(cases, 'random');
const cardText = readFileSync(join(cases, 'inke-double11/ratecard.yaml'), 'utf8');
const pack = {
  apiVersion: 'kanli/v1',
  kind: 'Package',
  id: 'p-1',
  card: 'inke-double11-2016',
  asOf: '2016-10-26',
  client: { name: '天猫', category: 'e-commerce' },
  lines: [{ item: 'splash', dates: ['2016-11-10'], impressions: 90_000_000, brand: '品牌甲' }],
};
const row = JSON.stringify(pack);

describe('bulk prices as quote does, byte for byte', () => {
  const numbers = readdirSync(random).flatMap((name) => /^card-(\d+)\.yaml$/.exec(name)?.[1] ?? []);

  test.each(numbers)('random card %s', (number) => {
    const card = readFileSync(join(random, `card-${number}.yaml`), 'utf8');
    const rows = readFileSync(join(random, `packages-${number}.ndjson`), 'utf8')
      .trimEnd()
      .split('\n');
    const { output, refused } = inBulk(card, rows);
    expect({ output, refused }).toEqual(oneByOne(card, rows));
    expect(output.split('\n').length - 1 + Object.keys(refused).length).toBe(rows.length);
  });

  test('one bad row never stops the rest, whatever is wrong with it', () => {
    const bad = [
      '{',
      '[]',
      '42',
      'null',
      '"text"',
      '{"kind":"Package"}',
      row.replace('"p-1"', '"p-1\\u0000"'),
      row.replace('"p-1"', '"p\0"'),
      row.replace('"lines"', '"line"'),
      row.replace('"id":"p-1"', '"id":"p-1","id":"p-2"'),
      row.replace('"note"', '"__proto__"').replace('"brand"', '"__proto__"'),
      row.replace('90000000', '1e6'),
      row.replace('90000000', '-1'),
      row.replace('"品牌甲"', '"\\ud800"'),
      row.replace('2016-11-10', '2016-02-30'),
      row.replace('inke-double11-2016', 'another-card'),
      row.replace('"splash"', '"splish"'),
      row.replace(/.$/, `,"x-deep":${'['.repeat(5000)}${']'.repeat(5000)}}`).replace('"card"', '"crad"'),
    ];
    const rows = bad.flatMap((one) => [one, row]);
    const found = inBulk(cardText, rows);
    expect(found.priced.tally).toMatchObject({
      packages: rows.length,
      priced: bad.length,
      refused: bad.length,
    });
    expect(found.output).toBe(inBulk(cardText, [row]).output.repeat(bad.length));
    expect(Object.keys(found.refused).map(Number)).toEqual(bad.map((_, at) => at * 2 + 1));
  });

  test('bytes that are no UTF-8 are told as such, by their line', () => {
    const wrong = Buffer.from([...Buffer.from('{"id":"'), 0xcc, 0xec, 0xc3, 0xa8, ...Buffer.from('"}')]);
    const bytes = Buffer.concat([Buffer.from(`${row}\n`), wrong, Buffer.from(`\n${row}\n`)]);
    const { tally, refusals } = inBulk(cardText, bytes).priced;
    expect(refusals).toMatchObject([
      { line: 2, diagnostics: [{ code: 'file-encoding', line: 2, values: { encoding: 'GB18030/GBK' } }] },
    ]);
    expect(tally.priced).toBe(2);
  });

  test('a blank line asks for nothing, even beside bytes that are no UTF-8', () => {
    const bytes = Buffer.concat([
      Buffer.from(`\n  \n${row}\n`),
      Buffer.from([0xcc, 0xec]),
      Buffer.from('\n\r\n'),
    ]);
    expect(inBulk(cardText, bytes).refused).toEqual({ 4: ['file-encoding'] });
  });

  test('a row too large to be read with care is read by the runtime, or refused as a whole', () => {
    const many = JSON.stringify({ ...pack, 'x-many': Array.from({ length: 100_000 }, () => 'a') });
    const rows = [many, many.replace('"a"', '"a":'), '{'.repeat(400_000), many.replace('"p-1"', '""')];
    expect(inBulk(cardText, rows).refused).toEqual({
      2: ['row-needs-care'],
      3: ['row-needs-care'],
      4: ['row-needs-care'],
    });
  });

  test('what is quoted from a row is short', () => {
    const { refusals } = inBulk(cardText, [
      JSON.stringify({ ...pack, ['k'.repeat(100_000)]: 1, id: '' }),
    ]).priced;
    expect(JSON.stringify(refusals).length).toBeLessThan(3000);
  });

  test('a byte order mark, CRLF, blank lines and a missing last line end are no faults', () => {
    const bytes = Buffer.from(`\uFEFF${row}\r\n\r\n   \n${row}`);
    const { tally, refusals } = inBulk(cardText, bytes).priced;
    expect({ ...tally, refusals }).toMatchObject({ packages: 2, priced: 2, refusals: [] });
  });

  test('a package with a thousand faults is told by its first hundred, and how many more there are', () => {
    const lines = Array.from({ length: 1000 }, () => ({ item: 'nothing', dates: '2016-11-10' }));
    const { refusals } = inBulk(cardText, [JSON.stringify({ ...pack, lines })]).priced;
    expect(refusals[0]?.diagnostics).toHaveLength(100);
    expect(refusals[0]?.more).toBe(900);
    expect(JSON.stringify(refusals)).not.toContain('excerpt');
  });

  test('work stops exactly behind the last refusal that is allowed', () => {
    const rows = [row, '{}', row, '{}', row, row];
    const { priced } = inBulk(cardText, rows, {}, { mostRefused: 2 });
    expect(priced.tally).toMatchObject({ packages: 4, priced: 2, refused: 2 });
    expect(priced.stoppedAt).toEqual({ offset: Buffer.byteLength(`${row}\n{}\n`) * 2, line: 5 });
  });
});

describe('JSON read by the runtime is what careful reading makes of it', () => {
  /** A blank before it sends a text the careful way. */
  const bothWays = (text: string) =>
    [text, ` ${text}`].map((one) => {
      const { ok, problems, ...rest } = loadPackage(one);
      return {
        ok,
        codes: problems.map(({ code, path }) => `${code} ${path}`),
        value: 'value' in rest ? rest.value : 0,
      };
    });

  const values = fc.oneof(
    fc.constantFrom(
      '120000',
      '1,200',
      '12万',
      '0.50',
      '15%',
      'true',
      '',
      'on-request',
      '２０',
      '天猫',
      '\u2028',
      '😀',
      '\\',
    ),
    fc.integer(),
    fc.double(),
    fc.constantFrom(0, 1.5, 1e21, 12_345_678_901_234_567n, true, false, null, [], {}),
  );

  test('for packages with anything in any place', () => {
    const keys = [
      'item',
      'dates',
      'fixed',
      'amount',
      'impressions',
      'quantity',
      'brand',
      'note',
      'discount',
      'x-own',
      'odd',
    ];
    const line = fc.dictionary(fc.constantFrom(...keys), values);
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('id', 'asOf', 'deal', 'x-y'), values),
        (lines, whole) => {
          const text = JSON.stringify(
            { ...pack, lines: [...lines, pack.lines[0]], ...whole },
            (_key, value: unknown) => (typeof value === 'bigint' ? `big${value}` : value),
          ).replace(/"big(\d+)"/g, '$1');
          const [quick, careful] = bothWays(text);
          expect(quick).toEqual(careful);
        },
      ),
      runs,
    );
  });

  test.each([
    ['a number of twenty digits', '"fixed":12345678901234567890'],
    ['an exponent', '"fixed":1e3'],
    ['zeros at the end', '"brand":1.50'],
    ['a key twice', '"brand":"a","brand":"b"'],
    ['a key twice, once escaped', '"brand":"a","br\\u0061nd":"b"'],
    ['a key that ends in a backslash', '"brand\\\\":"a"'],
    ['a forbidden key', '"__proto__":{"a":1}'],
    ['text that looks like a key', '"brand":"a\\":b"'],
    ['half a character', '"brand":"\\ud83d"'],
  ])('for %s', (_what, part) => {
    const [quick, careful] = bothWays(row.replace('"brand":"品牌甲"', part));
    expect(quick).toEqual(careful);
  });
});

/** A stream in pieces of any length. */
async function* pieces(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const cut of [...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]) {
    if (cut > at) yield bytes.subarray(at, cut);
    at = Math.max(at, cut);
  }
}

async function all(blocks: AsyncIterable<Block>): Promise<Block[]> {
  const found: Block[] = [];
  for await (const block of blocks) found.push(block);
  return found;
}

/** Blocks cover the stream without a gap, and each says where it stands. */
function expectCover(blocks: readonly Block[], bytes: Uint8Array, first = 0): void {
  let offset = first;
  for (const block of blocks) {
    expect(block.offset).toBe(offset);
    expect(block.line).toBe(countLines(bytes.subarray(0, offset)) + 1);
    if (block.tooLarge === undefined)
      expect(Buffer.compare(block.bytes, bytes.subarray(offset, offset + block.length))).toBe(0);
    offset += block.length;
  }
  expect(offset).toBe(bytes.length);
}

describe('requests are cut into blocks', () => {
  const cuts = fc.array(fc.nat(3_000_000), { maxLength: 12 });

  test('of whole lines, wherever the stream is torn', async () => {
    const lines = Array.from({ length: 9000 }, (_, at) => `${'天'.repeat(at % 37)}${at}`).join('\n');
    const bytes = Buffer.from(lines);
    await fc.assert(
      fc.asyncProperty(cuts, async (where) => {
        const blocks = await all(lineBlocks(pieces(bytes, where), { offset: 0, line: 1 }));
        expectCover(blocks, bytes);
        for (const block of blocks.slice(0, -1)) expect(block.bytes.at(-1)).toBe(0x0a);
      }),
      { numRuns: 10 },
    );
  });

  test('a line of many megabytes is passed over, and the next one is whole', async () => {
    const bytes = Buffer.from(`first\n${'x'.repeat(6_000_000)}\nlast\n`);
    const blocks = await all(
      lineBlocks(
        pieces(
          bytes,
          Array.from({ length: 24 }, (_, at) => at * 256_000),
        ),
        { offset: 0, line: 1 },
      ),
    );
    expectCover(blocks, bytes);
    expect(blocks.map(({ tooLarge }) => tooLarge)).toEqual([undefined, true, undefined]);
    expect(blocks[1]?.bytes.length).toBeLessThan(2000);
    expect(Buffer.from(blocks.at(-1)?.bytes ?? []).toString()).toBe('last\n');
  });

  test('a CSV into whole packages, with line ends and commas inside quotes', async () => {
    const rows = Array.from(
      { length: 6000 },
      (_, at) => `p-${Math.floor(at / 7)},"item, ""${at}""\nof the house",2016-11-10\n`,
    );
    const bytes = Buffer.from(rows.join(''));
    await fc.assert(
      fc.asyncProperty(cuts, async (where) => {
        const blocks = await all(packageBlocks(pieces(bytes, where), { offset: 0, line: 1 }, 0));
        expectCover(blocks, bytes);
        expect(blocks.length).toBeGreaterThan(1);
        const named = blocks.map((block) => {
          const names = recordSpans(block.bytes).map(
            ({ start, end }) => cellsOf(Buffer.from(block.bytes.subarray(start, end)).toString()).cells[0],
          );
          return new Set(names);
        });
        const packages = named.reduce((sum, names) => sum + names.size, 0);
        expect(packages).toBe(Math.ceil(6000 / 7));
      }),
      { numRuns: 5 },
    );
  });

  test('a CSV package of a million rows is passed over, and a quote that is never closed', async () => {
    const huge = 'huge,item,2016-11-10\n'.repeat(1_000_000);
    const bytes = Buffer.from(`a,item,2016-11-10\n${huge}b,item,2016-11-10\n`);
    const blocks = await all(
      packageBlocks(pieces(bytes, [70_000, 140_000, 9_000_000]), { offset: 0, line: 1 }, 0),
    );
    expectCover(blocks, bytes);
    expect(blocks.map(({ tooLarge, lines }) => [tooLarge, lines])).toEqual([
      [undefined, 1],
      [true, 1_000_000],
      [undefined, 1],
    ]);
    const open = Buffer.from(`a,"item,2016-11-10\n${huge}`);
    const broken = await all(packageBlocks(pieces(open, [1_000_000]), { offset: 0, line: 1 }, 0));
    expectCover(broken, open);
    expect(broken.some(({ tooLarge }) => tooLarge === true)).toBe(true);
  });

  /** What a run would make of a stream: each package's line, and whether it is told as too large. */
  async function asRequests(blocks: AsyncIterable<Block>, requests: (block: Block) => Iterable<Request>) {
    const found: unknown[] = [];
    for await (const block of blocks) {
      if (block.tooLarge === true) found.push([block.line, 'package-too-large']);
      else for (const { line, load } of requests(block)) found.push([line, load().problems[0]?.code]);
    }
    return found;
  }

  const tears = [
    [],
    [1],
    Array.from({ length: 40 }, (_, at) => at * 262_144),
    Array.from({ length: 150 }, (_, at) => at * 65_536 + 7),
  ];

  test('near the limit of size the same rows are refused, however the stream is torn', async () => {
    const limit = 4 * 1024 * 1024;
    const sized = (size: number) => `{"note":"${'天'.repeat(Math.floor((size - 11) / 3))}"}`;
    const lines = [row, sized(limit - 5), row, sized(limit + 5), row, sized(limit + 300_000), row].join('\n');
    const bytes = Buffer.from(lines);
    for (const where of tears) {
      const blocks = lineBlocks(pieces(bytes, where), { offset: 0, line: 1 });
      expect(await asRequests(blocks, (block) => lineRequests(block, 'r'))).toEqual([
        [1, undefined],
        [2, 'row-needs-care'],
        [3, undefined],
        [4, 'package-too-large'],
        [5, undefined],
        [6, 'package-too-large'],
        [7, undefined],
      ]);
    }
  });

  test('empty rows of a CSV part no package, and stray quotes swallow nothing', async () => {
    const columns = ['package', 'item', 'dates', 'note'];
    const rows = Array.from(
      { length: 12_000 },
      (_, at) => `p-${Math.floor(at / 3)},item,2016-11-10,12" LED\n${at % 2 === 0 ? ',,,\n' : '\r\n'}`,
    );
    const bytes = Buffer.from(rows.join(''));
    const expected = Array.from({ length: 4000 }, (_, at) => at * 6 + 1);
    for (const where of tears) {
      const blocks = packageBlocks(pieces(bytes, where), { offset: 0, line: 1 }, 0);
      const found = await asRequests(blocks, (block) => csvRequests(block, 'r', columns, undefined));
      expect(found.map((one) => (one as [number])[0])).toEqual(expected);
    }
  });

  test('behind a quote that is never closed the rows are read again from one and the same place', async () => {
    const columns = ['package', 'item', 'dates'];
    const rows = Array.from({ length: 300_000 }, (_, at) => `package-${at},item,2016-11-10\n`);
    const bytes = Buffer.from(`good,item,2016-11-10\nbad,"item,2016-11-10\n${rows.join('')}`);
    const ways: unknown[] = [];
    for (const where of tears) {
      const blocks = packageBlocks(pieces(bytes, where), { offset: 0, line: 1 }, 0);
      const lines: unknown[] = [];
      for await (const block of blocks) {
        if (block.tooLarge === true) lines.push(['too large', block.line, block.lines]);
        else
          for (const { line, name } of csvRequests(block, 'r', columns, undefined))
            lines.push([line, name()]);
      }
      ways.push(lines.slice(0, 3), lines.length, lines.at(-1));
    }
    expect(ways.slice(3)).toEqual([...ways.slice(0, 3), ...ways.slice(0, 3), ...ways.slice(0, 3)]);
    expect(ways[0]).toEqual([
      [1, 'good'],
      ['too large', 2, expect.any(Number)],
      [expect.any(Number), expect.stringMatching(/^package-\d+$/)],
    ]);
  });

  test('blocks are small: little is lost by a kill', () => {
    expect(blockBytes).toBeLessThanOrEqual(256 * 1024);
  });
});

describe('the heading of a CSV', () => {
  const read = (text: string | Uint8Array) => {
    const heading = readHeading(typeof text === 'string' ? Buffer.from(text) : text);
    return heading.ok
      ? heading.value
      : heading.problems.map(({ code, values }) => [code, ...Object.values(values)]);
  };

  test('names the columns, with or without the mark of a spreadsheet', () => {
    expect(read('\uFEFFpackage,item,dates,deal.discount\r\n')).toEqual([
      'package',
      'item',
      'dates',
      'deal.discount',
    ]);
    expect(read(' package , item,"dates"\n')).toEqual(['package', 'item', 'dates']);
  });

  test.each([
    ['other separators', 'package;item;dates\n', [['csv-separator', 'package;item;dates']]],
    ['an unknown column', 'package,item,date,dates\n', [['csv-unknown-column', 'date', ['dates']]]],
    ['a column twice', 'package,item,dates,item\n', [['csv-column-twice', 'item']]],
    ['a missing column', 'package,dates\n', [['csv-missing-column', 'item']]],
    ['UTF-16', Buffer.from('\uFEFFpackage,item\n', 'utf16le'), [['file-encoding', 'UTF-16']]],
    [
      'GB18030',
      Buffer.from([0xb7, 0xbd, 0xb0, 0xb8, 0x2c, 0xd7, 0xca, 0xd4, 0xb4]),
      [['file-encoding', 'GB18030/GBK']],
    ],
    ['nothing', '', [['file-empty']]],
  ])('that is wrong: %s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('is taken off the stream, however it is torn', async () => {
    const bytes = Buffer.from('package,"it\nem",dates\nrest of it');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(40), { maxLength: 5 }), fc.nat(12), async (where, skip) => {
        const { row: first, rest } = await headingRow(pieces(bytes, where));
        expect(Buffer.from(first).toString()).toBe('package,"it\nem",dates\n');
        let text = '';
        for await (const chunk of skipping(rest, skip)) text += Buffer.from(chunk).toString();
        expect(text).toBe('rest of it'.slice(skip));
      }),
      runs,
    );
  });
});

describe('rows of a CSV', () => {
  const columns = [
    'package',
    'card',
    'asOf',
    'client.name',
    'client.category',
    'item',
    'dates',
    'impressions',
    'brand',
    'bonus',
    'deal.off',
  ];
  const setup = { requests: { format: 'csv', name: 'requests.csv', columns } } as const;
  const good = 'p-1,inke-double11-2016,2016-10-26,天猫,e-commerce,splash,2016-11-10,90000000,品牌甲,,';

  test('are the package they describe', () => {
    const { output, priced } = inBulk(cardText, [good], setup);
    expect(priced.refusals).toEqual([]);
    expect(output).toBe(inBulk(cardText, [row]).output);
  });

  test('that name one package are one; a value of the whole stands in the first', () => {
    const rows = [
      good,
      'p-1,,,,,splash,2016-11-08|2016-11-11/2016-11-12,5,,TRUE,',
      'p-2,,2016-10-26,天猫,,splash,2016-11-10,90000000,,false,',
    ];
    const { output, priced } = inBulk(cardText, rows, setup);
    expect(priced.refusals).toEqual([]);
    const quotes = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; lines: { closed?: string; spots: unknown[] }[] });
    expect(
      quotes.map(({ id, lines }) => [id, lines.map(({ closed, spots }) => [closed, spots.length])]),
    ).toEqual([
      [
        'p-1',
        [
          [undefined, 1],
          ['bonus', 3],
        ],
      ],
      ['p-2', [[undefined, 1]]],
    ]);
  });

  test.each([
    ['too few cells', ['p-1,inke-double11-2016'], 'csv-columns', 1, 1],
    ['quotes that do not match', [good.replace('天猫', '"天"猫')], 'csv-quotes', 1, 1],
    ['two values of one thing', [good, good.replace('天猫', '京东')], 'csv-two-values', 2, 35],
    ['a bad date', [good, good.replace('2016-11-10', '2016-02-30')], 'bad-date', 2, 56],
    ['a bonus in words', [good.replace('品牌甲,', '品牌甲,送')], 'wrong-type', 1, 80],
    ['an amount finer than a cent', [`${good}1.005`], 'finer-than-minor', 1, 81],
    [
      'an unknown item, below a row of two lines',
      [good.replace('品牌甲', '"品牌\n甲"'), good.replace('splash', 'splish')],
      'unknown-item',
      3,
      49,
    ],
  ])('with %s are refused at their place', (_what, rows, code, line, column) => {
    const { priced } = inBulk(cardText, rows, setup);
    expect(
      priced.refusals.map(({ diagnostics: [first] }) => [first?.code, first?.line, first?.column]),
    ).toEqual([[code, line, column]]);
  });

  test('a cell is found by its commas, those inside quotes aside', () => {
    const text = 'a,"b, ""c"", d",e\n';
    expect([0, 1, 2].map((cell) => text.slice(cellStart(text, cell))[0])).toEqual(['a', '"', 'e']);
  });
});

describe('the task of a scheduler', () => {
  const slurm = (id: number, more: object) => ({ SLURM_ARRAY_TASK_ID: String(id), ...more });
  test.each([
    ['none', {}, undefined],
    ['an empty number', { JOB_COMPLETION_INDEX: '' }, undefined],
    ['Kubernetes', { JOB_COMPLETION_INDEX: '3', KANLI_SHARDS: '8' }, { index: 3, count: 8 }],
    ['Kubernetes, which does not say how many', { JOB_COMPLETION_INDEX: '3' }, 'unclear'],
    ['a task beyond the number', { JOB_COMPLETION_INDEX: '8', KANLI_SHARDS: '8' }, 'unclear'],
    [
      'AWS Batch',
      { AWS_BATCH_JOB_ARRAY_INDEX: '1', AWS_BATCH_JOB_ARRAY_SIZE: '4', KANLI_SHARDS: '' },
      { index: 1, count: 4 },
    ],
    [
      'Slurm from 0',
      slurm(2, { SLURM_ARRAY_TASK_COUNT: '4', SLURM_ARRAY_TASK_MIN: '0', SLURM_ARRAY_TASK_MAX: '3' }),
      { index: 2, count: 4 },
    ],
    [
      'Slurm from 5',
      slurm(6, { SLURM_ARRAY_TASK_COUNT: '4', SLURM_ARRAY_TASK_MIN: '5' }),
      { index: 1, count: 4 },
    ],
    [
      'Slurm in steps',
      slurm(4, {
        SLURM_ARRAY_TASK_COUNT: '3',
        SLURM_ARRAY_TASK_MIN: '0',
        SLURM_ARRAY_TASK_MAX: '4',
        SLURM_ARRAY_TASK_STEP: '2',
      }),
      { index: 2, count: 3 },
    ],
    [
      'Slurm with gaps',
      slurm(3, { SLURM_ARRAY_TASK_COUNT: '3', SLURM_ARRAY_TASK_MIN: '0', SLURM_ARRAY_TASK_MAX: '5' }),
      'unclear',
    ],
    [
      'one Slurm task again',
      slurm(3, { SLURM_ARRAY_TASK_COUNT: '1', SLURM_ARRAY_TASK_MIN: '3', KANLI_SHARDS: '8' }),
      { index: 3, count: 8 },
    ],
  ])('is read from %s', (_what, env, expected) => {
    expect(shardOfTask(env as Record<string, string>)).toEqual(expected);
  });
});
