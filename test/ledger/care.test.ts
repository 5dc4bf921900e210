import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Ledger } from '../../src/ledger/ledger.js';
import { openLedger } from '../../src/ledger/ledger.js';
import { events } from '../../src/ledger/migrations/0001-events.js';
import { at, card, cardBy, quoteFor } from '../support/ledger/card.js';
import { engines, type LedgerPlace, openedAt } from '../support/ledger/engines.js';
import { expectSound } from '../support/ledger/sound.js';

/** The ledger's own care. Source: booking rules, "The ledger". */

const now = at('2016-10-26 10:00');
const { DatabaseSync } = createRequire(import.meta.url)('@photostructure/sqlite');

const places: LedgerPlace[] = [];
afterAll(async () => {
  for (const { remove } of places) await remove();
});

async function freshOn(name: string): Promise<string> {
  const engine = engines.find((one) => one.name === name);
  if (engine === undefined) throw new Error(`no engine ${name}`);
  const made = await engine.fresh();
  places.push(made);
  return made.place;
}

/** Every kind of event, on two platforms. */
async function live(ledger: Ledger): Promise<void> {
  const elsewhere = cardBy('elsewhere');
  const hold = async (id: string, lines: readonly object[], more: object = {}, by = card) => {
    const quote = quoteFor(lines, { id, card: by, category: '美妆', more: { deal: { discount: '20%' } } });
    const answer = await ledger.hold(quote, by, { now, ...more });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.value.booking;
  };
  const corner = { item: 'corner', dates: ['2016-11-08'], time: '20:00-21:00' };
  const star = {
    item: 'star',
    dates: ['2016-11-05', '2016-11-06'],
    time: '20:00-21:00',
    options: ['exclusive'],
  };
  const first = await hold('p-1', [star, { item: 'rain', dates: ['2016-11-05'], time: '21:00-21:10' }], {
    key: 'k-1',
  });
  await hold('p-2', [corner], { for: '1h' });
  const third = await hold('p-3', [corner, { item: 'banner', dates: ['2016-11-09'] }], {
    now: now + 7_200_000,
  });
  await ledger.approve(first, { now, role: 'director', by: '王总' });
  await ledger.confirm(first, { now, key: 'k-2' });
  await ledger.move(first, { now, steps: [{ line: 1, date: '2016-11-05', toDate: '2016-11-07' }] });
  await ledger.cancel(first, { now, lines: [2] });
  await hold('p-4', [corner], { now: now + 7_200_000, replace: third });
  await ledger.release('demo-0004', { now: now + 7_200_000 });
  await hold('p-1', [{ item: 'splash', dates: ['2016-11-05'], impressions: 9 }], {}, elsewhere);
}

async function exported(ledger: Ledger): Promise<string[]> {
  const lines: string[] = [];
  await ledger.export(async (line) => void lines.push(line));
  return lines;
}

async function* streamOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

let lines: string[];
beforeAll(async () => {
  const ledger = await openedAt(await freshOn('sqlite'));
  await live(ledger);
  lines = await exported(ledger);
  await ledger.close();
});

test('the same verbs at the same instants give the same bytes on every engine', async () => {
  const ledger = await openedAt(await freshOn('postgres'));
  await live(ledger);
  expect(await exported(ledger)).toEqual(lines);
  await ledger.close();
});

test('every kind of event is among them', () => {
  const types = lines.flatMap((line) => (JSON.parse(line) as { type?: string }).type ?? []);
  expect(new Set(types)).toEqual(
    new Set(['hold', 'approve', 'confirm', 'release', 'lapse', 'cancel', 'move']),
  );
  expect(lines.some((line) => line.includes('"replaces"'))).toBe(true);
});

describe.each(engines)('an export brought into $name', ({ name }) => {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await openedAt(await freshOn(name));
    expect(await ledger.import(() => streamOf(lines))).toMatchObject({ ok: true });
  });
  afterAll(() => ledger.close());

  test('is the ledger, without loss', async () => {
    expect(await expectSound(ledger, [])).toEqual(lines);
  });

  test('is refused a second time, and whoever kept a hash can prove what is there', async () => {
    expect(await ledger.import(() => streamOf(lines))).toMatchObject({
      ok: false,
      problems: [{ code: 'import-not-empty' }],
    });
    for (const line of lines) {
      const { hash } = JSON.parse(line) as { hash?: string };
      if (hash !== undefined) expect((await ledger.verify({ head: hash })).problems).toEqual([]);
    }
  });

  test('goes on: places are taken, keys are known, numbers follow', async () => {
    const star = { item: 'star', dates: ['2016-11-07'], time: '20:30-21:30' };
    const taken = await ledger.hold(
      quoteFor([star], { id: 'p-9', client: '乙公司', category: '美妆' }),
      card,
      { now },
    );
    expect(taken).toMatchObject({ ok: false, spots: [{ reasons: [{ code: 'booked' }, { code: 'rival' }] }] });
    expect(await ledger.confirm('demo-0001', { now, key: 'k-2' })).toMatchObject({
      ok: true,
      value: { replayed: true },
    });
    const free = quoteFor([{ ...star, dates: ['2016-11-20'] }], { id: 'p-9' });
    expect(await ledger.hold(free, card, { now })).toMatchObject({
      ok: true,
      value: { booking: 'demo-0005' },
    });
    await expectSound(ledger, []);
  });
});

describe('an export that is not whole', () => {
  const isEvent = (line: string) => line.includes('"seq"');
  const cases: readonly (readonly [string, (all: readonly string[]) => string[]])[] = [
    ['torn', (all) => [...all.slice(0, -1), all.at(-1)!.slice(0, 40)]],
    ['without an event in the middle', (all) => all.filter((_, at) => at !== all.findIndex(isEvent) + 2)],
    ['without a document', (all) => all.slice(1)],
    ['edited', (all) => all.map((line) => line.replace('"at":"2016-10-26T02', '"at":"2016-10-26T01'))],
    [
      'in another order',
      (all) => {
        const at = all.findIndex(isEvent);
        return [...all.slice(0, at), all[at + 1]!, all[at]!, ...all.slice(at + 2)];
      },
    ],
    ['of something else', () => ['{"kind":"Package"}']],
  ];
  test.each(cases)('%s: nothing of it is imported', async (_what, spoil) => {
    const ledger = await openedAt(await freshOn('sqlite'));
    expect(await ledger.import(() => streamOf(spoil(lines)))).toMatchObject({ ok: false });
    expect(await exported(ledger)).toEqual([]);
    expect((await ledger.stats()).bookings).toEqual({});
    await ledger.close();
  });

  test('cut off at the end it is sound by itself: only a hash that was kept tells', async () => {
    const ledger = await openedAt(await freshOn('sqlite'));
    const own = lines.filter((line) => !line.includes('elsewhere'));
    const last = JSON.parse(own.at(-1)!) as { hash: string };
    expect(await ledger.import(() => streamOf(own.slice(0, -1)))).toMatchObject({ ok: true });
    expect((await ledger.verify()).problems).toEqual([]);
    expect((await ledger.verify({ head: last.hash })).problems).toMatchObject([{ code: 'head-not-found' }]);
    await ledger.close();
  });
});

describe('the schema', () => {
  test('of a newer program is refused, and left as it is', async () => {
    const place = await freshOn('sqlite');
    await (await openedAt(place)).close();
    const file = new DatabaseSync(place);
    file.exec('update kanli_schema set version = 99');
    file.close();
    for (const purpose of ['use', 'look', 'migrate'] as const) {
      const opened = await openLedger(place, { clock: () => now, purpose });
      expect(opened).toMatchObject({
        ok: false,
        problems: [{ code: 'ledger-newer', values: { found: 99 } }],
      });
    }
  });

  test('of an older one is refused until it is brought up; its tables are made from its events', async () => {
    const place = await freshOn('sqlite');
    const file = new DatabaseSync(place);
    for (const statement of events({ whole: 'integer', table: 'strict', small: 'strict' }))
      file.exec(statement);
    file.exec('create table kanli_schema (id integer not null primary key, version integer not null)');
    file.exec('insert into kanli_schema values (1, 1)');
    const archive = file.prepare(
      'insert into kanli_archive (platform, digest, kind, body) values (?, ?, ?, ?)',
    );
    const event = file.prepare(
      'insert into kanli_event (platform, seq, hash, booking, body) values (?, ?, ?, ?, ?)',
    );
    const { canonicalJson, digestOf } = await import('../../src/documents/canonical.js');
    for (const line of lines) {
      const read = JSON.parse(line) as Record<string, never> & { digest: string; hash: string };
      const { hash, ...rest } = read;
      if ('seq' in read) event.run(read['platform'], read['seq'], hash, read['booking'], canonicalJson(rest));
      else if ('rateCard' in read)
        archive.run((read['rateCard'] as { platform: string }).platform, read.digest, 'Quote', line.trim());
      else archive.run(read['platform'], digestOf(read), 'RateCard', line.trim());
    }
    file.close();
    const refused = await openLedger(place, { clock: () => now, purpose: 'use' });
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'ledger-older' }] });
    const ledger = await openedAt(place, { purpose: 'migrate' });
    expect(await expectSound(ledger, [])).toEqual(lines);
    await ledger.close();
  });

  test('makes spoiled tables again from the events', async () => {
    const place = await freshOn('sqlite');
    const ledger = await openedAt(place);
    await ledger.import(() => streamOf(lines));
    const file = new DatabaseSync(place);
    for (const table of ['head', 'booking', 'spot', 'counter', 'day', 'category', 'brand', 'deal', 'key'])
      file.exec(`delete from kanli_${table}`);
    file.close();
    expect((await ledger.verify()).problems).not.toEqual([]);
    expect(await ledger.rebuild()).toMatchObject({ ok: true, value: 2 });
    expect(await expectSound(ledger, [])).toEqual(lines);
    await ledger.close();
  });
});

describe('the database itself refuses what must not be', () => {
  const forbidden: readonly (readonly [string, string])[] = [
    ['more than the bound', 'update kanli_counter set used = bound + 1'],
    ['less than nothing', 'update kanli_counter set used = -1'],
    ['timed and untimed on one date', 'update kanli_day set timed = 1, dated = 1'],
    ['two brands beside an exclusive', 'update kanli_category set brands = 2, exclusive = 1'],
    ['a booking in no state', "update kanli_booking set state = 'sold'"],
    [
      'an event twice',
      "insert into kanli_event select platform, seq, 'x', booking, body from kanli_event where seq = 1",
    ],
    ['a booking twice', 'insert into kanli_booking select * from kanli_booking'],
    ['nothing where something must be', 'update kanli_counter set bound = null'],
    ['text where a number must be', "update kanli_counter set used = 'many'"],
  ];

  test.each(forbidden)('SQLite: %s', async (_what, statement) => {
    const place = await freshOn('sqlite');
    const ledger = await openedAt(place);
    await ledger.import(() => streamOf(lines));
    const file = new DatabaseSync(place);
    expect(() => file.exec(statement)).toThrow(/constraint|cannot store/i);
    file.close();
    await ledger.close();
  });

  test('PostgreSQL: all of them', async () => {
    const place = await freshOn('postgres');
    const ledger = await openedAt(place);
    await ledger.import(() => streamOf(lines));
    const client = new pg.Client({ connectionString: place });
    await client.connect();
    for (const [what, statement] of forbidden) {
      const refused = await client.query(statement).then(
        () => `${what}: done`,
        (fault: Error) => fault.message,
      );
      expect(refused).toMatch(/constraint|invalid input syntax|is of type/);
    }
    await client.end();
    await ledger.close();
  });
});
