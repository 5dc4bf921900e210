import type { ShownSpot } from '../documents/bookings.js';
import type { Cancellation } from '../documents/receipt.js';
import { bookingWords, counted, countedWords, dryRunWords as words } from '../lang/ledger.js';
import { fill } from '../lang/text.js';
import { stands } from './booking/state.js';
import { datedText } from './moments.js';
import { grouped, moneyText } from './numbers.js';
import { safe } from './safe.js';
import { asItIs, drawTable, type Row } from './table.js';
import { paintFor, type ViewOptions, widthFor } from './view.js';
import { wrapText } from './wrap.js';

export interface CancellationOptions extends ViewOptions {
  /** Of the booking. */
  readonly currency: string;
  /** The spots of the booking, to tell what each fee is for. */
  readonly spots?: readonly ShownSpot[] | undefined;
}

/** What it would cost to cancel, spot by spot. */
export function drawCancellation(cancellation: Cancellation, options: CancellationOptions): string {
  const { language, currency } = options;
  const { booking, revision, spots, fee } = safe(cancellation);
  const known = safe(options.spots ?? []).filter(({ state }) => stands(state));
  const page = { width: widthFor(options), paint: paintFor(options.colour) };
  const values = {
    booking,
    revision,
    spots: counted(countedWords.spots, spots.length, language),
    fee: moneyText(fee, currency),
  };
  const columns = [
    { title: bookingWords.line[language], align: 'right' },
    { title: bookingWords.date[language] },
    { title: bookingWords.time[language] },
    { title: bookingWords.item[language], least: 16 },
    { title: bookingWords.brand[language], least: 8, folds: asItIs },
    { title: bookingWords.amount[language], align: 'right' },
    { title: bookingWords.fee[language], align: 'right' },
  ] as const;
  const rows = spots.map(({ line, date, fee: own }): Row => {
    const spot = known.find((one) => one.line === line && one.date === date);
    const { time = '', item = '', brand = '', amount = '' } = spot ?? {};
    return {
      cells: [String(line), datedText(date, language), time, item, brand, grouped(amount), grouped(own)],
    };
  });
  const strongFee = { text: grouped(fee), style: page.paint.strong };
  const sum: Row = { cells: ['', words.sum[language], '', '', '', '', strongFee], sum: true };
  const lines = [
    ...wrapText(fill(words.cancel, language, values), page.width).map(page.paint.heading),
    '',
    ...drawTable(columns, [...rows, sum], page),
  ];
  return `${lines.join('\n')}\n`;
}
