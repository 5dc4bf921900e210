import { smallCard } from '../small-card.js';
import type { Ledger, Line } from '../small-ledger.js';
import { hallAtEight, held, type WrongLedger } from './ledger-case.js';

/** Each line in a booking of its own, one after the other; the last is the one that must be named. */
function oneAfterTheOther(code: string, what: string, ...lines: Line[]): WrongLedger {
  return {
    code,
    what,
    seq: lines.length,
    write: (ledger) => {
      for (const [index, line] of lines.entries()) held(ledger, `B${index + 1}`, [line]);
    },
  };
}

const at = (time: string, line: Partial<Line> = {}): Line => ({ ...hallAtEight, time, ...line });
const onThe = (item: string, date: string, line: Partial<Line> = {}): Line => ({
  item,
  dates: [date],
  ...line,
});
const poster = (brand: string, category: string | undefined, exclusive = false): Line =>
  onThe('poster', '2016-11-08', {
    brand,
    ...(category !== undefined && { category }),
    ...(exclusive && { options: ['exclusive'] }),
  });

/** A card as before, but for the stars, of whom there is one less. */
function oneStar(): Record<string, unknown> {
  return {
    ...smallCard(),
    version: '2',
    celebrities: { star: { title: '明星', per: 'session', price: '1000' } },
  };
}

export const soldTwice: readonly WrongLedger[] = [
  oneAfterTheOther('capacity', 'the hall at the same hour', at('20:00-21:00'), at('20:00-21:00')),
  oneAfterTheOther('capacity', 'the hall for its last five minutes', at('20:00-21:00'), at('19:00-20:05')),
  oneAfterTheOther('capacity', 'the hall at rest', at('20:00-21:00'), at('21:25-22:00')),
  oneAfterTheOther(
    'capacity',
    'a spot whose own rest reaches the next',
    at('20:00-21:00'),
    at('18:35-19:35'),
  ),
  oneAfterTheOther('capacity', 'the hall under its other name', at('20:00-21:00'), {
    ...at('20:00-21:00'),
    item: 'late',
  }),
  oneAfterTheOther(
    'capacity',
    'one o’clock at night, written under two dates',
    at('25:00-26:00'),
    at('01:00-02:00', { dates: ['2016-11-09'] }),
  ),
  oneAfterTheOther(
    'capacity',
    'a rest that lasts past midnight',
    { ...at('22:30-23:30'), item: 'late' },
    at('00:25-01:00', { dates: ['2016-11-09'] }),
  ),
  oneAfterTheOther(
    'capacity',
    'a third star in the minutes that the two others share',
    at('20:00-21:00', { item: 'star' }),
    at('20:30-21:30', { item: 'star' }),
    at('20:55-22:00', { item: 'star' }),
  ),
  oneAfterTheOther('capacity', 'three stars at once', at('20:00-21:00', { item: 'star', quantity: 3 })),
  oneAfterTheOther(
    'capacity',
    'a hall sold for its date',
    onThe('hall', '2016-11-08'),
    onThe('hall', '2016-11-08'),
  ),
  oneAfterTheOther(
    'capacity',
    'posters of one date',
    onThe('poster', '2016-11-08', { quantity: 2 }),
    onThe('poster', '2016-11-08', { quantity: 2 }),
  ),
  oneAfterTheOther(
    'capacity',
    'one impression more than the date has, timed or not',
    onThe('splash', '2016-11-08', { impressions: 3_000_000 }),
    onThe('splash', '2016-11-08', { impressions: 2_000_001, time: '20:00-21:00' }),
  ),
  {
    code: 'capacity',
    what: 'two spots of one package',
    seq: 1,
    write: (ledger) => held(ledger, 'B1', [at('20:00-21:00'), { ...at('21:00-22:00'), item: 'late' }]),
  },
  {
    code: 'capacity',
    what: 'a second star under a card that has one left, though the first card had two',
    seq: 2,
    write: (ledger) => {
      held(ledger, 'B1', [at('20:00-21:00', { item: 'star' })]);
      ledger.fileCard(oneStar());
      const quote = ledger.sell({ id: 'b', lines: [at('20:00-21:00', { item: 'star' })] });
      ledger.hold('B2', quote, {}, ({ spots }) => {
        spots[0]!.takes[0]!.bound = 1;
      });
    },
  },
  {
    code: 'capacity',
    what: 'a move to an hour that is sold',
    seq: 3,
    write: (ledger) => {
      held(ledger);
      held(ledger, 'B2', [at('20:00-21:00', { dates: ['2016-11-09'] })]);
      const quote = ledger.sell({ id: 'package-B2', lines: [hallAtEight] });
      ledger.move('B2', quote, ['1:2016-11-09'], ['1:2016-11-08']);
    },
  },
  {
    code: 'capacity',
    what: 'the place of a hold that has ended, but was never said to have lapsed',
    seq: 2,
    write: (ledger) => {
      held(ledger);
      const quote = ledger.sell({ id: 'b', lines: [hallAtEight] });
      ledger.hold('B2', quote, { at: '2016-10-29T02:00:00Z', expires: '2016-10-30T02:00:00Z' });
    },
  },
  oneAfterTheOther(
    'max-per-day',
    'a third hour of the hall under one date',
    at('10:00-11:00'),
    at('14:00-15:00'),
    at('25:00-26:00'),
  ),
  oneAfterTheOther(
    'wave',
    'two waves at once',
    at('20:00-20:10', { item: 'rain' }),
    at('20:05-20:15', { item: 'rain' }),
  ),
  oneAfterTheOther(
    'wave',
    'two waves over the whole of a date',
    onThe('rain', '2016-11-08'),
    onThe('rain', '2016-11-08'),
  ),
  oneAfterTheOther(
    'timed-untimed',
    'an hour of a hall that is sold for its date',
    onThe('hall', '2016-11-08'),
    at('20:00-21:00'),
  ),
  oneAfterTheOther(
    'timed-untimed',
    'a hall for its date, after an hour past midnight that is written under it',
    at('25:00-26:00'),
    onThe('hall', '2016-11-08'),
  ),
  oneAfterTheOther(
    'timed-untimed',
    'a wave on a date that another wave has for itself',
    onThe('rain', '2016-11-08'),
    at('20:00-20:10', { item: 'rain' }),
  ),
  oneAfterTheOther(
    'rival',
    'a rival beside an exclusive',
    poster('示例茶', 'tea', true),
    poster('另一茶', 'tea'),
  ),
  oneAfterTheOther(
    'rival',
    'an exclusive beside a rival',
    poster('示例茶', 'tea'),
    poster('另一茶', 'tea', true),
  ),
  oneAfterTheOther(
    'rival',
    'one category in full-width letters and with blanks',
    poster('示例茶', 'tea', true),
    poster('另一茶', ' ＴＥＡ '),
  ),
  {
    code: 'rival',
    what: 'two brands of one package',
    seq: 1,
    write: (ledger) => held(ledger, 'B1', [poster('示例茶', 'tea', true), poster('另一茶', 'tea')]),
  },
  oneAfterTheOther('no-category', 'an exclusive of nothing', poster('示例茶', undefined, true)),
  oneAfterTheOther(
    'no-category',
    'a brand of nothing beside an exclusive',
    poster('示例茶', 'tea', true),
    poster('另一茶', undefined),
  ),
];

/** What looks like the faults above and is none. */
export const soldOnce: readonly { what: string; write: (ledger: Ledger) => void }[] = [
  oneAfterTheOther('', 'the hall as soon as it has rested', at('20:00-21:00'), at('21:30-22:30')),
  oneAfterTheOther('', 'a spot whose rest ends as the next begins', at('20:00-21:00'), at('18:30-19:30')),
  oneAfterTheOther(
    '',
    'three stars, never three at once',
    at('20:00-21:00', { item: 'star' }),
    at('20:30-21:30', { item: 'star' }),
    at('21:00-22:00', { item: 'star' }),
  ),
  oneAfterTheOther(
    '',
    'an hour past midnight, and the hall for the whole of the date after it',
    at('25:00-26:00'),
    onThe('hall', '2016-11-09'),
  ),
  oneAfterTheOther('', 'a banner as often as anybody likes', ...Array(5).fill(onThe('banner', '2016-11-08'))),
  oneAfterTheOther(
    '',
    'the last impression',
    onThe('splash', '2016-11-08', { impressions: 3_000_000 }),
    onThe('splash', '2016-11-08', { impressions: 2_000_000, time: '20:00-21:00' }),
  ),
  oneAfterTheOther(
    '',
    'one wave after the other',
    at('20:00-20:10', { item: 'rain' }),
    at('20:10-20:20', { item: 'rain' }),
  ),
  oneAfterTheOther(
    '',
    'one brand, written in three ways, and another category',
    poster('ＴＥＡ one', 'tea', true),
    poster(' tea ONE', 'Tea', true),
    poster('示例鞋', 'shoes'),
  ),
  oneAfterTheOther(
    '',
    'a brand of nothing that was there before the exclusive',
    poster('另一茶', undefined),
    poster('示例茶', 'tea', true),
  ),
  oneAfterTheOther(
    '',
    'two stars one after the other, then a second one beside both',
    at('21:00-22:00', { item: 'star' }),
    at('20:00-21:00', { item: 'star' }),
    at('20:30-21:30', { item: 'star' }),
  ),
  oneAfterTheOther('', 'the hall to the end of the broadcast day', at('29:00-30:00')),
  {
    what: 'the one star that is left, before and after an hour for which two were sold',
    write: (ledger) => {
      held(ledger, 'B1', [at('20:00-21:00', { item: 'star', quantity: 2 })]);
      ledger.fileCard(oneStar());
      for (const time of ['10:00-20:00', '21:00-26:00']) {
        const quote = ledger.sell({ id: time, lines: [at(time, { item: 'star' })] });
        ledger.hold(time, quote, {}, ({ spots }) => {
          spots[0]!.takes[0]!.bound = 1;
        });
      }
    },
  },
  {
    what: 'a card with fewer stars takes none away',
    write: (ledger) => {
      held(ledger, 'B1', [at('20:00-21:00', { item: 'star' })]);
      held(ledger, 'B2', [at('20:00-21:00', { item: 'star' })]);
      ledger.fileCard(oneStar());
      held(ledger, 'B3', [onThe('banner', '2016-11-08')]);
      ledger.act('confirm', 'B1');
      ledger.act('confirm', 'B2');
    },
  },
  {
    what: 'a replacement takes the very place that it frees',
    write: (ledger) => {
      held(ledger);
      ledger.hold('B2', ledger.sell({ id: 'b', lines: [at('20:30-21:30')] }), { replaces: 'B1' });
    },
  },
  {
    what: 'two spots of one package that swap',
    write: (ledger) => {
      const line = (date: string, time: string): Line => ({ item: 'hall', dates: [date], time });
      held(ledger, 'B1', [line('2016-11-08', '20:00-21:00'), line('2016-11-09', '20:00-22:00')]);
      const quote = ledger.sell({
        id: 'package-B1',
        lines: [line('2016-11-09', '20:00-21:00'), line('2016-11-08', '20:00-22:00')],
      });
      ledger.move('B1', quote, ['1:2016-11-08', '2:2016-11-09'], ['1:2016-11-09', '2:2016-11-08']);
    },
  },
  {
    what: 'the place of a hold that lapsed, by a clock that goes back',
    write: (ledger) => {
      held(ledger);
      ledger.act('lapse', 'B1', { expires: '2016-10-28T02:00:00Z', at: '2016-10-28T02:00:00Z' });
      held(ledger, 'B2');
    },
  },
  {
    what: 'the place of a hold that was released, and of a spot that was cancelled',
    write: (ledger) => {
      held(ledger);
      ledger.act('release', 'B1');
      held(ledger, 'B2');
      ledger.act('confirm', 'B2');
      ledger.act('cancel', 'B2', { spots: [{ line: 1, date: '2016-11-08', fee: '50.00' }], fee: '50.00' });
      held(ledger, 'B3');
    },
  },
];
