import type { Bookings, ShownBooking } from '../documents/bookings.js';
import { sameName } from '../documents/names.js';
import {
  availabilityWords,
  bookingStateWords,
  counted,
  countedWords,
  bookingWords as words,
} from '../lang/ledger.js';
import { fill, type Language } from '../lang/text.js';
import { isZero } from '../papers/amounts.js';
import { countStates, stands, stateCell } from './booking/state.js';
import { intervalDates } from './dates.js';
import { clockAt } from './moments.js';
import { moneyText } from './numbers.js';
import type { Page } from './page.js';
import { safe } from './safe.js';
import { asItIs, behind, type Column, drawTable, factMark, type Row } from './table.js';
import { paintFor, type ViewOptions, widthFor } from './view.js';
import { wrapFacts } from './wrap.js';

/**
 * A list of bookings, a row each, and how many there are of every state.
 *
 * @param zones the IANA zone of each platform: instants are told by its clocks
 */
export function drawBookings(
  document: Bookings,
  zones: (platform: string) => string,
  options: ViewOptions,
): string {
  const { language } = options;
  const { bookings } = document;
  const page = { width: widthFor(options), paint: paintFor(options.colour) };
  const [first, ...others] = [...new Set(bookings.map(({ platform }) => platform))];
  if (first === undefined) return `${words.empty[language]}\n`;
  const many = others.length > 0;
  const rows = bookings.map((booking) => rowOf(safe(booking), zones(booking.platform), many, language, page));
  // Several platforms may have several clocks.
  const asOf = many ? [] : [fill(words.asOf, language, { now: clockAt(document.now, zones(first)) })];
  const counts = wrapFacts([...countFacts(bookings, language), ...asOf], factMark, page.width);
  return `${[...drawTable(columnsIn(language), rows, page), '', ...counts.map(page.paint.faint)].join(
    '\n',
  )}\n`;
}

function columnsIn(language: Language): readonly Column[] {
  return [
    { title: words.number[language] },
    { title: words.state[language] },
    {
      title: availabilityWords.until[language],
      folds: (until) => (until === '' ? '' : fill(words.untilAt, language, { until })),
    },
    { title: words.client[language], least: 10 },
    { title: words.platform[language], folds: asItIs },
    { title: words.package[language], least: 20, folds: asItIs },
    { title: words.brands[language], least: 8, folds: asItIs },
    { title: words.dates[language], folds: asItIs },
    {
      title: words.revision[language],
      align: 'right',
      folds: (cell) => fill(words.revisionOf, language, { revision: cell }),
    },
    {
      title: words.spots[language],
      align: 'right',
      folds: (spots) => fill(words.spotsOf, language, { spots }),
    },
    { title: words.payable[language], align: 'right' },
    { title: words.fees[language], align: 'right', folds: behind(words.fees[language]) },
  ];
}

function rowOf(booking: ShownBooking, zone: string, many: boolean, language: Language, { paint }: Page): Row {
  const { number, revision, state, expires, client, platform, currency, spots, payable, fees } = booking;
  const standing = spots.filter((spot) => stands(spot.state));
  return {
    cells: [
      { text: number, style: paint.strong },
      stateCell(state, language, paint),
      state === 'held' ? { text: clockAt(expires, zone), style: paint.warning } : '',
      client,
      many ? platform : '',
      booking.package,
      brandText(booking, language),
      rangeText((standing.length > 0 ? standing : spots).map(({ date }) => date)),
      String(revision),
      `${standing.length}/${spots.length}`,
      { text: moneyText(payable, currency), style: stands(state) ? paint.strong : paint.faint },
      isZero(fees) ? '' : { text: moneyText(fees, currency), style: paint.added },
    ],
  };
}

/** The brands are counted, but one alone is named, where it is not the client. */
function brandText({ client, spots }: ShownBooking, language: Language): string {
  const brands = new Map(spots.map(({ brand }) => [sameName(brand), brand]));
  const [only = ''] = brands.values();
  if (brands.size > 1) return counted(countedWords.brands, brands.size, language);
  return sameName(only) === sameName(client) ? '' : only;
}

function rangeText(dates: readonly string[]): string {
  const inOrder = [...dates].sort();
  return inOrder.length === 0 ? '' : intervalDates(`${inOrder[0]}/${inOrder.at(-1)}`);
}

function countFacts(bookings: readonly ShownBooking[], language: Language): string[] {
  return [
    counted(countedWords.bookings, bookings.length, language),
    ...countStates(bookings.map(({ state }) => state)).map(({ state, count }) =>
      fill(words.countOf, language, { state: bookingStateWords[state][language], count }),
    ),
  ];
}
