import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { jsonSchema } from '../src/documents/jsonSchema.js';
import { packageSchema } from '../src/documents/package.js';
import { rateCardSchema } from '../src/documents/ratecard.js';
import { readDocument } from '../src/documents/read.js';
import { bookingStateWords } from '../src/lang/ledger.js';
import * as trade from '../src/lang/trade.js';
import { readSource } from '../src/source/source.js';
import { asTold, outcomeOf, readPage, retold, wrongSums } from './support/doc-examples.js';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe.each(['docs/pricing.md', 'docs/cards.md'])('%s', (file) => {
  const page = readPage(read(file));

  test('has an example in every section', () => {
    expect(page.faults).toEqual([]);
    expect(page.examples.length).toBeGreaterThan(15);
  });

  test.each(page.examples)('$name comes out as written', (example) => {
    expect(retold(example.claims, outcomeOf(example, page.base))).toEqual(asTold(example.claims));
  });

  test.each(page.examples)('$name adds up', ({ sums }) => {
    expect(sums.flatMap(wrongSums)).toEqual([]);
  });
});

describe('an example can fail', () => {
  const head = read('docs/pricing.md').split('\n## ')[0]!;
  const section = (text: string) => `${head}\n## A rule\n\n${text}\n`;
  const lines = '```yaml lines\n- { item: banner, dates: 2016-11-08 }\n```\n';
  const difference = (claim: string) => {
    const page = readPage(section(`${lines}\`\`\`text\n${claim}\n\`\`\``));
    const [example] = page.examples;
    return [retold(example!.claims, outcomeOf(example!, page.base)), asTold(example!.claims)];
  };

  test.each([
    ['a wrong figure', 'line 1: list 1000.01', 'line 1: list 1000.00'],
    ['a figure that does not exist', 'line 1: lst 1000.00', 'line 1: lst does not exist'],
    ['a line that does not exist', 'line 2: list 1000.00', 'line 2: not priced'],
    ['a subject that does not exist', 'lines: list 1000.00', 'lines: no such claim'],
    ['a step too many', 'line 1 steps: line -1.00', 'line 1 steps: none'],
  ])('by %s', (_what, claim, truth) => {
    expect(difference(claim)).toEqual([[truth], [claim]]);
  });

  test('by a refusal that it does not name', () => {
    const page = readPage(
      section(
        '```yaml package\ndeal: { off: 1001 }\n```\n'.concat(lines, '```text\ntotals: list 1000.00\n```'),
      ),
    );
    const [example] = page.examples;
    expect(retold(example!.claims, outcomeOf(example!, page.base))).toEqual([
      'totals: list 1000.00',
      'refused: off-too-large',
    ]);
  });

  test.each([
    '  1.00 + 1.00 = 2.01',
    '  first 1 + 1 = 2, then 2 × 3 = 7',
    '  0.125 → 0.12',
    '  0.129 ↓ 0.13',
    '  2 < 2',
    '  ⌈40 ÷ 30⌉ = 1',
    '  1,000.00 × 12.5% = 124.99 = 124.99',
  ])('by the sum%s', (sum) => {
    expect(wrongSums(sum)).toHaveLength(1);
  });

  test.each([
    ['a section without an example', 'Only words.', '"A rule" has no example'],
    ['an example that claims nothing', '```text\n  1 + 1 = 2\n```', 'A rule (1) claims nothing'],
    ['an example without an end', lines, '"A rule" ends without a text fence'],
    [
      'a fence of no known kind',
      '```yaml line\n```\n```text\nline 1: list 1\n```',
      'A rule (1): a fence "yaml line"',
    ],
  ])('by %s', (_what, text, fault) => {
    expect(readPage(section(text)).faults).toContain(fault);
  });
});

/** Rows of a page's tables, cells without their backticks, by the first cell of the table's head. */
function tables(markdown: string): Map<string, string[][]> {
  const found = new Map<string, string[][]>();
  let rows: string[][] | undefined;
  for (const line of markdown.split('\n')) {
    const cells = line.startsWith('|') ? line.slice(1, -1).split('|') : undefined;
    const [first = '', ...rest] = (cells ?? []).map((cell) => cell.trim().replace(/^`([^`]*)`$/, '$1'));
    if (cells === undefined) rows = undefined;
    else if (rows === undefined) {
      rows = found.get(first) ?? [];
      found.set(first, rows);
    } else if (!first.startsWith('---')) rows.push([first, ...rest]);
  }
  return found;
}

type Schema = Readonly<Record<'properties' | 'additionalProperties' | 'items' | 'required', never>>;

/** The fields of every map of a schema, by its path, with whether each must be there. */
function fieldsOf(schema: Partial<Schema>, path: string): Map<string, Record<string, boolean>> {
  const { properties, additionalProperties, items, required = [] } = schema;
  const inner: Partial<Schema> | undefined = additionalProperties || items;
  if (properties === undefined) return inner === undefined ? new Map() : fieldsOf(inner, `${path}/*`);
  const fields = Object.entries<Partial<Schema>>(properties);
  const own = Object.fromEntries(fields.map(([name]) => [name, (required as string[]).includes(name)]));
  return new Map([
    [path, own],
    ...fields.flatMap(([name, field]) => [...fieldsOf(field, `${path}/${name}`)]),
  ]);
}

/** Maps that have the same fields share a table. */
const shared = [
  [/^(RateCard)\/(celebrities|placements)\//, '$1/slots/'],
  [/^(RateCard\/policies)\/(viewerBenefitShare|bonusRatio|trueDiscount)$/, '$1/hardAdShare'],
  [/^(RateCard)\/discounts(\/\*\/when)$/, '$1/surcharges$2'],
  [/^Package(\/terms)/, 'RateCard$1'],
] as const;

describe('the tables of docs/cards.md', () => {
  const written = new Map(
    [...tables(read('docs/cards.md'))].filter(([head]) => /^(RateCard|Package)\b/.test(head)),
  );
  const maps = (['RateCard', 'Package'] as const).flatMap((kind) => [...fieldsOf(jsonSchema(kind), kind)]);
  const tableOf = (path: string) => shared.reduce((known, [same, table]) => known.replace(same, table), path);

  test.each(maps)('have every field of %s, and say which must be there', (path, fields) => {
    const rows = (written.get(tableOf(path)) ?? []).map(([name, , usual]) => [name, usual === 'required']);
    expect(Object.fromEntries(rows)).toEqual(fields);
  });

  test('have no map that is not there', () => {
    expect(new Set(written.keys())).toEqual(new Set(maps.map(([path]) => tableOf(path))));
  });

  const examples = [...written].flatMap(([path, rows]) =>
    rows.map(([name = '', , , example = '']) => ({ field: `${path}/${name}`, example })),
  );

  test.each(examples)('$field may be $example', ({ field, example }) => {
    const [kind, ...steps] = field.split('/');
    const { source } = readSource(example, '-');
    if (!source.ok) throw new Error(`not readable: ${example}`);
    const filled = steps.reduceRight<unknown>((value, step, at) => {
      if (step !== '*') return { [step]: value };
      return ['slots', 'celebrities', 'placements'].includes(steps[at - 1] ?? '')
        ? { sample: value }
        : [value];
    }, source.value.value);
    const { problems } = readDocument(kind === 'Package' ? packageSchema : rateCardSchema, filled);
    expect(problems.filter(({ code }) => code !== 'missing-key')).toEqual([]);
  });
});

const pages = ['CONTRIBUTING.md', 'CHANGELOG.md'].concat(
  ['pricing', 'cards', 'architecture', 'dependencies', 'glossary'].map((name) => `docs/${name}.md`),
);

describe.each(pages)('%s', (page) => {
  const text = read(page);

  test('names only files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) =>
      join(dirname(page), match[1]!),
    );
    const paths = [...text.matchAll(/`((?:src|bin|test|scripts|docs)\/[^\s`*]*|\.ci\/\w+)`/g)].map(
      (match) => match[1]!,
    );
    expect([...links, ...paths].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('names only scripts that are there', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = [...text.matchAll(/npm run ([\w-]+)/g)].map((match) => match[1]!);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test('docs/architecture.md has every room', () => {
  const rooms = readdirSync(join(root, 'src')).map((name) =>
    name.includes('.') ? `src/${name}` : `src/${name}/`,
  );
  const rows = tables(read('docs/architecture.md')).get('room') ?? [];
  expect(new Set(rows.map(([room]) => room))).toEqual(new Set([...rooms, 'bin/']));
});

test('docs/dependencies.md has every package, and none that is not used', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  const rows = tables(read('docs/dependencies.md')).get('package') ?? [];
  const named = rows.flatMap(([names = '']) => names.replaceAll('`', '').split(', '));
  expect(new Set(named)).toEqual(new Set(Object.keys({ ...dependencies, ...devDependencies })));
});

describe('docs/glossary.md', () => {
  const lists: Readonly<Record<string, trade.Words>> = {
    section: trade.sectionWords,
    per: trade.perWords,
    nature: trade.natureWords,
    format: trade.formatWords,
    option: trade.optionWords,
    prices: trade.taxBasisWords,
    closed: trade.closingWords,
    rule: trade.ruleWords,
    total: trade.totalWords,
    figure: trade.figureWords,
    due: trade.dueEventWords,
    state: bookingStateWords,
  };
  const rows = (tables(read('docs/glossary.md')).get('Chinese') ?? []).map(([zh = '', en = '', key = '']) => {
    const [list = '', name = ''] = key.split(': ');
    return { zh, en: en.toLowerCase(), key, word: lists[list]?.[name] };
  });

  test('has the words that kanli shows', () => {
    const shown = rows.filter(({ word }) => word !== undefined);
    expect(shown.length).toBeGreaterThan(40);
    expect(shown.map(({ key, zh, en }) => ({ key, zh, en }))).toEqual(
      shown.map(({ key, word }) => ({ key, zh: word!.zh, en: word!.en.toLowerCase() })),
    );
  });

  test('has no key that no list has', () => {
    const lost = rows.filter(({ key, word }) => word === undefined && (key.split(': ')[0] ?? '') in lists);
    expect(lost).toEqual([]);
  });
});
