import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Language, languages } from '../src/lang/text.js';
import { buildContract } from '../src/papers/contract.js';
import { paperFormats } from '../src/papers/formats/all.js';
import { buildSchedule } from '../src/papers/schedule.js';
import { sumOf, units, workedFigures, workedQuote } from './support/papers.js';

/**
 * Whole papers of the worked deal, for people to read. Digests stand as `{quote}` and `{card}`, and the contract without
 * the quote it carries: the other tests hold those.
 */
const folder = join(import.meta.dirname, 'cases/papers/inke-double11');
const quote = workedQuote();

function settled(text: string): string {
  return text
    .replaceAll(quote.digest, '{quote}')
    .replaceAll(quote.rateCard.digest, '{card}')
    .replaceAll(quote.digest.slice(7, 15), '{8 hex}');
}

const formats = {
  contractJson: await paperFormats.contract.json(),
  contractCsv: await paperFormats.contract.csv(),
  scheduleJson: await paperFormats.schedule.json(),
  scheduleCsv: await paperFormats.schedule.csv(),
  grid: await paperFormats.schedule.grid(),
  quoteCsv: await paperFormats.quote.csv(),
  quoteMarkdown: await paperFormats.quote.md(),
};

/** Every paper of the deal in one language, by the name of its file. */
function papersIn(language: Language): [string, string][] {
  const options = { language, bom: false };
  const contract = buildContract(quote, { language });
  const { quote: _carried, ...own } = contract;
  const schedule = buildSchedule(quote, { language });
  const written: [string, string][] = [
    [`contract.${language}.json`, formats.contractJson(own)],
    [`contract.${language}.csv`, formats.contractCsv(contract, options)],
    [`schedule.${language}.json`, formats.scheduleJson(schedule)],
    [`schedule.${language}.csv`, formats.scheduleCsv(schedule, options)],
    [`schedule-grid.${language}.csv`, formats.grid(schedule, options)],
    [`quote.${language}.csv`, formats.quoteCsv(quote, options)],
    [`quote.${language}.md`, formats.quoteMarkdown(quote, options)],
  ];
  return written.map(([name, text]) => [name, settled(text)]);
}

const golden = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('the papers of the worked deal', () => {
  const written = new Map(languages.flatMap(papersIn));

  test('are all there, and no other', () => {
    expect(readdirSync(folder).sort()).toEqual([...written.keys()].sort());
  });

  test.each([...written])('%s', (name, text) => {
    // A checkout may turn line ends into its own; CSV's are tested where they are made.
    expect(text.replaceAll('\r\n', '\n')).toBe(golden(name).replaceAll('\r\n', '\n'));
  });
});

describe.each(languages)('the golden contract (%s), added up another way', (language) => {
  const contract = JSON.parse(golden(`contract.${language}.json`));
  const { lines, byBrand, tax, totals, instalments, payable } = contract;

  test('has the lines and totals of the independent implementation', () => {
    const expected = workedFigures();
    for (const [at, line] of lines.entries()) {
      const { item, gross, amount, net, tax: own, payable: due } = expected.lines[at];
      expect(line).toMatchObject({ item, gross, amount, net, tax: own, payable: due });
    }
    expect(totals).toMatchObject(expected.totals);
  });

  test('has columns that add up to its totals', () => {
    for (const column of ['gross', 'amount', 'net', 'tax', 'payable'] as const) {
      expect(sumOf(lines, column)).toBe(units(totals[column]));
    }
    for (const column of ['gross', 'amount', 'payable'] as const) {
      expect(sumOf(byBrand, column)).toBe(units(totals[column]));
    }
    for (const column of ['amount', 'net', 'tax', 'payable'] as const) {
      expect(sumOf(tax, column)).toBe(units(totals[column]));
    }
    expect(sumOf(instalments, 'amount')).toBe(units(totals.payable));
    expect(payable.amount).toBe(totals.payable);
    expect(units(totals.net) + units(totals.tax)).toBe(units(totals.payable));
    expect(units(totals.list) + units(totals.surcharges)).toBe(units(totals.gross));
    expect(units(totals.gross) - units(totals.discounts) - units(totals.commission)).toBe(
      units(totals.amount),
    );
    expect(units(totals.media) + units(totals.passThrough)).toBe(units(totals.payable));
  });

  test('has the rows of its schedule', () => {
    const schedule = JSON.parse(golden(`schedule.${language}.json`));
    expect(sumOf(schedule.rows, 'gross')).toBe(units(totals.gross));
    expect(sumOf(schedule.rows, 'amount')).toBe(units(totals.amount));
    for (const line of lines) {
      const own = schedule.rows.filter((row: { line: number }) => row.line === line.line);
      expect([own.length, sumOf(own, 'gross'), sumOf(own, 'amount')]).toEqual([
        line.spots,
        units(line.gross),
        units(line.amount),
      ]);
    }
  });
});
