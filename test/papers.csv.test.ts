import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import Papa from 'papaparse';
import type { Contract } from '../src/documents/contract.js';
import { contractWords, partWords } from '../src/lang/papers.js';
import { languages } from '../src/lang/text.js';
import { buildContract } from '../src/papers/contract.js';
import { paperFormats } from '../src/papers/formats/all.js';
import { contractCsv } from '../src/papers/formats/contractCsv.js';
import { formatCsv } from '../src/papers/formats/csv.js';
import { quoteCsv } from '../src/papers/formats/quoteCsv.js';
import { scheduleCsv } from '../src/papers/formats/scheduleCsv.js';
import { gridCsv } from '../src/papers/formats/scheduleGrid.js';
import { buildSchedule } from '../src/papers/schedule.js';
import { quoteOf, smallCard, smallPackage, workedQuote } from './support/papers.js';

const worked = workedQuote();

/** A table as another library reads it. */
function readBack(csv: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(csv.replace(/\r\n$/, ''), {
    delimiter: ',',
    newline: '\r\n',
  });
  expect(errors).toEqual([]);
  return data;
}

const cell = (text: string | number) =>
  readBack(formatCsv({ columns: ['a', 'b'], rows: [[text, 'x']] }))[1]?.[0];

describe('CSV', () => {
  test('has commas, CRLF and quotes where they must be', () => {
    const table = {
      columns: ['品牌', 'a,b'],
      rows: [
        ['say "hi"', 2],
        ['one\ntwo', 'cr\rlf'],
        ['', ' x '],
      ],
    };
    expect(formatCsv(table, { bom: false })).toBe(
      '品牌,"a,b"\r\n"say ""hi""",2\r\n"one\ntwo","cr\rlf"\r\n, x \r\n',
    );
  });

  test('begins with the mark by which Excel knows UTF-8, unless told not to', () => {
    const table = { columns: ['a'], rows: [] };
    expect(formatCsv(table)).toBe('\uFEFFa\r\n');
    expect(formatCsv(table, { bom: true })).toBe('\uFEFFa\r\n');
    expect(formatCsv(table, { bom: false })).toBe('a\r\n');
  });

  test.each([
    '=1+1',
    '=cmd|"/c calc"!A1',
    '+8613800000000',
    '-2+3',
    '-',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\tplain',
    ' =1',
    '\u00a0=1',
    '\u200b=1',
    '\ufeff=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '-1,234.50',
    '-1e5',
    '-12.5%',
    '--1',
  ])('%j is defused', (text) => {
    expect(cell(text)).toBe(`'${text}`);
  });

  test.each([
    '-1234.50',
    '-5',
    '1234.50',
    '12.5%',
    '0',
    '',
    'a=b',
    '品牌-甲',
    "'=1",
    '2016-11-11',
    '20:00-22:00',
    '¥1.00',
  ])('%j stands as it is', (text) => {
    expect(cell(text)).toBe(text);
  });

  test('a heading is defused as well', () => {
    expect(formatCsv({ columns: ['=1'], rows: [] }, { bom: false })).toBe("'=1\r\n");
  });

  test('a count below zero stays a number', () => {
    expect(cell(-7)).toBe('-7');
  });
});

test('no name from outside becomes a formula in any paper', () => {
  const evil = '=HYPERLINK("http://x","y")';
  const card = smallCard().replaceAll('横幅', `'${evil}'`);
  const pack = smallPackage([`item: banner, dates: 2017-03-05, brand: '${evil}', category: '${evil}'`]);
  const quote = quoteOf(card, pack.replace('示例客户', `'${evil}'`));
  const seller = { name: evil, address: '@x', bank: '+1', account: '-1-1' };
  const language = 'zh';
  const contract = buildContract(quote, { language, seller });
  const schedule = buildSchedule(quote, { language });
  const written = [
    contractCsv(contract),
    scheduleCsv(schedule),
    gridCsv(schedule),
    quoteCsv(quote, { language }),
  ];
  for (const csv of written) {
    const cells = readBack(csv).flat();
    expect(cells.some((text) => text.includes('HYPERLINK'))).toBe(true);
    expect(cells.filter((text) => /^[=+\-@]/.test(text))).toEqual([]);
  }
});

describe.each(languages)('the contract as CSV (%s)', (language) => {
  const contract = buildContract(worked, { language, seller: { name: '示例平台' }, signing: '2016-10-28' });
  const [headings = [], ...rows] = readBack(contractCsv(contract));
  const part = (name: keyof typeof partWords) => rows.filter(([own]) => own === partWords[name][language]);
  const decimal = (percent: string | undefined) => {
    const [whole = '', fraction = ''] = (percent ?? '').replace('%', '').split('.');
    const digits = `${whole.padStart(3, '0')}${fraction}`;
    return `${digits.slice(0, -2 - fraction.length)}.${digits.slice(-2 - fraction.length)}`
      .replace(/^0+(?=\d)/, '')
      .replace(/\.?0+$/, '');
  };

  test('has a heading for every column, each once', () => {
    expect(new Set(headings).size).toBe(16);
    expect(headings).not.toContain('');
    for (const row of rows) expect(row).toHaveLength(16);
  });

  test('carries every line', () => {
    const told = (line: Contract['lines'][number]) => [
      String(line.line),
      line.title,
      line.brand ?? '',
      line.formatText ?? '',
      line.airing,
      String(line.spots),
      String(line.quantity),
      line.gross,
      line.amount,
      line.taxRate,
      line.net,
      line.tax,
      line.payable,
    ];
    const lines = part('lines').map((row) => [...row.slice(1, 10), decimal(row[10]), ...row.slice(11, 14)]);
    expect(lines).toEqual(contract.lines.map(told));
  });

  test('carries the roll-up by brand and the tax by rate', () => {
    expect(part('byBrand').map((row) => [row[3], row[6], row[8], row[9], row[13]])).toEqual(
      contract.byBrand.map((own) => [own.brand, String(own.spots), own.gross, own.amount, own.payable]),
    );
    expect(part('tax').map((row) => [decimal(row[10]), row[9], ...row.slice(11, 14)])).toEqual(
      contract.tax.map((own) => [own.rate, own.amount, own.net, own.tax, own.payable]),
    );
  });

  test('carries every total', () => {
    const [sums, ...others] = part('totals');
    const { totals } = contract;
    expect([sums?.[6], sums?.[8], sums?.[9], sums?.[11], sums?.[12], sums?.[13]]).toEqual([
      String(totals.spots),
      totals.gross,
      totals.amount,
      totals.net,
      totals.tax,
      totals.payable,
    ]);
    const { list, surcharges, discounts, commission, passThrough, media, bonusValue, rebate } = totals;
    expect(others.map((row) => row[9])).toEqual([
      list,
      surcharges,
      discounts,
      commission,
      passThrough,
      media,
      bonusValue,
      rebate,
    ]);
  });

  test('carries payable, instalments, cancellation, late fee, clauses, digests and signatures', () => {
    const { payable, instalments, cancellation, lateFee, clauses, digests, signatures } = contract;
    expect(part('payable').map((row) => [row[13], row[15]])).toEqual([
      [payable.amount, payable.figures],
      ['', payable.capitals],
    ]);
    expect(part('instalments').map((row) => [row[2], decimal(row[10]), row[13], row[14]])).toEqual(
      instalments.map(({ dueText, share, amount, date }) => [dueText, share, amount, date]),
    );
    expect(part('cancellation').map((row) => row[15])).toEqual([
      cancellation.text,
      ...cancellation.tiers.map(({ text }) => text),
    ]);
    expect(
      part('cancellation')
        .slice(1)
        .map((row) => decimal(row[10])),
    ).toEqual(cancellation.tiers.map(({ fee }) => fee));
    expect(part('lateFee').map((row) => [decimal(row[10]), row[15]])).toEqual([['0.0005', lateFee?.text]]);
    expect(part('clauses').map((row) => [row[2], row[9], row[15]])).toEqual(
      clauses.map(({ title, amount = '', text }) => [title, amount, text]),
    );
    expect(part('digests').map((row) => row[15])).toEqual([digests.quote, digests.card]);
    expect(part('signatures').map((row) => row[15])).toEqual(
      signatures.flatMap(({ name, signatory, date }) => [name, signatory, date]),
    );
  });

  test('names the parties and the draft', () => {
    const texts = rows.map((row) => row[15]);
    for (const name of [
      '天猫',
      '示例平台',
      '示例代理公司',
      contract.number,
      contractWords.draftTitle[language],
    ]) {
      expect(texts).toContain(name);
    }
    expect(
      part('contract')
        .map((row) => row[14])
        .filter((date) => date !== ''),
    ).toEqual(['2016-10-26', '2016-11-09', '2016-10-28']);
  });
});

describe('the schedule as CSV', () => {
  const schedule = buildSchedule(worked, { language: 'en' });

  test('has one row a spot with the same figures', () => {
    const [headings, ...rows] = readBack(scheduleCsv(schedule));
    expect(headings?.join(' ')).toBe(
      'Contract Line Spot Date Weekday Start End Item Title Section Brand Format Units Quantity Gross Amount Status',
    );
    expect(rows.map((row) => [...row.slice(0, 9), ...row.slice(12, 16)])).toEqual(
      schedule.rows.map((row) => [
        schedule.contract,
        String(row.line),
        String(row.spot),
        row.date,
        row.weekday,
        row.start ?? '',
        row.end ?? '',
        row.item,
        row.title,
        row.units,
        String(row.quantity),
        row.gross,
        row.amount,
      ]),
    );
    expect(rows[1]?.slice(9)).toEqual([
      'Slots',
      '品牌乙',
      'parody comedy',
      '2.5',
      '1',
      '502500.00',
      '369092.56',
      'draft',
    ]);
  });

  test('has a grid whose last row sums its columns', () => {
    const [headings = [], ...rows] = readBack(gridCsv(schedule));
    const sums = rows.pop() ?? [];
    expect(headings.slice(4, -3)).toHaveLength(9);
    expect([headings[4], headings.at(-4)]).toEqual(['2016-11-03 Thu', '2016-11-11 Fri']);
    for (const [at] of headings.slice(4, -3).entries()) {
      expect(Number(sums[4 + at])).toBe(rows.filter((row) => row[4 + at] !== '').length);
    }
    const cents = (column: number) =>
      rows.reduce((sum, row) => sum + BigInt((row.at(column) ?? '').replace('.', '')), 0n);
    expect(String(cents(-2))).toBe(sums.at(-2)?.replace('.', ''));
    expect(String(cents(-1))).toBe(sums.at(-1)?.replace('.', ''));
  });
});

describe('the quote as CSV', () => {
  const [headings = [], ...rows] = readBack(quoteCsv(worked, { language: 'en' }));
  const sums = rows.pop() ?? [];

  test('has one row a line, and their sums', () => {
    expect(rows.map((row) => [row[0], row[1]])).toEqual(
      worked.lines.map(({ line, item }) => [String(line), item]),
    );
    for (const key of ['list', 'gross', 'amount', 'net', 'tax', 'payable'] as const) {
      const at = headings.indexOf(
        { list: 'List', gross: 'Gross', amount: 'Amount', net: 'Net of tax', tax: 'Tax', payable: 'Payable' }[
          key
        ],
      );
      expect(rows.map((row) => row[at])).toEqual(worked.lines.map((line) => line[key]));
      const sum = rows.reduce((total, row) => total + BigInt((row[at] ?? '').replace('.', '')), 0n);
      expect(sums[at]?.replace('.', '')).toBe(String(sum));
    }
  });
});

test('a byte order mark stands before every CSV and no other format', async () => {
  const contract = buildContract(worked, { language: 'zh' });
  const schedule = buildSchedule(worked, { language: 'zh' });
  const { quote, contract: ofContract, schedule: ofSchedule } = paperFormats;
  const marked = async (bom: boolean) => {
    const options = { language: 'zh', bom } as const;
    const texts: [string, string][] = [];
    for (const [name, load] of Object.entries(quote)) texts.push([name, (await load())(worked, options)]);
    for (const [name, load] of Object.entries(ofContract))
      texts.push([name, (await load())(contract, options)]);
    for (const [name, load] of Object.entries(ofSchedule))
      texts.push([name, (await load())(schedule, options)]);
    expect(texts).toHaveLength(8);
    return texts.flatMap(([name, text]) => (text.startsWith('\uFEFF') ? [name] : []));
  };
  expect(await marked(true)).toEqual(['csv', 'csv', 'csv', 'grid']);
  expect(await marked(false)).toEqual([]);
});

test('every format has its file in the list', () => {
  const folder = join(import.meta.dirname, '../src/papers/formats');
  const list = readFileSync(join(folder, 'all.ts'), 'utf8');
  // What writers are made of: the table, its columns, a contract's parts, Markdown's own rules.
  const shared = ['all.ts', 'csv.ts', 'columns.ts', 'contractParts.ts', 'markdown.ts'];
  const writers = readdirSync(folder).filter((name) => !shared.includes(name));
  expect(writers).toHaveLength(6);
  for (const name of writers) expect(list).toContain(`./${name.replace('.ts', '.js')}`);
});
