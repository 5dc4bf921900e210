import type { LedgerEvent, MoveEvent } from '../../documents/ledgerEvent.js';
import { bookingWords, counted, countedWords, historyWords as words } from '../../lang/ledger.js';
import { fill, listMark, type Text } from '../../lang/text.js';
import { shortDigest } from '../digests.js';
import { clockAt } from '../moments.js';
import { moneyText } from '../numbers.js';
import { heading } from '../page.js';
import { asItIs, drawTable, type Row } from '../table.js';
import type { BookingView } from './view.js';

/** Every event of the booking in the order of its chain, by the platform's clock. */
export function drawHistory(view: BookingView): string[] {
  const { booking, language } = view;
  const columns = [
    { title: words.seq[language], align: 'right' },
    { title: words.at[language] },
    { title: words.what[language], least: 20 },
    { title: bookingWords.revision[language], align: 'right' },
    { title: words.by[language], least: 6, folds: asItIs },
    { title: words.hash[language], folds: asItIs },
  ] as const;
  return [
    heading(words.history[language], view),
    ...drawTable(
      columns,
      booking.events.map((event) => eventRow(event, view)),
      view,
    ),
  ];
}

function eventRow(event: LedgerEvent, view: BookingView): Row {
  const { paint, zone } = view;
  const { seq, at, revision, by = '', hash } = event;
  return {
    cells: [
      { text: String(seq), style: paint.faint },
      clockAt(at, zone),
      { text: whatHappened(event, view), style: paint.strong },
      String(revision),
      by,
      { text: shortDigest(hash), style: paint.faint },
    ],
  };
}

function whatHappened(event: LedgerEvent, view: BookingView): string {
  const { booking, language, zone } = view;
  const said = (text: Text, values: Parameters<typeof fill>[2] = {}) => fill(text, language, values);
  const spots = (count: number) => counted(countedWords.spots, count, language);
  switch (event.type) {
    case 'hold':
      if (event.booking !== booking.number) return said(words.replaced, { booking: event.booking });
      return [
        said(words.hold, { spots: spots(event.spots.length), until: clockAt(event.expires, zone) }),
        ...(event.replaces === undefined ? [] : [said(words.holdInPlace, { booking: event.replaces })]),
        ...(event.approval === null ? [] : [said(words.holdApproval, { role: event.approval })]),
      ].join('\n');
    case 'approve':
      return said(words.approve, { role: event.role, by: event.by ?? '', digest: shortDigest(event.digest) });
    case 'lapse':
      return said(words.lapse, { until: clockAt(event.expires, zone) });
    case 'cancel':
      return said(words.cancel, {
        spots: spots(event.spots.length),
        fee: moneyText(event.fee, booking.currency),
      });
    case 'move':
      return movedText(event, view);
    default:
      return said(words[event.type]);
  }
}

/** The spots stand in the same order before and after. */
function movedText({ from, to, expires }: MoveEvent, { language, zone }: BookingView): string {
  const moves = to.map(({ line, date, time }, at) =>
    fill(words.moveOf, language, {
      line,
      from: from[at]?.date ?? '',
      to: time === undefined ? date : `${date} ${time}`,
    }),
  );
  const until = expires && fill(words.moveExpires, language, { until: clockAt(expires, zone) });
  const moved = fill(words.move, language, { moves: moves.join(listMark[language]) });
  return until === undefined ? moved : `${moved}\n${until}`;
}
