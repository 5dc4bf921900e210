import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadPackage, loadRateCard, priceQuote } from '../src/index.js';
import { core } from './support/core-figures.js';

const cases = join(import.meta.dirname, 'cases');

function card(file: string) {
  const loaded = loadRateCard(readFileSync(file), { file });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
}

function quote(text: string, file: string) {
  const loaded = loadPackage(text);
  return loaded.ok ? priceQuote(loaded.value, card(file)) : loaded;
}

const lines = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n');

describe('the worked deal', () => {
  test('inke-double11 comes to the expected figures, every one', () => {
    const folder = join(cases, 'inke-double11');
    const priced = quote(readFileSync(join(folder, 'package.yaml'), 'utf8'), join(folder, 'ratecard.yaml'));
    if (!priced.ok) throw new Error(JSON.stringify(priced.problems));
    const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
    expect(core(priced.value)).toEqual(expected);
  });
});

describe('random packages worked out by an independent implementation', () => {
  const folder = join(cases, 'random');
  const numbers = readdirSync(folder).flatMap((name) => /^card-(\d+)\.yaml$/.exec(name)?.[1] ?? []);
  test.each(numbers)('card %s: all packages agree to the last cent', (number) => {
    const packages = lines(join(folder, `packages-${number}.ndjson`));
    const expected = lines(join(folder, `expected-${number}.ndjson`)).map((line) => JSON.parse(line));
    expect(packages).toHaveLength(expected.length);
    for (const [at, text] of packages.entries()) {
      const priced = quote(text, join(folder, `card-${number}.yaml`));
      const { id, refused, ...figures } = expected[at];
      if (refused !== undefined) expect([id, priced.ok]).toEqual([id, false]);
      else {
        if (!priced.ok) throw new Error(`${id}: ${JSON.stringify(priced.problems)}`);
        const { approval, instalments, ...rest } = core(priced.value);
        const shown = {
          ...rest,
          ...('approval' in figures ? { approval } : {}),
          ...('instalments' in figures ? { instalments } : {}),
        };
        expect({ id, ...shown }).toEqual({ id, ...figures });
      }
    }
  });
});
