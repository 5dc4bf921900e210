import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { type DocumentKind, documentKinds } from '../src/documents/words.js';
import {
  buildContract,
  buildSchedule,
  jsonSchema,
  loadPackage,
  loadRateCard,
  priceQuote,
} from '../src/index.js';

const root = join(import.meta.dirname, '..');
const cards = ['ratecards', 'test/cases/inke-double11'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name !== 'package.yaml' && name.endsWith('.yaml'))
    .map((name) => `${folder}/${name}`),
);
const deals = [
  { pack: 'test/cases/inke-double11/package.yaml', card: 'test/cases/inke-double11/ratecard.yaml' },
  { pack: 'examples/tmall-double11/package.yaml', card: 'ratecards/inke-double11.yaml' },
  { pack: 'examples/workspace/first.yaml', card: 'ratecards/inke-double11.yaml' },
];

const text = (file: string) => readFileSync(join(root, file), 'utf8');

let validators: Record<DocumentKind, ValidateFunction>;

beforeAll(() => {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  validators = Object.fromEntries(
    documentKinds.map((kind) => [kind, ajv.compile(jsonSchema(kind))]),
  ) as typeof validators;
});

function faults(kind: DocumentKind, document: unknown): unknown {
  return validators[kind](document) ? [] : validators[kind].errors;
}

function loaded<T>(outcome: { ok: true; value: T } | { ok: false; problems: unknown }): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

describe('the published JSON Schemas', () => {
  test.each(cards)('accept the card %s as written and in canonical form', (file) => {
    expect(faults('RateCard', parse(text(file)))).toEqual([]);
    expect(faults('RateCard', loaded(loadRateCard(text(file))).document)).toEqual([]);
  });

  test.each(deals)('accept every document made of $pack', ({ pack: file, card: cardFile }) => {
    const pack = loaded(loadPackage(text(file)));
    expect(faults('Package', parse(text(file)))).toEqual([]);
    expect(faults('Package', pack)).toEqual([]);
    const quote = loaded(priceQuote(pack, loaded(loadRateCard(text(cardFile)))));
    expect(faults('Quote', quote)).toEqual([]);
    for (const language of ['zh', 'en'] as const) {
      expect(faults('Contract', buildContract(quote, { language }))).toEqual([]);
      expect(faults('Schedule', buildSchedule(quote, { language }))).toEqual([]);
    }
  });

  test.each([
    ['an unknown key', { pirce: '1' }],
    ['a rate without its sign', { tax: '6' }],
    ['a number for a rate', { tax: 0.06 }],
    ['an unknown way of selling', { slots: { a: { title: 'a', per: 'week', price: 1 } } }],
    ['a price with an exponent', { slots: { a: { title: 'a', per: 'day', price: '1e5' } } }],
    ['a date that is none', { valid: '2016-11' }],
    ['a reversed list for a map', { slots: [] }],
  ])('refuse %s in a card', (_what, change) => {
    const card = { ...parse(text('test/cases/inke-double11/ratecard.yaml')), ...change };
    expect(faults('RateCard', card)).not.toEqual([]);
  });

  test('let keys of the writer pass', () => {
    const card = { ...parse(text('test/cases/inke-double11/ratecard.yaml')), 'x-owner': 'desk 3' };
    expect(faults('RateCard', card)).toEqual([]);
  });
});
