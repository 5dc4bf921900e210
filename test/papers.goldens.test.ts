import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Language, languages } from '../src/lang/text.js';
import type { PaperBooking } from '../src/papers/booking.js';
import { buildContract } from '../src/papers/contract.js';
import { paperFormats } from '../src/papers/formats/all.js';
import { buildSchedule } from '../src/papers/schedule.js';
import { sumOf, units, workedBooking, workedFigures, workedQuote } from './support/papers.js';

/**
 * Whole papers of the worked deal, for people to read: as a draft, and booked with line 3 cancelled. Digests stand as
 * `{quote}` and `{card}`, and the contract without the quote it carries: the other tests hold those.
 */
const folder = join(import.meta.dirname, 'cases/papers');
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

interface Papers {
  readonly name: string;
  readonly booking?: PaperBooking;
  /** By its place in the deal; the fee is what its two spots cost, in fen. */
  readonly cancelled?: { readonly at: number; readonly fee: bigint };
}

const sets: readonly Papers[] = [
  { name: 'inke-double11' },
  {
    name: 'inke-double11-cancelled',
    booking: workedBooking,
    cancelled: { at: 2, fee: 54372292n + 20022812n },
  },
];

/** Every paper of the deal in one language, by the name of its file; a booking's quote is that of the draft. */
function papersIn(language: Language, booking: PaperBooking | undefined): [string, string][] {
  const options = { language, bom: false };
  const contract = buildContract(quote, { language, booking });
  const { quote: _carried, ...own } = contract;
  const schedule = buildSchedule(quote, { language, booking });
  const ofQuote: [string, string][] = [
    [`quote.${language}.csv`, formats.quoteCsv(quote, options)],
    [`quote.${language}.md`, formats.quoteMarkdown(quote, options)],
  ];
  const written: [string, string][] = [
    [`contract.${language}.json`, formats.contractJson(own)],
    [`contract.${language}.csv`, formats.contractCsv(contract, options)],
    [`schedule.${language}.json`, formats.scheduleJson(schedule)],
    [`schedule.${language}.csv`, formats.scheduleCsv(schedule, options)],
    [`schedule-grid.${language}.csv`, formats.grid(schedule, options)],
    ...(booking === undefined ? ofQuote : []),
  ];
  return written.map(([name, text]) => [name, settled(text)]);
}

const golden = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8');

test('every folder of papers is of a deal that is made here', () => {
  expect(readdirSync(folder).sort()).toEqual(sets.map(({ name }) => name).sort());
});

describe.each(sets)('the papers of $name', ({ name, booking }) => {
  const written = new Map(languages.flatMap((language) => papersIn(language, booking)));

  test('are all there, and no other', () => {
    expect(readdirSync(join(folder, name)).sort()).toEqual([...written.keys()].sort());
  });

  test.each([...written])('%s', (file, text) => {
    // A checkout may turn line ends into its own; CSV's are tested where they are made.
    expect(text.replaceAll('\r\n', '\n')).toBe(golden(name, file).replaceAll('\r\n', '\n'));
  });
});

const both = sets.flatMap((set) => languages.map((language) => ({ ...set, language })));

describe.each(both)('the golden contract of $name ($language), added up another way', (set) => {
  const { name, language, cancelled } = set;
  const contract = JSON.parse(golden(name, `contract.${language}.json`));
  const { lines, byBrand, tax, totals, instalments, payable } = contract;
  const expected = workedFigures();
  const standing = expected.lines.filter((_line: object, at: number) => at !== cancelled?.at);

  test('has the lines and totals of the independent implementation', () => {
    expect(lines).toHaveLength(standing.length);
    for (const [at, line] of lines.entries()) {
      const { item, gross, amount, net, tax: own, payable: due } = standing[at];
      expect(line).toMatchObject({ item, gross, amount, net, tax: own, payable: due });
    }
    if (cancelled === undefined) expect(totals).toMatchObject(expected.totals);
    for (const column of ['list', 'gross', 'net', 'tax', 'payable'] as const) {
      expect(units(totals[column])).toBe(sumOf(standing, column));
    }
  });

  test('owes the fee of what is cancelled beside it', () => {
    const fee = contract.cancelled?.fee.amount;
    expect(fee === undefined ? undefined : units(fee)).toBe(cancelled?.fee);
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
    const schedule = JSON.parse(golden(name, `schedule.${language}.json`));
    const rows = schedule.rows.filter(({ status }: { status: string }) => status !== 'cancelled');
    expect(sumOf(rows, 'gross')).toBe(units(totals.gross));
    expect(sumOf(rows, 'amount')).toBe(units(totals.amount));
    for (const line of lines) {
      const own = rows.filter((row: { line: number }) => row.line === line.line);
      expect([own.length, sumOf(own, 'gross'), sumOf(own, 'amount')]).toEqual([
        line.spots,
        units(line.gross),
        units(line.amount),
      ]);
    }
  });
});
