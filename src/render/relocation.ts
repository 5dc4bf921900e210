import type { Relocation } from '../documents/receipt.js';
import { bookingWords, counted, countedWords, dryRunWords as words } from '../lang/ledger.js';
import { fill } from '../lang/text.js';
import { currencyOf, formatMinor, toMinor } from '../money/money.js';
import { datedText } from './moments.js';
import { changeText, moneyText } from './numbers.js';
import { facts, type Page } from './page.js';
import { safe } from './safe.js';
import { asItIs, drawTable, type Row } from './table.js';
import { paintFor, type ViewOptions, widthFor } from './view.js';
import { wrapText } from './wrap.js';

export interface RelocationOptions extends ViewOptions {
  /** Of the booking. */
  readonly currency: string;
}

/** What it would mean to move: from where to where, what is to be paid then, and who must approve which quote before. */
export function drawRelocation(relocation: Relocation, options: RelocationOptions): string {
  const { language } = options;
  const found = safe(relocation);
  const { booking, revision, to, digest } = found;
  const page = { width: widthFor(options), paint: paintFor(options.colour) };
  const values = {
    booking,
    revision,
    spots: counted(countedWords.spots, to.length, language),
  };
  const lines = [
    ...wrapText(fill(words.move, language, values), page.width).map(page.paint.heading),
    '',
    ...drawMoves(found, options, page),
    '',
    ...drawPayable(found, options, page),
    '',
    ...wrapText(approvalText(found, options), page.width),
    ...wrapText(words.digest[language], page.width),
    // On a line of its own and not set in: it is copied, and just fits the narrowest usual terminal behind `--digest`.
    ...wrapText(digest, page.width).map(page.paint.strong),
  ];
  return `${lines.join('\n')}\n`;
}

/** The spots stand in the same order before and after. */
function drawMoves({ from, to }: Relocation, { language }: RelocationOptions, page: Page): string[] {
  const columns = [
    { title: bookingWords.line[language], align: 'right' },
    { title: bookingWords.item[language], least: 16 },
    { title: bookingWords.brand[language], least: 8, folds: asItIs },
    { title: words.from[language] },
    { title: words.to[language] },
    { title: bookingWords.time[language] },
  ] as const;
  const rows = to.map(({ line, item, brand, date, time = '' }, at): Row => {
    const before = from[at]?.date;
    return {
      cells: [
        { text: String(line), style: page.paint.faint },
        item,
        brand,
        before === undefined ? '' : datedText(before, language),
        { text: `→ ${datedText(date, language)}`, style: page.paint.strong },
        time,
      ],
    };
  });
  return drawTable(columns, rows, page);
}

function drawPayable(
  { payable }: Relocation,
  { language, currency }: RelocationOptions,
  page: Page,
): string[] {
  const { before, after } = payable;
  const unit = currencyOf(currency);
  const change = formatMinor(toMinor(after, unit) - toMinor(before, unit), unit);
  return facts(
    [
      {
        label: words.payable[language],
        values: [`${moneyText(before, currency)} → ${moneyText(after, currency)}`],
      },
      { label: words.change[language], values: [changeText(change)] },
    ],
    page,
  );
}

function approvalText({ approval }: Relocation, { language }: RelocationOptions): string {
  const { required, missing } = approval;
  if (required === null) return words.approvalNone[language];
  return fill(missing ? words.approvalFirst : words.approvalKept, language, { role: required });
}
