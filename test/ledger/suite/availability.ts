import { describe, expect, test } from '@jest/globals';
import type { AvailableDay, AvailablePart } from '../../../src/documents/bookings.js';
import { availabilitySchema } from '../../../src/documents/bookings.js';
import { at } from '../../support/ledger/card.js';
import { done, instant, now, type Open, one, SalesDesk } from './desk.js';

/** What `avail` shows, and that it is what `hold` finds. Source: booking rules, "One predicate decides availability". */
export function availability(open: Open): void {
  async function dayOf(desk: SalesDesk, item: string, date: string, when = now): Promise<AvailableDay> {
    const found = await desk.ledger.availability(desk.card, {
      items: [item],
      from: date,
      to: date,
      now: when,
    });
    expect(availabilitySchema.parse(found)).toEqual(found);
    return one(found.days);
  }

  describe('availability', () => {
    test('shows stretches of time with what is booked, held until when, and free', async () => {
      const desk = new SalesDesk(open());
      await desk.booked([{ item: 'studio', dates: ['2016-11-10'], time: '20:00-21:00' }]);
      await desk.held([{ item: 'studio', dates: ['2016-11-10'], time: '20:30-22:00' }], { for: '2h' });
      const { parts, closed, resource } = await dayOf(desk, 'studio', '2016-11-10');
      const until = instant('2016-10-26 12:00');
      const part = (from: string, to: string, booked: number, held: number) => ({
        kind: 'time',
        from,
        to,
        bound: 2,
        booked,
        held,
        ...(held > 0 ? { until } : {}),
        free: 2 - booked - held,
      });
      expect({ parts, closed, resource }).toEqual({
        closed: false,
        resource: 'studio',
        parts: [
          part('00:00', '20:00', 0, 0),
          part('20:00', '20:30', 1, 0),
          part('20:30', '21:00', 1, 1),
          part('21:00', '22:00', 0, 1),
          part('22:00', '30:00', 0, 0),
        ],
      });
      const after = await dayOf(desk, 'studio', '2016-11-10', at('2016-10-26 12:00'));
      expect(after.parts.map(({ held }) => held)).toEqual([0, 0, 0]);
    });

    test('shows dates, impressions, waves, what a date may still take, and exclusive categories', async () => {
      const desk = new SalesDesk(open());
      await desk.booked([
        { item: 'banner', dates: ['2016-11-10'], options: ['exclusive'], category: '美妆' },
        { item: 'splash', dates: ['2016-11-10'], impressions: 1_200_000 },
        { item: 'star', dates: ['2016-11-10'], time: '20:00-21:00' },
        { item: 'rain', dates: ['2016-11-10'], time: '21:00-21:10' },
      ]);
      expect(await dayOf(desk, 'banner', '2016-11-10')).toMatchObject({
        exclusive: ['美妆'],
        parts: [{ kind: 'date', bound: 1, booked: 1, free: 0 }],
      });
      expect((await dayOf(desk, 'splash', '2016-11-10')).parts).toEqual([
        { kind: 'impressions', bound: 3_000_000, booked: 1_200_000, held: 0, free: 1_800_000 },
      ]);
      expect((await dayOf(desk, 'star', '2016-11-10')).perDay).toEqual({ used: 1, bound: 2 });
      const waves = (await dayOf(desk, 'rain-small', '2016-11-10')).parts.filter(
        ({ kind }) => kind === 'wave',
      );
      expect(waves.find(({ from }) => from === '21:00')).toMatchObject({ to: '21:10', free: 0 });
      expect((await dayOf(desk, 'drop', '2016-11-10')).parts).toEqual([]);
    });

    test('shows nothing free, and not less, where a card has lowered a bound', async () => {
      const desk = new SalesDesk(open());
      await desk.booked([{ item: 'studio', dates: ['2016-11-10'], time: '20:00-21:00', quantity: 2 }]);
      const lower = desk.cardWith([
        ['price: 700, per: hour, capacity: 2', 'price: 700, per: hour, capacity: 1'],
      ]);
      const found = await desk.ledger.availability(lower, {
        items: ['studio'],
        from: '2016-11-10',
        to: '2016-11-10',
        now,
      });
      const taken = one(found.days).parts.find(({ booked }) => booked > 0);
      expect(taken).toMatchObject({ from: '20:00', bound: 1, booked: 2, free: 0 });
    });

    test('says what is closed, and lists no date beyond the card', async () => {
      const desk = new SalesDesk(open());
      const days = async (item: string, when: string) =>
        (
          await desk.ledger.availability(desk.card, {
            items: [item],
            from: '2016-11-29',
            to: '2016-12-05',
            now: at(when),
          })
        ).days.map(({ date, closed }) => [date, closed]);
      expect(await days('banner', '2016-11-29 00:00')).toEqual([
        ['2016-11-29', true],
        ['2016-11-30', false],
      ]);
      expect(await days('stage', '2016-11-29 23:00')).toEqual([
        ['2016-11-29', false],
        ['2016-11-30', false],
      ]);
    });

    test('is what hold finds: an hour is to be had just where all its stretches have room', async () => {
      const desk = new SalesDesk(open());
      const random = drawn(20161111);
      const dates = ['2016-11-10', '2016-11-11'];
      for (let n = 0; n < 12; n += 1) {
        const start = 10 + Math.floor(random() * 12);
        const [item = ''] = ['hall', 'studio', 'star-b', 'idol'].slice(Math.floor(random() * 4));
        const time = `${start}:00-${start + 1}:${random() < 0.5 ? '00' : '30'}`;
        const answer = await desk.hold([{ item, dates: [dates[n % 2]], time }]);
        if (answer.ok && random() < 0.5) done(await desk.ledger.confirm(answer.value.booking, { now }));
      }
      const rests: Readonly<Record<string, number>> = { hall: 30, studio: 0, 'star-b': 60, idol: 0 };
      let free = 0;
      let tried = 0;
      for (const [item, rest] of Object.entries(rests)) {
        for (const date of dates) {
          const { parts } = await dayOf(desk, item, date);
          for (let start = 9; start < 23; start += 1) {
            const minutes = { from: start * 60, to: (start + 1) * 60 + rest };
            const room = parts.every((part) => !meets(part, minutes) || part.free >= 1);
            const line = {
              item,
              dates: [date],
              time: `${String(start).padStart(2, '0')}:00-${start + 1}:00`,
            };
            expect([item, date, start, await desk.isFree([line])]).toEqual([item, date, start, room]);
            free += room ? 1 : 0;
            tried += 1;
          }
        }
      }
      // Both must have come up, or nothing was compared.
      expect(free).toBeGreaterThan(tried / 5);
      expect(free).toBeLessThan((tried * 19) / 20);
    });
  });
}

function meets(
  { from = '00:00', to = '30:00' }: AvailablePart,
  stretch: { from: number; to: number },
): boolean {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  return minutes(from) < stretch.to && minutes(to) > stretch.from;
}

function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}
