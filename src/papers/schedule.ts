import { clockText, windowOf } from '../calendar/clock.js';
import { dayOf, weekdayOf } from '../calendar/date.js';
import type { PaperStatus } from '../documents/contract.js';
import type { Quote, QuoteLine } from '../documents/quote.js';
import type { Schedule, ScheduleRow } from '../documents/schedule.js';
import { apiVersion } from '../documents/words.js';
import type { Language } from '../lang/text.js';
import { titleIn, weekdayWords } from '../lang/trade.js';
import { sumOf } from './amounts.js';
import { draftNumber } from './number.js';

export interface ScheduleOptions {
  readonly language: Language;
  /** Number of the contract; default: the draft's. */
  readonly number?: string | undefined;
  /** Default `draft`. */
  readonly status?: PaperStatus | undefined;
  readonly revision?: number | undefined;
  /** Spots of a booking that were cancelled one by one: they stay in the rows and leave the sums. */
  readonly cancelled?: readonly { readonly line: number; readonly spot: number }[] | undefined;
}

/**
 * The schedule (排期表) of a quote: one row a spot, by date, start, line and spot; a spot without time leads its date.
 *
 * @param quote a quote as `priceQuote` gives it
 * @returns plain data of the shape of `documents/schedule.ts`; without cancelled spots its sums are the quote's own
 *
 * Source: interface, "Documents", Schedule.
 */
export function buildSchedule(quote: Quote, options: ScheduleOptions): Schedule {
  const { language, revision, status = 'draft' } = options;
  const { rateCard, currency } = quote;
  const contract = options.number ?? draftNumber(quote);
  const gone = new Set(options.cancelled?.map(({ line, spot }) => `${line}:${spot}`));
  const statusOf = (line: number, spot: number) => (gone.has(`${line}:${spot}`) ? 'cancelled' : status);
  const rows = quote.lines.flatMap((line) => rowsOf(line, contract, language, statusOf)).sort(inOrder);
  const standing = rows.filter((row) => row.status !== 'cancelled');
  return {
    apiVersion,
    kind: 'Schedule',
    language,
    contract,
    status,
    ...(revision === undefined ? {} : { revision }),
    client: quote.package.client.name,
    platform: rateCard.platform,
    timezone: rateCard.timezone,
    currency,
    prices: rateCard.prices,
    rows,
    lines: quote.lines.map((line, at) => {
      const impressions = quote.package.lines[at]?.impressions;
      const own = standing.filter((row) => row.line === line.line);
      return {
        ...lineFields(line, language),
        ...(impressions === undefined ? {} : { impressions }),
        ...sums(own, currency),
      };
    }),
    totals: sums(standing, currency),
    digests: { quote: quote.digest, card: rateCard.digest },
  };
}

function lineFields(line: QuoteLine, language: Language) {
  const { brand, format } = line;
  return {
    line: line.line,
    item: line.item,
    title: titleIn(line, language),
    section: line.section,
    ...(brand === undefined ? {} : { brand }),
    ...(format === undefined ? {} : { format }),
  };
}

function rowsOf(
  line: QuoteLine,
  contract: string,
  language: Language,
  statusOf: (line: number, spot: number) => PaperStatus,
): ScheduleRow[] {
  return line.spots.map(({ date, time, units, quantity, gross, amount }, at) => {
    const window = time === undefined ? undefined : windowOf(time);
    return {
      contract,
      spot: at + 1,
      date,
      weekday: weekdayWords[weekdayOf(dayOf(date))][language],
      ...(window === undefined ? {} : { start: clockText(window.start), end: clockText(window.end) }),
      ...lineFields(line, language),
      units,
      quantity,
      gross,
      amount,
      status: statusOf(line.line, at + 1),
    };
  });
}

/** Dates and clock times sort as their texts do; sorting keeps lines and spots in the order in which they come. */
function inOrder(a: ScheduleRow, b: ScheduleRow): number {
  return compareText(a.date, b.date) || compareText(a.start ?? '', b.start ?? '');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sums(rows: readonly ScheduleRow[], currency: string): Schedule['totals'] {
  return {
    spots: rows.length,
    gross: sumOf(
      rows.map(({ gross }) => gross),
      currency,
    ),
    amount: sumOf(
      rows.map(({ amount }) => amount),
      currency,
    ),
  };
}
