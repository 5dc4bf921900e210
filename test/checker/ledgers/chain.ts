import { smallCard } from '../small-card.js';
import type { Ledger } from '../small-ledger.js';
import { banner, booked, held, type WrongLedger } from './ledger-case.js';

/** The row of the only document of a kind. */
const rowOf = (ledger: Ledger, kind: string) => ledger.rows.findIndex((row) => row.kind === kind);

export const brokenChains: readonly WrongLedger[] = [
  {
    code: 'unreadable',
    what: 'a document of no kind that a ledger has',
    write: (ledger) => {
      held(ledger);
      ledger.rows.push({ kind: 'Package', id: 'a' });
    },
  },
  {
    code: 'unreadable',
    what: 'an event that does not say of which platform it is',
    write: (ledger) => ledger.rows.push({ type: 'confirm', seq: 1 }),
  },
  {
    code: 'unreadable',
    what: 'an event that does not say what was done',
    write: (ledger) => ledger.rows.push({ platform: 'demo', seq: 1 }),
  },
  {
    code: 'unreadable',
    what: 'a card of a place that has no time',
    write: (ledger) => ledger.fileCard({ ...smallCard(), timezone: 'Mars/Olympus' }),
  },
  {
    code: 'unreadable',
    what: 'a quote of a place that has no time',
    write: (ledger) =>
      ledger.sell({ id: 'a', lines: [banner] }, ({ rateCard }) =>
        Object.assign(rateCard as object, { timezone: 'Mars/Olympus' }),
      ),
  },
  {
    code: 'unreadable',
    what: 'a card with a rest that is no length of time',
    write: (ledger) => ledger.fileCard({ ...smallCard(), slots: { hall: { title: '一号房', rest: '' } } }),
  },
  {
    code: 'shape',
    what: 'a key that a confirmation does not have',
    seq: 2,
    write: (ledger) => {
      held(ledger);
      ledger.act('confirm', 'B1', { note: 'x' });
    },
  },
  {
    code: 'shape',
    what: 'a verb that there is not',
    seq: 2,
    write: (ledger) => {
      held(ledger);
      ledger.act('expire', 'B1');
    },
  },
  {
    code: 'shape',
    what: 'nothing in the place of a key that is absent',
    seq: 2,
    write: (ledger) => {
      held(ledger);
      ledger.act('confirm', 'B1', { key: null });
    },
  },
  {
    code: 'seq',
    what: 'a number that was left out',
    seq: 3,
    write: (ledger) => {
      held(ledger);
      ledger.act('confirm', 'B1', { seq: 3 });
    },
  },
  {
    code: 'seq',
    what: 'an event that was taken out',
    seq: 3,
    also: ['prev', 'state'],
    write: (ledger) => {
      booked(ledger, 'B1', [banner]);
      ledger.act('cancel', 'B1', { spots: [{ line: 1, date: '2016-11-08', fee: '50.00' }], fee: '50.00' });
      ledger.rows.splice(-2, 1);
    },
  },
  {
    code: 'prev',
    what: 'an event chained to another one than that before it',
    seq: 2,
    write: (ledger) => {
      held(ledger);
      ledger.act('confirm', 'B1', { prev: `sha256:${'1'.repeat(64)}` });
    },
  },
  {
    code: 'hash',
    what: 'a word changed after it was written',
    seq: 1,
    write: (ledger) => {
      held(ledger);
      ledger.last.by = '王示例';
    },
  },
  {
    code: 'digest',
    what: 'a quote changed after it was archived',
    write: (ledger) => {
      held(ledger);
      ledger.rows[rowOf(ledger, 'Quote')]!.currency = 'JPY';
    },
  },
  {
    code: 'not-archived',
    what: 'a quote that is missing',
    seq: 1,
    write: (ledger) => {
      held(ledger);
      ledger.rows.splice(rowOf(ledger, 'Quote'), 1);
    },
  },
  {
    code: 'not-archived',
    what: 'a quote that comes after its hold',
    seq: 1,
    write: (ledger) => {
      held(ledger);
      ledger.rows.push(...ledger.rows.splice(rowOf(ledger, 'Quote'), 1));
    },
  },
  {
    code: 'not-archived',
    what: 'a card that was changed',
    seq: 1,
    write: (ledger) => {
      held(ledger);
      ledger.rows[rowOf(ledger, 'RateCard')]!.title = '另一份刊例';
    },
  },
  {
    code: 'not-archived',
    what: 'the quote of a move',
    seq: 2,
    write: (ledger) => {
      held(ledger, 'B1', [banner]);
      const later = ledger.sell({
        id: 'package-B1',
        lines: [{ item: 'banner', dates: ['2016-11-08', '2016-11-20'] }],
      });
      ledger.rows.pop();
      ledger.move('B1', later, ['1:2016-11-09'], ['1:2016-11-20']);
    },
  },
  ...(['client', 'package', 'approval'] as const).map((field) => ({
    code: 'quote-differs',
    what: `another ${field} than the quote's`,
    seq: 1,
    write: (ledger: Ledger) =>
      ledger.hold('B1', ledger.sell({ id: 'a', lines: [banner] }), { [field]: 'sales' }),
  })),
  {
    code: 'quote-differs',
    what: 'a quote of another platform',
    seq: 1,
    write: (ledger) =>
      ledger.hold(
        'B1',
        ledger.sell({ id: 'a', lines: [banner] }, ({ rateCard }) =>
          Object.assign(rateCard as object, { platform: 'other' }),
        ),
      ),
  },
  {
    code: 'quote-differs',
    what: 'moved to a quote of another day',
    seq: 2,
    write: (ledger) => {
      held(ledger, 'B1', [banner]);
      const later = ledger.sell({
        id: 'package-B1',
        lines: [{ item: 'banner', dates: ['2016-11-08', '2016-11-20'] }],
        asOf: '2016-10-25',
      });
      ledger.move('B1', later, ['1:2016-11-09'], ['1:2016-11-20']);
    },
  },
  ...(['id', 'client'] as const).map((field) => ({
    code: 'quote-differs',
    what: `moved to a quote of another ${field}`,
    seq: 2,
    write: (ledger: Ledger) => {
      held(ledger, 'B1', [banner]);
      const lines = [{ item: 'banner', dates: ['2016-11-08', '2016-11-20'], brand: '示例茶业' }];
      const later = ledger.sell({ id: 'package-B1', lines, [field]: 'another' });
      ledger.move('B1', later, ['1:2016-11-09'], ['1:2016-11-20']);
    },
  })),
  {
    code: 'card-differs',
    what: 'another version than that of the card',
    seq: 1,
    write: (ledger) => {
      const { digest } = ledger.card;
      ledger.hold('B1', ledger.sell({ id: 'a', lines: [banner] }), {
        card: { id: 'desk', version: '2', digest },
      });
    },
  },
  {
    code: 'card-differs',
    what: 'a quote pinned to another card than that of the hold',
    seq: 1,
    write: (ledger) => {
      const quote = ledger.sell({ id: 'a', lines: [banner] });
      ledger.fileCard({ ...smallCard(), version: '2' });
      ledger.hold('B1', quote);
    },
  },
  {
    code: 'card-differs',
    what: 'moved to another card',
    seq: 2,
    write: (ledger) => {
      held(ledger, 'B1', [banner]);
      ledger.fileCard({ ...smallCard(), version: '2' });
      const later = ledger.sell({
        id: 'package-B1',
        lines: [{ item: 'banner', dates: ['2016-11-08', '2016-11-20'] }],
      });
      ledger.move('B1', later, ['1:2016-11-09'], ['1:2016-11-20']);
    },
  },
  {
    code: 'time-zone',
    what: 'a second card of another zone',
    seq: 2,
    write: (ledger) => {
      held(ledger);
      ledger.fileCard({ ...smallCard(), id: 'desk-2', timezone: 'Asia/Tokyo' });
      held(ledger, 'B2', [banner]);
    },
  },
];
