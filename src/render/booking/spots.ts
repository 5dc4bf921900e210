import type { ShownSpot } from '../../documents/bookings.js';
import { bookingWords as words } from '../../lang/ledger.js';
import { fill } from '../../lang/text.js';
import { datedText } from '../moments.js';
import { grouped, moneyText } from '../numbers.js';
import { facts, heading } from '../page.js';
import { asItIs, behind, drawTable, type Row } from '../table.js';
import { stands, stateCell } from './state.js';
import type { BookingView } from './view.js';

/** Every spot: what runs when, for whom, and what has become of it. */
export function drawSpots(view: BookingView): string[] {
  const { booking, language } = view;
  const { spots } = booking;
  const standing = spots.filter(({ state }) => stands(state)).length;
  const title = `${words.spots[language]} · ${fill(words.standing, language, { standing, all: spots.length })}`;
  const quantity = (count: string) => (count === '1' ? '' : fill(words.quantityOf, language, { count }));
  const columns = [
    { title: words.line[language], align: 'right' },
    { title: words.date[language] },
    { title: words.time[language] },
    { title: words.item[language], least: 16 },
    { title: words.brand[language], least: 8, folds: asItIs },
    { title: words.quantity[language], align: 'right', folds: quantity },
    { title: words.amount[language], align: 'right' },
    { title: words.state[language] },
    { title: words.fee[language], align: 'right', folds: behind(words.fee[language]) },
  ] as const;
  return [
    heading(title, view),
    ...drawTable(
      columns,
      spots.map((spot) => spotRow(spot, view)),
      view,
    ),
  ];
}

function spotRow(spot: ShownSpot, view: BookingView): Row {
  const { language, paint } = view;
  const { line, date, time = '', item, brand, quantity, amount, state, fee } = spot;
  const style = stands(state) ? undefined : paint.faint;
  const cells = [datedText(date, language), time, item, brand, grouped(String(quantity)), grouped(amount)];
  return {
    cells: [
      { text: String(line), style: paint.faint },
      ...cells.map((text) => (style === undefined ? text : { text, style })),
      stateCell(state, language, paint),
      fee === undefined ? '' : { text: grouped(fee), style: paint.added },
    ],
    below: spotFacts(spot, view),
  };
}

function spotFacts(spot: ShownSpot, { language }: BookingView): string[] {
  const { date, impressions, exclusive, passThrough, feeDate } = spot;
  return [
    ...(impressions === undefined
      ? []
      : [fill(words.impressions, language, { count: grouped(String(impressions)) })]),
    ...(exclusive === true ? [words.exclusive[language]] : []),
    ...(passThrough === true ? [words.passThrough[language]] : []),
    ...(feeDate === date ? [] : [fill(words.feeDate, language, { date: feeDate })]),
  ];
}

/** What stands is paid for with tax; fees are on the tax basis of the card, so that the two are not added up. */
export function drawSums(view: BookingView): string[] {
  const { booking, language } = view;
  const { payable, fees, currency } = booking;
  return facts(
    [
      { label: words.payable[language], values: [moneyText(payable, currency)] },
      { label: words.fees[language], values: [moneyText(fees, currency)] },
    ],
    view,
  );
}
