import { describe, expect, test } from '@jest/globals';
import { at } from '../../support/ledger/card.js';
import { done, instant, now, type Open, problemsOf, type Sale, SalesDesk } from './desk.js';

/** How long a hold lasts, and what may be held at all. Source: booking rules, "Verbs", `hold`. */
export function holding(open: Open): void {
  const hall = { item: 'hall', dates: ['2016-11-20'], time: '20:00-21:00' };

  describe('how long a hold lasts', () => {
    const end = async (desk: SalesDesk, lines: readonly object[], sale: Sale = {}) =>
      (await desk.booking(await desk.held(lines as never, sale), sale.now)).expires;

    test('24 hours, or what the terms say, which --for may only shorten', async () => {
      const desk = new SalesDesk(open());
      const day = (date: string) => [{ ...hall, dates: [date] }];
      const terms = (hold: string) => ({ more: { terms: { hold } } });
      expect(await end(desk, day('2016-11-20'))).toBe(instant('2016-10-27 10:00'));
      expect(await end(desk, day('2016-11-21'), terms('48h'))).toBe(instant('2016-10-28 10:00'));
      expect(await end(desk, day('2016-11-22'), { for: '90min' })).toBe(instant('2016-10-26 11:30'));
      expect(await end(desk, day('2016-11-23'), { for: '30h' })).toBe(instant('2016-10-27 10:00'));
      expect(await end(desk, day('2016-11-24'), { for: '30h', ...terms('48h') })).toBe(
        instant('2016-10-27 16:00'),
      );
    });

    test('not beyond the last day of the quote, which counts whole', async () => {
      const desk = new SalesDesk(open());
      const late = at('2016-11-09 10:00');
      // 14 days from the 26th of October.
      expect(desk.quote([hall]).validUntil).toBe('2016-11-09');
      expect(await end(desk, [hall], { now: late })).toBe(instant('2016-11-10 00:00'));
    });

    test('not beyond the closing of the first spot', async () => {
      const desk = new SalesDesk(open());
      const lines = [hall, { item: 'corner', dates: ['2016-11-02/2016-11-03'], time: '15:00-16:00' }];
      const asked = { now: at('2016-11-01 20:00') };
      expect(await end(desk, lines, asked)).toBe(instant('2016-11-02 15:00'));
      const deadline = { ...asked, more: { terms: { deadline: '3h' } } };
      const studio = [{ item: 'studio', dates: ['2016-11-02'], time: '15:00-16:00' }];
      expect(await end(desk, studio, deadline)).toBe(instant('2016-11-02 12:00'));
      const untimed = [{ item: 'banner', dates: ['2016-11-02'] }];
      expect(await end(desk, untimed, deadline)).toBe(instant('2016-11-01 21:00'));
      // A time past midnight closes on the morning after.
      const night = [{ item: 'corner', dates: ['2016-11-01'], time: '25:00-26:00' }];
      expect(await end(desk, night, asked)).toBe(instant('2016-11-02 01:00'));
    });

    test('in the zone of the platform, summer time or not', async () => {
      const desk = new SalesDesk(open(), [['Asia/Shanghai', 'America/New_York']]);
      const utc = (text: string) => ({ now: Date.parse(text) });
      // The clocks go back on the 6th of November: midnight is 04:00 UTC before, and 05:00 after.
      const short = { asOf: '2016-11-01', more: { terms: { quoteValid: '4d' } } };
      expect(await end(desk, [hall], { ...short, ...utc('2016-11-05T20:00:00Z') })).toBe(
        '2016-11-06T04:00:00Z',
      );
      const next = [{ ...hall, dates: ['2016-11-21'] }];
      const long = { asOf: '2016-11-01', more: { terms: { quoteValid: '5d' } } };
      expect(await end(desk, next, { ...long, ...utc('2016-11-06T20:00:00Z') })).toBe('2016-11-07T05:00:00Z');
      const soon = [{ ...hall, dates: ['2016-11-06'] }];
      expect(await end(desk, soon, { ...short, ...utc('2016-11-06T02:00:00Z') })).toBe(
        '2016-11-06T04:00:00Z',
      );
      const sunday = [{ ...hall, dates: ['2016-11-06'], time: '10:00-11:00' }];
      expect(await end(desk, sunday, { ...long, ...utc('2016-11-06T02:00:00Z') })).toBe(
        '2016-11-06T15:00:00Z',
      );
    });
  });

  describe('what may be held', () => {
    test('asOf ≤ today ≤ validUntil, by the clock of the platform', async () => {
      const desk = new SalesDesk(open());
      const answers: unknown[] = [];
      for (const time of ['2016-10-25 23:59', '2016-10-26 00:00', '2016-11-09 23:59', '2016-11-10 00:00']) {
        const answer = await desk.hold([hall], { now: at(time) });
        answers.push(answer.ok ? 'held' : problemsOf(answer));
        if (answer.ok) done(await desk.ledger.release(answer.value.booking, { now: at(time) }));
      }
      expect(answers).toEqual([['quote-not-yet'], 'held', 'held', ['quote-expired']]);
    });

    test('a spot is closed from its start less the deadline on', async () => {
      const desk = new SalesDesk(open());
      const day = { item: 'corner', dates: ['2016-11-03'], time: '20:00-21:00' };
      const shortlyAt = (time: string, more: object = {}) => ({ now: at(`2016-11-03 ${time}`), more });
      expect(await desk.isFree([day], shortlyAt('19:59'))).toBe(true);
      expect(await desk.reasons([day], shortlyAt('20:00'))).toEqual([['closed']]);
      const deadline = { terms: { deadline: '2h' } };
      expect(await desk.isFree([day], shortlyAt('17:59', deadline))).toBe(true);
      expect(await desk.reasons([day], shortlyAt('18:00', deadline))).toEqual([['closed']]);
      const whole = { item: 'banner', dates: ['2016-11-03'] };
      expect(await desk.isFree([whole], { now: at('2016-11-02 23:59') })).toBe(true);
      expect(await desk.reasons([whole], shortlyAt('00:00'))).toEqual([['closed']]);
      // Closing is nothing that only counted places have.
      const pool = { item: 'pool', dates: ['2016-11-03'], amount: 100 };
      expect(await desk.reasons([pool], shortlyAt('00:00'))).toEqual([['closed']]);
    });

    test('another card than the pinned one is refused, whatever it says', async () => {
      const desk = new SalesDesk(open());
      const next = desk.cardWith([['version: "1"', 'version: "2"']]);
      expect(problemsOf(await desk.holdQuote(desk.quote([hall]), { card: next }))).toEqual(['card-changed']);
      expect(await desk.events()).toEqual([]);
    });

    test('a quote that its card does not make of its package is refused', async () => {
      const desk = new SalesDesk(open());
      const quote = desk.quote([hall]);
      const cheaper = structuredClone(quote) as { totals: { payable: string } } & typeof quote;
      cheaper.totals.payable = '1.00';
      expect(problemsOf(await desk.holdQuote(cheaper))).toContain('quote-mismatch');
      const longer = { ...quote, validUntil: '2016-11-30' };
      expect(problemsOf(await desk.holdQuote(longer))).toContain('quote-mismatch');
      const renamed = { ...quote, digest: `sha256:${'0'.repeat(64)}` };
      expect(problemsOf(await desk.holdQuote(renamed))).toContain('quote-mismatch');
      done(await desk.holdQuote(quote));
    });

    test('card and quote are kept in the ledger, and later verbs need no file', async () => {
      const desk = new SalesDesk(open());
      const quote = desk.quote([hall]);
      const { booking } = done(await desk.holdQuote(quote));
      expect(await desk.ledger.card(desk.card.digest)).toEqual({
        document: desk.card.document,
        digest: desk.card.digest,
      });
      expect(await desk.ledger.quote(quote.digest)).toEqual(quote);
      expect(await desk.ledger.quote(desk.card.digest)).toBeUndefined();
      const { card, client, package: id, currency, payable } = await desk.booking(booking);
      expect({ card, client, id, currency, payable }).toEqual({
        card: { id: 'demo', version: '1', digest: desk.card.digest },
        client: '甲公司',
        id: quote.id,
        currency: 'CNY',
        payable: '1000.00',
      });
    });

    test('names from outside are data', async () => {
      const desk = new SalesDesk(open());
      const name = `Robert'); drop table kanli_event; -- "%_\\ =1+1 😀`;
      const number = await desk.booked([{ ...hall, brand: name, category: name, options: ['exclusive'] }], {
        client: name,
        key: name,
        by: name,
      });
      expect(await desk.reasons([{ ...hall, time: '08:00-09:00', category: name }])).toEqual([['rival']]);
      const found = await desk.ledger.bookings({ client: name, brand: name, platform: desk.platform, now });
      expect(found.bookings).toMatchObject([
        { number, client: name, spots: [{ brand: name, category: name }] },
      ]);
      expect((await desk.events())[0]).toMatchObject({ key: name, by: name });
    });
  });
}
