import { clockText, windowOf } from '../calendar/clock.js';
import { dayOf, weekdayOf } from '../calendar/date.js';
import type { Quote, QuoteLine } from '../documents/quote.js';
import type { Schedule, ScheduleRow } from '../documents/schedule.js';
import { apiVersion } from '../documents/words.js';
import type { Language } from '../lang/text.js';
import { titleIn, weekdayWords } from '../lang/trade.js';
import { sumOf } from '../money/money.js';
import { factsOf, type PaperBooking } from './booking.js';
import { draftNumber } from './number.js';

export interface ScheduleOptions {
  readonly language: Language;
  /** What the ledger says of the quote's booking; without it the schedule is a draft. */
  readonly booking?: PaperBooking | undefined;
}

/**
 * The schedule (排期表) of a quote or of its booking: one row a spot, by date, start, line and spot; a spot without time leads
 * its date. Cancelled spots stay as rows; sums are of those that stand.
 *
 * @param quote a quote as `priceQuote` gives it; of a booking, the one it stands by now
 * @returns plain data of the shape of `documents/schedule.ts`; its amounts are the quote's own
 * @throws RangeError when `booking` does not agree with the quote or itself
 *
 * Source: interface, "Documents", Schedule.
 */
export function buildSchedule(quote: Quote, options: ScheduleOptions): Schedule {
  const { language } = options;
  const { rateCard, currency } = quote;
  const booking = options.booking === undefined ? undefined : factsOf(quote, options.booking);
  const contract = booking?.number ?? draftNumber(quote);
  // Nothing but a booking makes a schedule more than a draft.
  const status = booking?.status ?? 'draft';
  const byLine = quote.lines.map((line) =>
    rowsOf(line, { contract, status: booking?.fees.has(line.line) ? 'cancelled' : status }, language),
  );
  const rows = byLine.flat();
  return {
    apiVersion,
    kind: 'Schedule',
    language,
    contract,
    ...(booking === undefined ? {} : { revision: booking.revision }),
    status,
    client: quote.package.client.name,
    platform: rateCard.platform,
    timezone: rateCard.timezone,
    currency,
    prices: rateCard.prices,
    rows: rows.toSorted(inOrder),
    lines: quote.lines.map((line, at) => {
      const impressions = quote.package.lines[at]?.impressions;
      return {
        ...lineFields(line, language),
        ...(impressions === undefined ? {} : { impressions }),
        ...sums(byLine[at] ?? [], currency),
      };
    }),
    totals: sums(rows, currency),
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
  { contract, status }: Pick<ScheduleRow, 'contract' | 'status'>,
  language: Language,
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
      status,
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
  const standing = rows.filter(({ status }) => status !== 'cancelled');
  return {
    spots: standing.length,
    gross: sumOf(
      standing.map(({ gross }) => gross),
      currency,
    ),
    amount: sumOf(
      standing.map(({ amount }) => amount),
      currency,
    ),
  };
}
