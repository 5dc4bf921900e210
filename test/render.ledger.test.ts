import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import stringWidth from 'string-width';
import type { AvailabilityDocument, AvailableDay, ShownBooking } from '../src/documents/bookings.js';
import { availabilitySchema, bookingSchema, bookingsSchema } from '../src/documents/bookings.js';
import { type LedgerEvent, takeKinds } from '../src/documents/ledgerEvent.js';
import {
  bookingStates,
  cancellationSchema,
  type Reason,
  reasonCodes,
  refusalSchema,
  relocationSchema,
} from '../src/documents/receipt.js';
import * as ledgerWords from '../src/lang/ledger.js';
import { type Language, languages, type Text } from '../src/lang/text.js';
import { type AvailabilityOptions, drawAvailability, type OfferedItem } from '../src/render/availability.js';
import { drawBooking } from '../src/render/booking.js';
import { drawBookings } from '../src/render/bookings.js';
import { drawCancellation } from '../src/render/cancellation.js';
import { drawRefusal } from '../src/render/refusal.js';
import { drawRelocation } from '../src/render/relocation.js';
import type { ViewOptions } from '../src/render/view.js';
import { widthOf } from '../src/render/wrap.js';
import {
  availability,
  bookings,
  cancellation,
  dates,
  day,
  digestOf,
  items,
  part,
  refusal,
  refused,
  relocation,
  shown,
  titles,
  zone,
} from './support/ledger-views.js';
import { fen, shown as fenText, sumFen } from './support/page-sums.js';
import { obeyed, partOf, readCase, uncoloured } from './support/views.js';

const zh80 = { language: 'zh', width: 80, colour: false } as const;
const variants = languages.flatMap((language) => [80, 100, 120, 200].map((width) => ({ language, width })));

/** Every view of the fixtures, by the name of its page. */
const views: Readonly<Record<string, (look: ViewOptions) => string>> = {
  availability: (look) => drawAvailability(availability, items, { ...look, zone }),
  days: (look) => drawAvailability(availability, items, { ...look, zone, detail: true }),
  bookings: (look) => drawBookings(bookings, () => zone, look),
  booking: (look) => drawBooking(shown, zone, look),
  refusal: (look) => drawRefusal(refusal, titles, { ...look, zone }),
  cancellation: (look) => drawCancellation(cancellation, { ...look, currency: 'CNY', spots: shown.spots }),
  relocation: (look) => drawRelocation(relocation, { ...look, currency: 'CNY' }),
};
const pages = Object.keys(views);

test.each([
  ['availability', availabilitySchema, availability],
  ['bookings', bookingsSchema, bookings],
  ['booking', bookingSchema, shown],
  ['refusal', refusalSchema, refusal],
  ['cancellation', cancellationSchema, cancellation],
  ['relocation', relocationSchema, relocation],
] as const)('the %s that is drawn here is one', (_name, schema, document) => {
  expect(schema.safeParse(document).error).toBeUndefined();
});

describe('every view of the ledger', () => {
  test.each(
    pages
      .filter((page) => page !== 'days')
      .flatMap((page) => languages.map((language) => ({ page, language }))),
  )('$page in $language is the page that was looked at', ({ page, language }) => {
    expect(views[page]!({ language, width: 80, colour: false })).toBe(
      readCase('render', 'ledger', `${page}-${language}-80.txt`),
    );
  });

  test.each(variants)('in $language fits $width columns, coloured or not', ({ language, width }) => {
    for (const page of pages) {
      const plain = views[page]!({ language, width, colour: false });
      const coloured = views[page]!({ language, width, colour: true });
      expect(plain.split('\n').filter((line) => stringWidth(line) > width)).toEqual([]);
      expect(plain).toMatch(/[^\n]\n$/);
      expect(obeyed(plain)).toEqual([]);
      expect(coloured).toContain('\u001b[');
      expect(uncoloured(coloured)).toBe(plain);
    }
  });

  test('in English has no Chinese word of its own', () => {
    // What is not kanli's: titles, names and brands of the fixtures.
    const written = new Set(JSON.stringify([items, shown, bookings]).match(/\p{Script=Han}+/gu));
    for (const page of pages) {
      const text = views[page]!({ language: 'en', width: 200, colour: false });
      const left = (text.match(/\p{Script=Han}+/gu) ?? []).filter((found) => !written.has(found));
      expect([page, left]).toEqual([page, []]);
    }
  });

  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.constantFrom('\u001b[2J\u001b[31m', '\u009b31m', '\u202etxt', 'a'.repeat(300), '红包雨'.repeat(60)),
  );
  const written = [
    'client',
    'brand',
    'by',
    'role',
    'required',
    'title',
    'package',
    'version',
    'number',
    'booking',
    'platform',
  ];

  test('whatever stands in names, fits and steers no terminal', () => {
    const looks = fc.record({
      language: fc.constantFrom(...languages),
      width: fc.integer({ min: 60, max: 200 }),
      colour: fc.constant(false),
    });
    fc.assert(
      fc.property(nasty, looks, (text, look) => {
        const rewrite = <T>(data: T): T =>
          JSON.parse(JSON.stringify(data), (key, value: unknown) =>
            typeof value === 'string' && written.includes(key) ? text : value,
          );
        const exclusive = availability.days.map((one) => ({ ...one, exclusive: [text] }));
        const drawn = [
          ...[true, false].map((detail) =>
            drawAvailability({ ...rewrite(availability), days: exclusive }, rewrite(items), {
              ...look,
              zone,
              detail,
            }),
          ),
          drawBookings(rewrite(bookings), () => zone, look),
          drawBooking(rewrite(shown), zone, look),
          drawRefusal(refusal, () => text, { ...look, zone }),
          drawCancellation(rewrite(cancellation), { ...look, currency: 'CNY', spots: rewrite(shown.spots) }),
          drawRelocation(rewrite(relocation), { ...look, currency: 'CNY' }),
        ];
        for (const page of drawn) {
          expect(obeyed(page)).toEqual([]);
          for (const line of page.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(look.width);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('the calendar of what is free', () => {
  /** The cells of an item, over all blocks. */
  function cellsOf(page: string, title: string): string[] {
    const rows = page.split('\n').filter((line) => line.trimStart().startsWith(`${title} `));
    return rows.flatMap((row) => row.trimStart().slice(title.length).trim().split(/\s+/));
  }
  const draw = (
    document: AvailabilityDocument,
    own: readonly OfferedItem[],
    more: Partial<AvailabilityOptions> = {},
  ) => drawAvailability(document, own, { ...zh80, zone, ...more });
  const only = (...days: AvailableDay[]): AvailabilityDocument => ({ ...availability, days });
  const cellOf = (...days: AvailableDay[]) => cellsOf(draw(only(...days), []), days[0]!.item)[0];

  test.each(variants)(
    'in $language at $width columns has every date once, and every item its cells',
    (look) => {
      const page = draw(availability, items, look);
      const heads = page.split('\n').filter((line) => /^ +\d\d-\d\d/.test(line));
      expect(heads.flatMap((line) => line.trim().split(/ +/))).toEqual(dates.map((date) => date.slice(5)));
      // Counted by hand from the fixture.
      expect(cellsOf(page, '官方房间黄金档')).toEqual(
        '× 1/3 2/3 · 1/3 2/3 · 1/3 1+1/3 3/3■! 1/3 2/3 · 1/3'.split(' '),
      );
      expect(cellsOf(page, '热门列表首位')).toEqual('× · · · 1/1■ 0+1/1■ · · · · · · · ·'.split(' '));
      expect(cellsOf(page, '国际明星直播专场')).toEqual('– – – · · · · · · · 2/2■ · · ·'.split(' '));
      expect(cellsOf(page, '全站红包雨（服务费）')).toEqual('× · · · · · · · 1/1 · · · · ·'.split(' '));
      expect(cellsOf(page, '开屏')).toEqual('× · · · · · · <1% 20+5% 100%■ · · · ·'.split(' '));
    },
  );

  test('wider terminals show more dates side by side', () => {
    const blocks = [80, 120, 200].map(
      (width) => draw(availability, items, { width }).match(/^── /gm)?.length,
    );
    expect(blocks).toEqual([2, 2, 1]);
    expect(draw(availability, items)).toMatch(/^── 2016-11-01\.\.11-07 {2}第 1\/2 部分 ─/m);
  });

  test('weekends are marked, and only marks that are used are explained', () => {
    expect(draw(availability, items).match(/周.\*/g)).toEqual(['周六*', '周日*', '周六*', '周日*']);
    const legend = draw(only(day('a', '2016-11-07', { parts: [part('date', [0, 0, 1])] })), [])
      .split('\n')
      .at(-2);
    expect(legend).toBe('· 空闲');
    const all = draw(availability, items);
    for (const words of Object.values(ledgerWords.markWords)) expect(all).toContain(words.zh);
  });

  test('items stand under their sections in the order of the card, unlimited ones once', () => {
    const page = draw(availability, items, { width: 200 });
    const at = [
      '时段',
      '  官方',
      '  热门',
      '明星',
      '  国际',
      '  动画',
      '植入与资源位',
      '  全站',
      '  开屏',
    ].map((begin) => page.search(new RegExp(`^${begin}`, 'm')));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at[0]).toBeGreaterThan(0);
    expect(page.match(/直播间优惠券掉落/g)).toHaveLength(1);
    expect(page).toContain(
      '不限量：直播间优惠券掉落、红包雨奖池（代付，全额发给观众） · 2016-11-01 已截单\n',
    );
    const unsectioned = draw(
      availability,
      items.map(({ id, title }) => ({ id, title })),
    );
    expect(unsectioned).toMatch(/^官方房间黄金档 /m);
  });

  test('a date is full when nothing of it is left, not when one time is gone', () => {
    const free = { from: '00:00', to: '20:00' };
    const late = { from: '20:00', to: '30:00' };
    const date = '2016-11-07';
    expect(
      cellOf(day('a', date, { parts: [part('time', [0, 0, 1], free), part('time', [1, 0, 1], late)] })),
    ).toBe('1/1');
    expect(
      cellOf(day('a', date, { parts: [part('time', [0, 1, 1], free), part('time', [1, 0, 1], late)] })),
    ).toBe('0+1/1■');
    // A wave of another item leaves no time, whatever the item's own capacity.
    expect(cellOf(day('a', date, { parts: [part('date', [0, 0, 5]), part('wave', [1, 0, 1])] }))).toBe(
      '1/1■',
    );
    // Kept off by something that takes nothing itself.
    expect(cellOf(day('a', date, { parts: [{ ...part('time', [0, 0, 1], free), free: 0 }] }))).toBe('■');
    // A card that lowers a capacity takes nothing away from what is sold.
    expect(cellOf(day('a', date, { parts: [part('date', [3, 0, 2])] }))).toBe('3/2■');
  });

  test('bounds of the day count too, and exclusivity shows beside anything', () => {
    const date = '2016-11-07';
    expect(cellOf(day('a', date, { perDay: { used: 1, bound: 4 } }))).toBe('1/4');
    expect(cellOf(day('a', date, { perDay: { used: 4, bound: 4 } }))).toBe('4/4■');
    expect(cellOf(day('a', date, { perDay: { used: 0, bound: 4 } }))).toBe('·');
    expect(cellOf(day('a', date, { perDay: { used: 1, bound: 4 }, parts: [part('date', [1, 1, 3])] }))).toBe(
      '1+1/3',
    );
    expect(cellOf(day('a', date, { exclusive: ['alcohol'] }))).toBe('·!');
  });

  test('shares of impressions are never rounded up to all, nor down to none', () => {
    const share = (booked: number, held: number) =>
      cellOf(day('a', '2016-11-07', { parts: [part('impressions', [booked, held, 3_000_000])] }));
    expect(share(1, 0)).toBe('<1%');
    expect(share(0, 1)).toBe('0+<1%');
    expect(share(2_999_999, 0)).toBe('99%');
    expect(share(870_000, 0)).toBe('29%');
    expect(share(3_000_000, 0)).toBe('100%■');
  });

  test('an item the card does not name stands by its id; without dates there is a word', () => {
    expect(draw(only(day('ghost', '2016-11-07', { parts: [part('date', [0, 0, 1])] })), items)).toMatch(
      /^ghost +·$/m,
    );
    expect(draw(only(), items)).toContain('没有可列的日期。\n');
    expect(draw({ ...only(), head: undefined }, items)).not.toContain('台账');
  });

  test('tells instants by the platform’s clock', () => {
    expect(draw(availability, items)).toContain('截至  2016-10-28 10:00\n');
    expect(draw(availability, items, { zone: 'America/New_York' })).toContain('截至  2016-10-27 22:00\n');
  });

  test('with detail every date has its parts, and every number is that of the document', () => {
    const page = draw(availability, items, { detail: true, width: 120 });
    const limited = items.filter(({ id }) => !['coupon-drop', 'red-packet-pool'].includes(id));
    for (const { id, title, section } of limited) {
      const word = { slots: '时段', celebrities: '明星', placements: '植入与资源位' }[section!];
      const lines = partOf(page, `${title} ${id} · ${word}`);
      const dated = lines.flatMap((line) => /^2016-\d\d-\d\d/.exec(line)?.[0] ?? []);
      const own = availability.days.filter(({ item }) => item === id);
      expect(dated).toEqual(own.map(({ date }) => date));
      const parts = own.flatMap((one) => one.parts);
      const rows = lines.filter((line) => /\d+ {2}|\d$/.test(line) && !/预留至 {2}|^ {2}\S/.test(line));
      const read = rows.map((line) =>
        (line.replace(/2016-\S+ (周.|10:30)/g, '').match(/(?<=\s)[\d,]+(?=\s|$)/g) ?? []).map((number) =>
          Number(number.replaceAll(',', '')),
        ),
      );
      expect(read).toEqual(parts.map(({ booked, held, bound, free }) => [booked, held, bound, free]));
    }
    expect(page).toMatch(
      /^2016-11-09 周三 +曝光 +6,000,000 +1,500,000 +2016-10-29 10:30 +30,000,000 +22,500,000$/m,
    );
    expect(page).toMatch(/^ +20:00-22:00 +2 +1 +2016-10-29 10:30 +3 +0$/m);
    expect(page).toMatch(/^ +21:00-21:10 全部房间 +1 +0 +1 +0$/m);
    expect(page).toMatch(/^2016-11-11 周五 +00:00-30:00 +1 +0 +1 +0 +2\/2$/m);
    expect(page).toContain('  品类独占 alcohol\n');
    expect(page.match(/^ {2}已截单$/gm)).toHaveLength(5);
  });

  test('does not say by whom, whatever else is in the document', () => {
    const told = { client: '天猫', brand: '品牌甲', booking: 'inke-0012', by: '韩梅梅' };
    const leaky = {
      ...availability,
      days: availability.days.map((one) => ({
        ...one,
        ...told,
        parts: one.parts.map((own) => ({ ...own, ...told })),
      })),
    };
    for (const detail of [false, true]) {
      expect(draw(leaky, items, { detail })).toBe(draw(availability, items, { detail }));
      for (const name of Object.values(told)) expect(draw(leaky, items, { detail })).not.toContain(name);
    }
  });
});

describe('the list of bookings', () => {
  const draw = (document = bookings, look: Partial<ViewOptions> = {}) =>
    drawBookings(document, () => zone, { ...zh80, ...look });

  test.each(variants)('in $language at $width columns has all of every booking', ({ language, width }) => {
    const page = draw(bookings, { language, width });
    const entries = page.split(/^(?=inke-\d{4} )/m).slice(1);
    expect(entries).toHaveLength(bookings.bookings.length);
    for (const [at, { number, state, payable, fees, spots, revision }] of bookings.bookings.entries()) {
      const entry = entries[at]!;
      const standing = spots.filter((spot) => ['held', 'booked'].includes(spot.state)).length;
      expect(entry).toMatch(new RegExp(`^${number} +${ledgerWords.bookingStateWords[state][language]} `));
      expect(entry).toMatch(
        new RegExp(` ${revision} +${standing}/${spots.length} +¥${fenText(fen(payable))}`),
      );
      expect(entry.includes(`¥${fenText(fen(fees))}`)).toBe(fees !== '0.00' || payable === '0.00');
    }
    const [, cancelled, held] = entries;
    expect(cancelled).toContain(language === 'zh' ? '4 个品牌' : '4 brands');
    expect(cancelled).toContain('2016-11-09..11-12');
    expect(held).toContain('2016-10-29 10:30');
    expect(held).toContain('示例可乐');
  });

  test('counts them by state', () => {
    expect(draw(bookings, { width: 120 }).split('\n').at(-2)).toBe(
      '6 个订单 · 预留中 1 · 已确认 1 · 已释放 1 · 已过期 1 · 已被替换 1 · 已取消 1 · 截至 2016-10-28 10:00',
    );
    const two = { ...bookings, bookings: [shown, shown] };
    expect(draw(two, { language: 'en' })).toContain('2 bookings · 2 booked · as of');
    expect(draw({ ...bookings, bookings: [shown] }, { language: 'en' })).toContain(
      '1 booking · 1 booked · as of',
    );
  });

  test('of several platforms says which, each by its own clock', () => {
    const held: ShownBooking = { ...bookings.bookings[2]! };
    const both = { ...bookings, bookings: [held, { ...held, platform: 'abroad' }] };
    const page = drawBookings(both, (platform) => (platform === 'inke' ? zone : 'Europe/London'), {
      ...zh80,
      width: 200,
    });
    expect(page).toMatch(/2016-10-29 10:30 .* inke /);
    expect(page).toMatch(/2016-10-29 03:30 .* abroad /);
    expect(page).not.toContain('截至');
  });

  test('without any says so', () => {
    expect(draw({ ...bookings, bookings: [] })).toBe('没有订单。\n');
    expect(draw({ ...bookings, bookings: [] }, { language: 'en' })).toBe('There are no bookings.\n');
  });

  test('shows states by colour: what stands in its own, what is gone faintly', () => {
    const page = draw(bookings, { colour: true });
    expect(page).toContain('\u001b[32m已确认\u001b[39m');
    expect(page).toContain('\u001b[33m预留中\u001b[39m');
    for (const gone of ['已释放', '已过期', '已被替换', '已取消'])
      expect(page).toContain(`\u001b[2m${gone}\u001b[22m`);
  });
});

describe('one booking', () => {
  const draw = (booking: ShownBooking = shown, look: Partial<ViewOptions> = {}) =>
    drawBooking(booking, zone, { ...zh80, width: 120, ...look });
  const history = (events: readonly LedgerEvent[], more: Partial<ShownBooking> = {}) =>
    partOf(draw({ ...shown, ...more, events: [...events] }, { language: 'en' }), 'History').slice(2, -1);

  test('every spot stands there with its amount, its state and its fee', () => {
    const lines = partOf(draw(), '点位 · 6/7 有效');
    const rows = lines.filter((line) => /^ *\d+ {2}2016-/.test(line));
    expect(rows).toHaveLength(shown.spots.length);
    for (const [at, { line, date, time, item, brand, amount, state, fee }] of shown.spots.entries()) {
      const row = rows[at]!;
      expect(row).toMatch(new RegExp(`^ *${line} {2}${date} 周. `));
      for (const text of [time ?? '', item, brand, ` ${fenText(fen(amount))} `]) expect(row).toContain(text);
      expect(row).toContain(state === 'booked' ? '已确认' : '已取消');
      expect(row.endsWith(fee === undefined ? '已确认' : ` ${fenText(fen(fee))}`)).toBe(true);
    }
    const amounts = rows.map((row) => fen(/([\d,]+\.\d\d) /.exec(row)![1]!.replaceAll(',', '')));
    expect(amounts.reduce((sum, one) => sum + one, 0n)).toBe(sumFen(shown.spots.map(({ amount }) => amount)));
    expect(lines.join('\n')).toContain('3,333,333 次曝光');
    expect(lines.join('\n')).toContain('取消费按 2016-11-06 计');
    expect(lines).toContain('含税应付  ¥3,351,382.78');
    expect(lines).toContain('取消费用  ¥184,546.28');
  });

  test('says whose it is, by which quote, and what each approval is of', () => {
    const head = draw({ ...shown, state: 'held', replacedBy: 'inke-0020' }, { language: 'en' }).split(
      '\n──',
    )[0];
    expect(head).toContain('Booking inke-0012  held\n');
    for (const fact of [
      'Client       天猫',
      'Package      tmall-double11-small',
      'Rate card    inke-double11-2016 2016.10.1',
      `Quote        ${'b'.repeat(12)}\n`,
      'State        held · held until 2016-10-28 10:00 · revision 4',
      'must be approved by vice-president · given by 王芳 (vice-president)',
      `李雷 (vice-president) approved another quote, ${'a'.repeat(12)}`,
      'Replaces     inke-0011',
      'Replaced by  inke-0020',
    ])
      expect(head).toContain(fact);
    const open = draw({ ...shown, approval: { required: 'director', given: [] } }, { language: 'en' });
    expect(open).toContain('must be approved by director · not given yet');
    const none = draw({ ...shown, approval: { required: null, given: [] } }, { language: 'en' });
    expect(none).toContain('Approval   none is asked for');
  });

  test('its history has every event by the platform’s clock, its revision, who did it, and its hash', () => {
    const rows = history(shown.events);
    const first = rows.filter((row) => /^ +\d+ {2}2016-/.test(row));
    expect(first.map((row) => row.trim().split(/ {2,}/))).toEqual([
      ['30', '2016-10-26 10:00', 'held 7 spots until 2016-10-28 10:00', '1', '韩梅梅', 'a'.repeat(12)],
      [
        '31',
        '2016-10-26 11:15',
        `approved by vice-president 李雷 for quote ${'a'.repeat(12)}`,
        '1',
        '李雷',
        'b'.repeat(12),
      ],
      ['34', '2016-10-27 00:05', 'confirmed', '2', '韩梅梅', 'e'.repeat(12)],
      [
        '37',
        '2016-10-27 09:30',
        'moved line 3 2016-11-06 → 2016-11-12 20:00-21:40',
        '3',
        '韩梅梅',
        'b'.repeat(12),
      ],
      ['40', '2016-10-27 17:00', 'cancelled 1 spot, fee ¥184,546.28', '4', '韩梅梅', 'e'.repeat(12)],
    ]);
    expect(rows.filter((row) => !first.includes(row)).map((row) => row.trim())).toEqual([
      'in place of booking inke-0011',
      'to be approved by vice-president',
    ]);
  });

  test('the other ways of ending', () => {
    const [hold, , confirm, move] = shown.events;
    const { by: _nobody, ...unsigned } = confirm!;
    const later: LedgerEvent[] = [
      { ...unsigned, type: 'release' },
      { ...unsigned, type: 'lapse', expires: '2016-10-28T02:00:00Z' },
      { ...hold!, booking: 'inke-0020', replaces: 'inke-0012' } as LedgerEvent,
      { ...move!, expires: '2016-10-27T12:00:00Z' } as LedgerEvent,
    ];
    const text = history(later).join('\n');
    for (const said of [
      'released',
      'the hold expired at 2016-10-28 10:00',
      'replaced by booking inke-0020',
      'now held until 2016-10-27 20:00',
    ])
      expect(text).toContain(said);
    const expired = draw({ ...shown, state: 'expired' });
    expect(expired).toContain('已过期 · 预留止于 2016-10-28 10:00 · 第 4 版');
  });
});

describe('a refusal', () => {
  const draw = (document = refusal, look: Partial<ViewOptions> & { attempt?: 'hold' | 'move' } = {}) =>
    drawRefusal(document, titles, { ...zh80, zone, ...look });
  const of = (...spots: (typeof refusal)['spots']) => ({ ...refusal, spots });

  test.each(variants)('in $language at $width columns names every spot with all its numbers', (look) => {
    const page = draw(refusal, look);
    const entries = page.split(/^✗ /m).slice(1);
    expect(entries).toHaveLength(refusal.spots.length);
    for (const [at, { line, date, time, item, reasons }] of refusal.spots.entries()) {
      const [entry = ''] = entries[at]!.split(/\n {2}(?:可换|free instead)/);
      const [head = '', ...told] = entry.replace(/\n +(?![ -])/g, ' ').split(/\n {2}- /);
      for (const text of [String(line), date, time ?? '', item, titles(item)]) expect(head).toContain(text);
      expect(told).toHaveLength(reasons.length);
      for (const [place, { asked, bound, booked, held, until }] of reasons.entries()) {
        const reason = told[place]!;
        for (const count of [asked, bound, booked, held].filter((one) => one !== undefined && one > 0))
          expect(reason.replaceAll(',', '')).toMatch(new RegExp(`(?<!\\d)${count}(?!\\d)`));
        expect(reason.includes('2016-10-29 10:30')).toBe(until !== undefined);
      }
    }
  });

  test('says first that nothing was done, and how many spots fail', () => {
    const first = (page: string) => page.split('\n')[0];
    expect(first(draw())).toBe('没有预留任何点位：8 个点位订不到（截至 2016-10-28 10:00）。');
    expect(first(draw(refusal, { language: 'en' }))).toBe(
      'Nothing was held: 8 spots cannot be had (as of 2016-10-28 10:00).',
    );
    const one = of(refusal.spots[0]!);
    expect(first(draw(one, { language: 'en', attempt: 'move' }))).toBe(
      'Nothing was moved: 1 spot cannot be had (as of 2016-10-28 10:00).',
    );
    expect(draw(of())).toBe('');
  });

  test.each(languages)('every reason has its words in %s', (language: Language) => {
    const said = reasonCodes.map((code) => {
      const page = draw(of(refused(1, '2016-11-05', 'prime', [{ code }])), { language });
      return page.split('\n').slice(3).join(' ').trim();
    });
    expect(new Set(said).size).toBe(reasonCodes.length);
    for (const text of said) expect(text).toMatch(/^- [^{}()（）]+$/);
  });

  test('a package that asks for no more than there is gets in its own way', () => {
    const reason = (asked: number): Reason => ({ code: 'capacity', asked, bound: 1, booked: 0, held: 0 });
    const said = (asked: number) =>
      draw(of(refused(1, '2016-11-05', 'hot-top1', [reason(asked)])), { width: 120 });
    expect(said(1)).toContain('方案自己的点位互相排斥');
    expect(said(2)).toContain('要的超过上限（要 2，上限 1）');
  });

  test('what is free instead: dates first, then items; a time only where it is another', () => {
    const spot = (alternatives: (typeof refusal)['spots'][number]['alternatives']) =>
      draw(
        of(refused(1, '2016-12-30', 'prime', [{ code: 'closed' }], { time: '20:00-21:00', alternatives })),
        {
          language: 'en',
          width: 120,
        },
      );
    const at = (item: string, date: string, time = '20:00-21:00') => ({ item, date, time });
    expect(
      spot([at('prime', '2016-12-28'), at('prime', '2017-01-02'), at('hot-top1', '2016-12-30')]),
    ).toContain('  free instead: 12-28, 2017-01-02; or 热门列表首位 (hot-top1)\n');
    expect(spot([at('prime', '2016-12-28', '21:00-22:00'), at('other', '2016-12-29')])).toContain(
      '  free instead: 12-28 21:00-22:00; or other 12-29\n',
    );
    expect(spot([])).not.toContain('free instead');
  });

  const many = (count: number, lines: number, reasons: (at: number) => Reason[]) =>
    of(
      ...Array.from({ length: count }, (_, at) =>
        refused(1 + (at % lines), dates[Math.floor(at / lines) % dates.length]!, 'prime', reasons(at), {
          alternatives: [
            { item: 'prime', date: '2016-11-20' },
            { item: 'hot-top1', date: dates[Math.floor(at / lines) % dates.length]! },
          ],
        }),
      ),
    );

  test('forty are told each for itself', () => {
    const page = draw(many(40, 4, () => [{ code: 'closed' }]));
    expect(page.match(/^✗ /gm)).toHaveLength(40);
    expect(page).not.toContain('没有列出');
  });

  test('of more, those of a line that fail alike are told together', () => {
    const page = draw(
      many(48, 4, () => [{ code: 'closed' }]),
      { width: 120 },
    );
    expect(page.match(/^✗ .*/gm)).toEqual(
      [1, 2, 3, 4].map((line) => `✗ 第 ${line} 行 · 12 个点位 · 2016-11-01..11-12 · 官方房间黄金档（prime）`),
    );
    expect(page.match(/^ {2}可换：11-20；或 热门列表首位（hot-top1）$/gm)).toHaveLength(4);
  });

  test('of hundreds that fail each in its own way, forty are told and the rest counted', () => {
    const page = draw(
      many(480, 40, (at) => [{ code: 'booked', asked: 1, bound: 1, booked: 1 + at, held: 0 }]),
    );
    expect(page.match(/^✗ /gm)).toHaveLength(40);
    expect(page).toContain('没有预留任何点位：480 个点位订不到');
    expect(page.split('\n').at(-2)).toBe('另有 440 个点位没有列出。');
  });

  test('names nobody, whatever else is in the document', () => {
    const told = { client: '天猫', brand: '品牌甲', booking: 'inke-0012', by: '韩梅梅' };
    const spots = refusal.spots.map((spot) => ({
      ...spot,
      ...told,
      reasons: spot.reasons.map((reason) => ({ ...reason, ...told })),
    }));
    expect(draw({ ...refusal, spots })).toBe(draw());
    for (const name of Object.values(told)) expect(draw({ ...refusal, spots })).not.toContain(name);
  });
});

describe('dry runs', () => {
  test.each(variants)('in $language at $width columns a cancellation costs the sum of its fees', (look) => {
    const page = drawCancellation(cancellation, {
      ...look,
      colour: false,
      currency: 'CNY',
      spots: shown.spots,
    });
    const rows = page.split('\n').filter((line) => /^ *\d+ {2}2016-/.test(line));
    const fees = rows.map((row) => /[\d,]+\.\d\d$/.exec(row)![0].replaceAll(',', ''));
    expect(fees).toEqual(cancellation.spots.map(({ fee }) => fee));
    expect(page.split('\n').at(-2)).toMatch(new RegExp(` ${fenText(sumFen(fees))}$`));
    expect(page).toContain(`¥${fenText(sumFen(fees))}`);
    expect(rows[2]).toMatch(/ red-packet-pool .* 1,000,000\.00 +0\.00$/);
  });

  test('a spot that was cancelled before lends nothing to the one that stands on its date', () => {
    const spots = [
      { ...shown.spots[2]!, line: 1, date: '2016-11-10', item: 'gone', time: '01:00-02:00' },
      ...shown.spots,
    ];
    const page = drawCancellation(cancellation, { ...zh80, currency: 'CNY', spots });
    expect(page).not.toContain('gone');
  });

  test('without the spots of the booking, dates and fees stand alone', () => {
    const page = drawCancellation(cancellation, { ...zh80, currency: 'JPY' });
    expect(page).toMatch(/^ 1 {2}2016-11-10 周四 {2}229,167\.92$/m);
    expect(page).toContain('费用 JP¥458,335.84');
  });

  test.each(variants)(
    'in $language at $width columns a move says what changes, and names the digest in full',
    (look) => {
      const page = drawRelocation(relocation, { ...look, colour: false, currency: 'CNY' });
      const lines = page.split('\n');
      expect(page).toMatch(/^ *1 {2}prime +品牌甲 +2016-11-10 \S+ +→ +2016-11-09 \S+ +20:00-22:00$/m);
      expect(page).toMatch(/^ *3 {2}intl-star +品牌丙 +2016-11-12 \S+ +→ +2016-11-10 \S+ +21:00-22:40$/m);
      const { before, after } = relocation.payable;
      expect(page).toContain(`¥${fenText(fen(before))} → ¥${fenText(fen(after))}\n`);
      expect(page).toMatch(new RegExp(` ${fenText(fen(after) - fen(before))}\n`));
      expect(lines.at(-2)).toBe(digestOf('d'));
      expect(page).toContain('vice-president');
    },
  );

  test('a move that costs more, in a currency without decimals', () => {
    const dearer = { ...relocation, payable: { before: '900', after: '1200' } };
    const page = drawRelocation(dearer, { ...zh80, currency: 'JPY' });
    expect(page).toContain('含税应付  JP¥900 → JP¥1,200\n差额      +300\n');
  });

  test('who must approve', () => {
    const said = (required: string | null, missing: boolean) =>
      drawRelocation(
        { ...relocation, approval: { required, missing } },
        { ...zh80, width: 200, currency: 'CNY' },
      );
    expect(said('director', true)).toContain('改期前要由 director 批准改后的报价');
    expect(said('director', false)).toContain('需 director 批准；改期不必等新的批准。');
    expect(said(null, false)).toContain('无需审批。');
  });
});

describe('the words of the ledger', () => {
  const texts = (value: unknown, path: string): [string, Text][] => {
    if (typeof value !== 'object' || value === null) return [];
    if ('zh' in value && 'en' in value) return [[path, value as Text]];
    return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
  };
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
  const keys = (words: object) => Object.keys(words).sort();

  test('are there in both languages and fill the same places', () => {
    const all = texts({ ...ledgerWords }, 'ledger');
    expect(all.length).toBeGreaterThan(100);
    const wrong = all.filter(([, { zh, en }]) => {
      const said = zh.trim() !== '' && en.trim() !== '' && !/[\p{Script=Han}，。：；（）、“”]/u.test(en);
      return !said || places(zh).join() !== places(en).join();
    });
    expect(wrong).toEqual([]);
  });

  test('know every state, every reason and every part of a date', () => {
    expect(keys(ledgerWords.bookingStateWords)).toEqual([...bookingStates].sort());
    expect(keys(ledgerWords.reasonWords)).toEqual([...reasonCodes].sort());
    expect(keys(ledgerWords.partKindWords)).toEqual(takeKinds.filter((kind) => kind !== 'per-day').sort());
  });

  test('count one as one', () => {
    const { spots } = ledgerWords.countedWords;
    expect([0, 1, 2].map((count) => ledgerWords.counted(spots, count, 'en'))).toEqual([
      '0 spots',
      '1 spot',
      '2 spots',
    ]);
  });
});
