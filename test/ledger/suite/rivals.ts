import { describe, expect, test } from '@jest/globals';
import { done, now, type Open, SalesDesk } from './desk.js';

/** Brands that keep each other off. Source: booking rules, "Rivals". */
export function rivals(open: Open): void {
  const spot = (brand: string | undefined, more: object = {}) => ({
    item: 'studio',
    dates: ['2016-11-05'],
    time: '20:00-21:00',
    category: 'beauty',
    ...(brand === undefined ? {} : { brand }),
    ...more,
  });
  const alone = { options: ['exclusive'] };
  const later = { time: '10:00-11:00' };

  describe('rivals', () => {
    test('an exclusive spot keeps other brands of its category off the resource that date', async () => {
      const desk = new SalesDesk(open());
      await desk.booked([spot('甲', alone)]);
      expect(await desk.reasons([spot('乙', later)])).toEqual([['rival']]);
      expect(await desk.reasons([spot('乙', { ...later, ...alone })])).toEqual([['rival']]);
      for (const free of [
        spot('乙', { category: 'food' }),
        spot('乙', { dates: ['2016-11-06'] }),
        spot('乙', { item: 'corner' }),
        spot('甲'),
        spot('甲', { ...later, ...alone }),
        spot('乙', { category: 'food', ...alone }),
      ])
        expect([free, await desk.isFree([free])]).toEqual([free, true]);
    });

    test('an exclusive spot is refused while another brand is there', async () => {
      const desk = new SalesDesk(open());
      const first = await desk.booked([spot('甲')]);
      expect(await desk.reasons([spot('乙', { ...later, ...alone })])).toEqual([['rival']]);
      await desk.booked([spot('甲', { ...later, ...alone })]);
      // Two plain brands side by side are no rivals, yet the second cannot become exclusive.
      const next = { dates: ['2016-11-06'] };
      await desk.booked([spot('甲', next)]);
      await desk.booked([spot('乙', next)]);
      expect(await desk.reasons([spot('乙', { ...next, ...later, ...alone })])).toEqual([['rival']]);
      done(await desk.ledger.cancel(first, { now }));
      expect(await desk.reasons([spot('乙', later)])).toEqual([['rival']]);
      done(await desk.ledger.cancel(desk.number(2), { now }));
      expect(await desk.isFree([spot('乙', { ...later, ...alone })])).toBe(true);
    });

    test('placements without end have rivals, too; money that passes through has none', async () => {
      const desk = new SalesDesk(open());
      const drop = { item: 'drop', time: undefined };
      const pool = { item: 'pool', time: undefined, amount: 100 };
      await desk.booked([spot('甲', { ...drop, ...alone })]);
      expect(await desk.reasons([spot('乙', drop)])).toEqual([['rival']]);
      await desk.booked([spot('甲', { ...pool, ...alone })]);
      expect(await desk.isFree([spot('乙', pool)])).toBe(true);
      expect(await desk.isFree([spot('乙', { ...pool, category: undefined })])).toBe(true);
    });

    test('brands and categories are compared after NFKC, trimming and lower-casing', async () => {
      const desk = new SalesDesk(open());
      await desk.booked([spot('Ａcme', { ...alone, category: 'Beauty' })]);
      expect(await desk.isFree([spot(' aCME ', later)])).toBe(true);
      expect(await desk.reasons([spot('Acmé', later)])).toEqual([['rival']]);
      expect(await desk.reasons([spot('乙', { ...later, category: ' ＢＥＡＵＴＹ ' })])).toEqual([['rival']]);
    });

    test("the brand is the line's, else the client's name; the category the line's, else the client's", async () => {
      const desk = new SalesDesk(open());
      const bare = spot(undefined, { category: undefined });
      await desk.booked([{ ...bare, ...alone }], { client: '甲', category: 'beauty' });
      expect(await desk.isFree([spot('甲', later)], { client: '乙' })).toBe(true);
      expect(await desk.reasons([{ ...bare, ...later }], { client: '乙', category: 'beauty' })).toEqual([
        ['rival'],
      ]);
      expect(
        await desk.isFree([{ ...bare, ...later, category: 'food' }], { client: '乙', category: 'beauty' }),
      ).toBe(true);
      const { spots } = await desk.booking(desk.number(1));
      expect(spots).toMatchObject([{ brand: '甲', category: 'beauty', exclusive: true }]);
    });

    test('an exclusive spot needs a category, and so does every spot beside one', async () => {
      const desk = new SalesDesk(open());
      const bare = spot('甲', { category: undefined });
      expect(await desk.reasons([{ ...bare, ...alone }])).toEqual([['no-category']]);
      await desk.booked([spot('乙', alone)]);
      expect(await desk.reasons([{ ...bare, ...later }])).toEqual([['no-category']]);
      expect(await desk.isFree([{ ...bare, dates: ['2016-11-06'] }])).toBe(true);
      expect(await desk.isFree([{ ...bare, item: 'corner' }])).toBe(true);
    });

    test('what stands without category is nobody’s rival, but may not go elsewhere on a date that has an exclusive', async () => {
      const desk = new SalesDesk(open());
      const bare = spot('甲', { category: undefined });
      const number = await desk.booked([bare]);
      await desk.booked([spot('乙', { ...later, ...alone })]);
      const step = { line: 1, date: '2016-11-05', toDate: '2016-11-05', toTime: '15:00-16:00' };
      const moved = await desk.ledger.move(number, { now, steps: [step] });
      expect(moved).toMatchObject({ ok: false, spots: [{ reasons: [{ code: 'no-category' }] }] });
      expect(await desk.reasons([{ ...bare, ...later }])).toEqual([['no-category']]);
    });

    test('inside one package, too', async () => {
      const desk = new SalesDesk(open());
      expect(await desk.reasons([spot('甲', alone), spot('乙', later)])).toEqual([['rival'], ['rival']]);
      expect(await desk.reasons([spot('甲', alone), spot('乙', { ...later, category: undefined })])).toEqual([
        ['no-category'],
      ]);
      await desk.held([spot('甲', alone), spot('甲', later), spot('乙', { category: 'food' })]);
    });

    test('held counts like booked, and says until when', async () => {
      const desk = new SalesDesk(open());
      const number = await desk.held([spot('甲', alone)]);
      expect(await desk.refused([spot('乙', later)])).toMatchObject([
        { reasons: [{ code: 'rival', until: '2016-10-27T02:00:00Z' }] },
      ]);
      done(await desk.ledger.confirm(number, { now }));
      const [booked] = await desk.refused([spot('乙', later)]);
      expect(booked!.reasons).toEqual([{ code: 'rival' }]);
    });

    test('who is gone is no rival any more', async () => {
      const desk = new SalesDesk(open());
      const number = await desk.held([spot('甲', alone), spot('甲', later)]);
      done(await desk.ledger.release(number, { now }));
      await desk.held([spot('乙', alone)]);
      expect(await desk.reasons([spot('甲', later)])).toEqual([['rival']]);
    });
  });
}
