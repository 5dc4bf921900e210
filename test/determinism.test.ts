import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { loadPackage, loadRateCard, priceQuote } from '../src/index.js';
import { deals } from './support/random-deals.js';
import { runKanli } from './support/run-kanli.js';
import { runs } from './support/runs.js';
import { scaled } from './support/scaled-deals.js';

const folder = join(import.meta.dirname, 'cases', 'inke-double11');
const deal = [join(folder, 'package.yaml'), '--card', join(folder, 'ratecard.yaml')];

/** Node told that it is always this instant, before any of our code runs. */
function clockAt(instant: string): Record<string, string> {
  const code = `const { Date: Real } = globalThis, at = Real.parse('${instant}');
    globalThis.Date = class Date extends Real {
      constructor(...given) { super(...(given.length === 0 ? [at] : given)); }
      static now() { return at; }
    };`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}

const surroundings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'in a Chinese locale': { LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
  'in a Turkish locale, whose i is not ours': { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  'in an Arabic locale, whose digits are not ours': { LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
  'in Los Angeles': { TZ: 'America/Los_Angeles' },
  'in Apia, a day ahead': { TZ: 'Pacific/Apia' },
  'with a clock in 1999': clockAt('1999-12-31T23:59:59Z'),
  'with a clock in 2040, far west': { ...clockAt('2040-02-29T12:00:00Z'), TZ: 'Pacific/Niue' },
};

const papers = [
  ['quote', ...deal, '--as-of', '2016-10-26', '--format', 'json'],
  ['quote', ...deal, '--as-of', '2016-10-26', '--format', 'csv'],
  ['schedule', ...deal, '--as-of', '2016-10-26', '--format', 'csv'],
];

describe('the same deal on another machine', () => {
  let here: ReturnType<typeof runKanli>[] = [];
  let elsewhere = '';

  beforeAll(() => {
    here = papers.map((paper) => runKanli(paper));
    elsewhere = mkdtempSync(join(tmpdir(), 'kanli-elsewhere-'));
  });

  afterAll(() => rmSync(elsewhere, { recursive: true }));

  test('is quoted at all', () => {
    for (const { status, stdout } of here) expect([status, stdout.length > 1000]).toEqual([0, true]);
  });

  test.each(Object.keys(surroundings))('gives the same bytes %s', (name) => {
    const there = papers.map((paper) => runKanli(paper, { env: surroundings[name] ?? {}, cwd: elsewhere }));
    expect(there.map(({ stdout }) => stdout)).toEqual(here.map(({ stdout }) => stdout));
  });

  test('the false clock is the one that kanli reads where no day is given', () => {
    const timeless = join(elsewhere, 'package.json');
    const pack = loadPackage(
      JSON.stringify({ ...JSON.parse(here[0]?.stdout ?? '{}').package, asOf: undefined }),
    );
    if (!pack.ok) throw new Error(JSON.stringify(pack.problems));
    writeFileSync(timeless, JSON.stringify(pack.value));
    const asked = ['quote', timeless, '--card', join(folder, 'ratecard.yaml'), '--format', 'json'];
    const late = runKanli(asked, { env: { ...clockAt('2016-10-25T16:00:00Z'), TZ: 'America/Los_Angeles' } });
    const early = runKanli(asked, { env: { ...clockAt('2016-10-25T15:59:59Z'), TZ: 'Pacific/Apia' } });
    expect([late, early].map(({ stdout }) => JSON.parse(stdout).asOf)).toEqual(['2016-10-26', '2016-10-25']);
  });
});

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The same document with the keys of every map in another order. */
function shuffled(value: Json, dice: Iterator<number>): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((part: Json) => shuffled(part, dice));
  const keyed = Object.entries(value).map(([key, part]) => ({ key, part, at: Number(dice.next().value) }));
  return Object.fromEntries(
    keyed.sort((a, b) => a.at - b.at).map(({ key, part }) => [key, shuffled(part, dice)]),
  );
}

/** Ways to write one document down. */
const writings: Readonly<Record<string, (document: Json) => string | Uint8Array>> = {
  'indented JSON': (document) => JSON.stringify(document, undefined, 4),
  YAML: (document) => stringify(document),
  'YAML with Windows line ends': (document) => stringify(document).replaceAll('\n', '\r\n'),
  'YAML behind a byte order mark': (document) => `\uFEFF${stringify(document)}`,
  'the bytes of YAML behind a byte order mark': (document) => Buffer.from(`\uFEFF${stringify(document)}`),
  'JSON with Windows line ends': (document) =>
    JSON.stringify(document, undefined, 2).replaceAll('\n', '\r\n'),
  'YAML in braces, with comments and keys of the writer’s own': (document) =>
    `# 注释\n${stringify({ ...(document as object), 'x-note': [1, { a: null }] }, { collectionStyle: 'flow' })}# end\n`,
};

function quoted(card: string | Uint8Array, pack: string | Uint8Array) {
  const [readCard, readPack] = [loadRateCard(card), loadPackage(pack)];
  if (!readCard.ok || !readPack.ok) throw new Error(JSON.stringify([readCard.problems, readPack.problems]));
  return { digest: readCard.value.digest, priced: priceQuote(readPack.value, readCard.value) };
}

describe('the same deal written in another way', () => {
  test.each(Object.keys(writings))('%s gives the same digests', (name) => {
    const write = writings[name] ?? JSON.stringify;
    fc.assert(
      fc.property(deals, ({ card, pack }) => {
        const [plainCard, plainPack] = [JSON.stringify(card), JSON.stringify(pack)];
        const other = quoted(write(JSON.parse(plainCard)), write(JSON.parse(plainPack)));
        expect(other).toEqual(quoted(plainCard, plainPack));
      }),
      { numRuns: Math.ceil(runs.numRuns / 5) },
    );
  });

  test('keys in another order give the same digests', () => {
    fc.assert(
      fc.property(deals, fc.infiniteStream(fc.nat()), ({ card, pack }, dice) => {
        const [plainCard, plainPack] = [JSON.stringify(card), JSON.stringify(pack)];
        const other = quoted(
          JSON.stringify(shuffled(JSON.parse(plainCard), dice)),
          JSON.stringify(shuffled(JSON.parse(plainPack), dice)),
        );
        expect(other).toEqual(quoted(plainCard, plainPack));
      }),
      { numRuns: Math.ceil(runs.numRuns / 2) },
    );
  });

  test('amounts in plain digits instead of 万, 亿 and commas give the same digests', () => {
    fc.assert(
      fc.property(deals, ({ card, pack }) => {
        const plain = scaled({ card, pack }, '1');
        expect(
          quoted(
            JSON.stringify(plain.card),
            JSON.stringify({ ...plain.pack, deal: pack.deal && plain.pack.deal }),
          ),
        ).toEqual(quoted(JSON.stringify(card), JSON.stringify(pack)));
      }),
      { numRuns: Math.ceil(runs.numRuns / 2) },
    );
  });
});
