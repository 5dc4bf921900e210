import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Problem } from '../../src/diagnostics/problem.js';
import { canonicalJson, digestOfText } from '../../src/documents/canonical.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { at, card, cardOf, cardText, quoteFor } from '../support/ledger/card.js';
import { type LedgerPlace, openedAt, sqlitePlace } from '../support/ledger/engines.js';
import { figure, seed, soaking } from '../support/ledger/soak.js';
import { done } from './suite/desk.js';

/**
 * Somebody writes into the file of a ledger, past the program. Source: booking rules, "The ledger": a changed byte is found and
 * named, and `verify` makes every table again and compares.
 */

/** Of how many bytes, and of how many cells of the tables, one is changed. */
const everyByte = soaking ? 1 : 53;
const everyCell = soaking ? 1 : 5;

type Cell = string | number;
type Row = Readonly<Record<string, Cell>>;

interface Event {
  readonly platform: string;
  readonly seq: number;
  readonly hash: string;
  readonly booking: string;
  readonly body: string;
}

let place: LedgerPlace;
let ledger: Ledger;
let file: InstanceType<typeof DatabaseSync>;
let events: Event[];
let documents: { readonly digest: string; readonly kind: string; readonly body: string }[];

beforeAll(async () => {
  place = await sqlitePlace();
  ledger = await openedAt(place.place);
  await live(ledger);
  file = new DatabaseSync(place.place);
  // What the program could not write is written, too; and nobody waits for the disk.
  file.exec('pragma synchronous = off; pragma ignore_check_constraints = on');
  events = rows('kanli_event', 'seq') as unknown as Event[];
  documents = rows('kanli_archive', 'digest') as unknown as typeof documents;
});
afterAll(async () => {
  file.close();
  await ledger.close();
  await place.remove();
});

/** Few events, and yet one of each kind, and a row in each table. */
async function live(open: Ledger): Promise<void> {
  const now = at('2016-10-26 10:00');
  const hold = async (
    id: string,
    lines: readonly object[],
    more: { key?: string; for?: string; at?: number },
  ) =>
    done(
      await open.hold(quoteFor(lines, { id, category: '美妆', more: { deal: { discount: '20%' } } }), card, {
        key: more.key,
        for: more.for,
        now: more.at ?? now,
      }),
    ).booking;
  const scarce = { item: 'corner', dates: ['2016-11-08'], time: '20:00-20:30' };
  const first = await hold(
    'p-1',
    [
      { item: 'idol', dates: ['2016-11-05', '2016-11-06'], time: '20:00-20:30', options: ['exclusive'] },
      { item: 'splash', dates: ['2016-11-05'], impressions: 123456 },
    ],
    { key: 'order-1' },
  );
  await hold('p-2', [scarce], { for: '1h' });
  const second = await hold('p-3', [scarce, { item: 'banner', dates: ['2016-11-09'] }], {
    at: now + 7_200_000,
  });
  done(await open.approve(first, { now, role: 'director', by: '王总' }));
  done(await open.confirm(first, { now, key: 'confirm-1' }));
  done(await open.cancel(first, { now, lines: [2] }));
  const steps = [{ line: 1, date: '2016-11-05', toDate: '2016-11-07' }];
  done(await open.move(first, { now, steps }));
  await hold('p-4', [{ item: 'rain', dates: ['2016-11-10'], time: '21:00-21:10' }], {});
  done(await open.release(second, { now: now + 7_300_000 }));
}

function rows(table: string, order: string): Row[] {
  return file.prepare(`select * from ${table} order by ${order}`).all() as Row[];
}

interface Told {
  readonly code: string;
  readonly seq?: unknown;
  readonly digest?: unknown;
  readonly table?: unknown;
}

/** What `verify` says, with the names by which it is found. */
async function told(head?: string): Promise<Told[]> {
  const { problems } = await ledger.verify({ head });
  return problems.map(named);
}

function named({ code, values: { platform, seq, digest, table } }: Problem): Told {
  if (code === 'document-changed') return { code, digest };
  if (code === 'table-differs') return { code, table };
  // Of what happened on which platform is half of its name.
  if (platform !== undefined && platform !== 'demo')
    return { code, seq: `${String(platform)} ${String(seq)}` };
  return { code, seq };
}

type Value = Cell | Uint8Array;

interface Change {
  readonly statement: string;
  readonly values?: readonly Value[];
}

/** What `verify` says while some rows are other than they were. */
async function saidAfter(...changes: readonly Change[]): Promise<Told[]> {
  file.exec('begin immediate');
  for (const { statement, values = [] } of changes) {
    // A change of nothing would be found by nobody.
    if (file.prepare(statement).run(...values).changes === 0) throw new Error(`no row: ${statement}`);
  }
  file.exec('commit');
  try {
    return await told();
  } finally {
    restore();
  }
}

let kept: ReadonlyMap<string, readonly Row[]> | undefined;
const derived = ['head', 'booking', 'spot', 'counter', 'day', 'category', 'brand', 'deal', 'key'];
const tables = ['event', 'archive', ...derived].map((name) => `kanli_${name}`);

/** As it was before anybody wrote into it. */
function original(): ReadonlyMap<string, readonly Row[]> {
  kept ??= new Map(tables.map((table) => [table, rows(table, '1, 2')]));
  return kept;
}

function restore(): void {
  file.exec('begin immediate');
  for (const [table, before] of original()) {
    file.exec(`delete from ${table}`);
    for (const row of before) insert(table, row);
  }
  file.exec('commit');
}

function insert(table: string, row: Row): void {
  const { statement, values = [] } = inserted(table, row);
  file.prepare(statement).run(...values);
}

function inserted(table: string, row: Row): Change {
  const columns = Object.keys(row);
  return {
    statement: `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    values: Object.values(row),
  };
}

function eventSet(seq: number, column: string, value: Value): Change {
  const to = value instanceof Uint8Array ? 'cast(? as text)' : '?';
  return { statement: `update kanli_event set ${column} = ${to} where seq = ?`, values: [value, seq] };
}

function documentSet(digest: string, column: string, value: Value): Change {
  const to = value instanceof Uint8Array ? 'cast(? as text)' : '?';
  return {
    statement: `update kanli_archive set ${column} = ${to} where digest = ?`,
    values: [value, digest],
  };
}

const otherBytes: readonly ((byte: number) => number)[] = [
  // Stays what it was in UTF-8: one byte, the first of several, or a later one.
  (byte) => byte ^ 1,
  () => 0xff,
  () => 0,
];

/** A text once for each of its bytes that is to be changed. */
function* changed(text: string): Generator<{ readonly at: number; readonly bytes: Uint8Array }> {
  const before = Buffer.from(text);
  for (let place = seed % everyByte, round = 0; place < before.length; place += everyByte, round += 1) {
    for (const [which, other] of otherBytes.entries()) {
      if (!soaking && which !== round % otherBytes.length) continue;
      const bytes = Uint8Array.from(before);
      bytes[place] = other(bytes[place]!);
      yield { at: place, bytes };
    }
  }
}

interface Unnoticed {
  readonly what: string;
  readonly at: number;
  readonly told: readonly Told[];
}

/** Changes each byte of a text where it is stored. @returns where something else was said than what must be */
async function unnoticed(
  what: string,
  text: string,
  change: (bytes: Uint8Array) => Change,
  must: readonly Told[],
): Promise<Unnoticed[]> {
  const found: Unnoticed[] = [];
  let tried = 0;
  for (const { at: where, bytes } of changed(text)) {
    tried += 1;
    const said = await afterOne(change(bytes), change(new Uint8Array(Buffer.from(text))));
    if (canonicalJson(said) !== canonicalJson(must)) found.push({ what, at: where, told: said });
  }
  expect(tried).toBeGreaterThan(0);
  figure(`${what}: ${tried} changes`);
  return found;
}

/** As `after`, and only the one row is put back: thousands of times that is what counts. */
async function afterOne(change: Change, back: Change): Promise<Told[]> {
  const run = ({ statement, values = [] }: Change) => file.prepare(statement).run(...values);
  run(change);
  try {
    return await told();
  } finally {
    run(back);
  }
}

const patience = soaking ? 3_600_000 : 60_000;

/** A changed hash is that of its event, and what the next one names is not there any more. */
function afterHash(seq: number): Told[] {
  const broken = { code: 'chain-broken', seq: seq + 1 };
  return [{ code: 'event-changed', seq }, ...(seq < events.length ? [broken] : [])];
}

test('the ledger that is written into has one of everything, and is sound', async () => {
  const types = new Set(events.map(({ body }) => (JSON.parse(body) as { type: string }).type));
  expect([...types].sort()).toEqual(['approve', 'cancel', 'confirm', 'hold', 'lapse', 'move', 'release']);
  for (const table of tables)
    expect({ table, rows: original().get(table)?.length }).not.toMatchObject({ rows: 0 });
  expect(await told()).toEqual([]);
  restore();
  expect(await told()).toEqual([]);
});

describe('any byte', () => {
  test(
    'of an event is found, and the event is named',
    async () => {
      const found: Unnoticed[] = [];
      for (const { seq, body } of events)
        found.push(
          ...(await unnoticed(`event ${seq}`, body, (bytes) => eventSet(seq, 'body', bytes), [
            { code: 'event-changed', seq },
          ])),
        );
      expect(found).toEqual([]);
    },
    patience,
  );

  test(
    'of the hash of an event is found, and the event is named',
    async () => {
      const found: Unnoticed[] = [];
      for (const { seq, hash } of events)
        found.push(
          ...(await unnoticed(
            `hash of ${seq}`,
            hash,
            (bytes) => eventSet(seq, 'hash', bytes),
            afterHash(seq),
          )),
        );
      expect(found).toEqual([]);
    },
    patience,
  );

  test(
    'of an archived card or quote is found, and the document is named',
    async () => {
      const found: Unnoticed[] = [];
      for (const { digest, kind, body } of documents)
        found.push(
          ...(await unnoticed(`${kind} ${digest}`, body, (bytes) => documentSet(digest, 'body', bytes), [
            { code: 'document-changed', digest },
          ])),
        );
      expect(found).toEqual([]);
    },
    patience,
  );

  test('of the digest that a quote says of itself is found', async () => {
    for (const { digest, body } of documents.filter(({ kind }) => kind === 'Quote')) {
      const own = body.replace(`"digest":"${digest}"`, `"digest":"${digest.replace(/.$/, 'x')}"`);
      expect(own).not.toBe(body);
      expect(await saidAfter(documentSet(digest, 'body', own))).toEqual([
        { code: 'document-changed', digest },
      ]);
    }
  });
});

describe('the columns by which an event is found', () => {
  test('its platform', async () => {
    for (const { seq } of events) {
      const said = await saidAfter(eventSet(seq, 'platform', 'else'));
      const here = said.filter(({ seq: name }) => typeof name === 'number');
      // Where it was the last one, the tables know of it still.
      if (seq === events.length) expect(here).toEqual([]);
      else expect(here[0]).toEqual({ code: 'event-missing', seq });
      expect(said).toContainEqual({ code: 'chain-broken', seq: `else ${seq}` });
    }
  });

  test('its place', async () => {
    for (const { seq } of events) {
      const said = await saidAfter(eventSet(seq, 'seq', events.length + 1));
      expect(said).toContainEqual({ code: 'event-missing', seq });
      expect(said).toContainEqual({ code: 'chain-broken', seq: events.length + 1 });
    }
  });

  test('its booking', async () => {
    for (const { seq, booking } of events)
      for (const other of [`${booking}0`, '', events.find((one) => one.booking !== booking)?.booking ?? ''])
        expect(await saidAfter(eventSet(seq, 'booking', other))).toEqual([{ code: 'chain-broken', seq }]);
  });
});

describe('events', () => {
  const gone = (seq: number): Change => ({
    statement: 'delete from kanli_event where seq = ?',
    values: [seq],
  });

  test('one of them left out', async () => {
    for (const { seq } of events.slice(0, -1))
      expect(await saidAfter(gone(seq))).toEqual([
        { code: 'event-missing', seq },
        { code: 'chain-broken', seq: seq + 1 },
      ]);
  });

  test('the last ones cut off: the tables know of them, and whoever kept a hash does', async () => {
    for (const { seq } of events.slice(1)) {
      const said = await saidAfter({ statement: 'delete from kanli_event where seq >= ?', values: [seq] });
      expect(said).toContainEqual({ code: 'table-differs', table: 'kanli_head' });
    }
  });

  test('all of them taken away', async () => {
    expect(await saidAfter({ statement: 'delete from kanli_event' })).not.toEqual([]);
    // Nor is a ledger of nothing but tables sound.
    const heads = { statement: 'delete from kanli_head' };
    expect(await saidAfter({ statement: 'delete from kanli_event' }, heads)).not.toEqual([]);
  });

  test('one of them twice', async () => {
    const last = events.length + 1;
    for (const event of events)
      expect(await saidAfter(inserted('kanli_event', { ...event, seq: last }))).toEqual([
        { code: 'chain-broken', seq: last },
      ]);
  });

  test('two of them in each other’s place', async () => {
    const put = (seq: number, { hash, booking, body }: Event): Change => ({
      statement: 'update kanli_event set hash = ?, booking = ?, body = ? where seq = ?',
      values: [hash, booking, body, seq],
    });
    for (const [one, other] of pairs(events)) {
      const said = await saidAfter(put(one.seq, other), put(other.seq, one));
      expect(said[0]).toEqual({ code: 'chain-broken', seq: one.seq });
      expect(said).toContainEqual({ code: 'chain-broken', seq: other.seq });
    }
  });

  /** The whole row anew, so that it agrees with itself. */
  const forged = (seq: number, body: string): Change => ({
    statement: 'update kanli_event set hash = ?, body = ? where seq = ?',
    values: [digestOfText(body), body, seq],
  });

  test('one that was changed together with its hash: the next one tells, and at the end the tables do', async () => {
    for (const { seq, body } of events) {
      const said = await saidAfter(
        forged(seq, canonicalJson({ ...(JSON.parse(body) as object), by: '某某' })),
      );
      if (seq === events.length) expect(said).toContainEqual({ code: 'table-differs', table: 'kanli_head' });
      else expect(said).toEqual([{ code: 'chain-broken', seq: seq + 1 }]);
    }
  });

  test('one that was changed with all that follow: the tables tell, and whoever kept a hash does', async () => {
    const head = events.at(-1)!.hash;
    for (const { seq: from } of events) {
      let prev = '';
      const changes = events.slice(from - 1).map(({ seq, body }) => {
        const event = JSON.parse(body) as object;
        const text = canonicalJson(seq === from ? { ...event, by: '某某' } : { ...event, prev });
        prev = digestOfText(text);
        return forged(seq, text);
      });
      expect(await saidAfter(...changes)).toContainEqual({ code: 'table-differs', table: 'kanli_head' });
    }
    expect(await told(head)).toEqual([]);
  });

  test.each(['nothing', '', 'null', '[]', '7', '"text"', '{}', '{"seq":1}'])(
    'one that was made into %j, with the hash of it',
    async (body) => {
      for (const { seq } of events)
        expect((await saidAfter(forged(seq, body)))[0]).toEqual({ code: expect.any(String), seq });
    },
  );
});

describe('documents', () => {
  test('one of them taken away: the first event that names it is', async () => {
    for (const { digest } of documents) {
      const [first] = events.filter(({ body }) => body.includes(digest));
      const said = await saidAfter({
        statement: 'delete from kanli_archive where digest = ?',
        values: [digest],
      });
      expect(said).toEqual([{ code: 'document-missing', seq: first?.seq, digest: undefined }]);
    }
  });

  test('another one under its digest', async () => {
    for (const [one, other] of pairs(documents.filter(({ kind }) => kind === 'Quote')))
      expect(await saidAfter(documentSet(one.digest, 'body', other.body))).toEqual([
        { code: 'document-changed', digest: one.digest },
      ]);
  });

  test('one as the other kind', async () => {
    for (const { digest, kind } of documents)
      expect(
        await saidAfter(documentSet(digest, 'kind', kind === 'Quote' ? 'RateCard' : 'Quote')),
      ).not.toEqual([]);
  });

  test('under another digest, and on another platform', async () => {
    for (const { digest } of documents) {
      const other = digest.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
      expect(await saidAfter(documentSet(digest, 'digest', other))).toEqual([
        { code: 'document-changed', digest: other },
      ]);
      expect((await saidAfter(documentSet(digest, 'platform', 'else')))[0]).toMatchObject({
        code: 'document-missing',
      });
    }
  });

  test.each(['nothing', '', 'null', '[]', '7', '"text"', '{}', '{"kind":"Quote","n":3e99999}'])(
    'one that was made into %j',
    async (body) => {
      for (const { digest } of documents)
        expect(await saidAfter(documentSet(digest, 'body', body))).toEqual([
          { code: 'document-changed', digest },
        ]);
    },
  );

  test('one that says the same in other words', async () => {
    for (const { digest, body } of documents)
      for (const text of [` ${body}`, `${body}\n`, JSON.stringify(JSON.parse(body), null, 1), escaped(body)])
        expect(await saidAfter(documentSet(digest, 'body', text))).toEqual([
          { code: 'document-changed', digest },
        ]);
  });

  test('a number too large to be one', async () => {
    const large = cardOf(cardText.replace('capacity: 3000000', 'capacity: 3999999'));
    const body = canonicalJson(large.document);
    const spoiled = body.replace('3999999', '3e99999');
    expect(spoiled).not.toBe(body);
    const { digest } = large;
    const row = { platform: 'demo', digest, kind: 'RateCard' };
    expect(await saidAfter(inserted('kanli_archive', { ...row, body }))).toEqual([]);
    expect(await saidAfter(inserted('kanli_archive', { ...row, body: spoiled }))).toEqual([
      { code: 'document-changed', digest },
    ]);
  });
});

describe.each(derived.map((name) => `kanli_${name}`))('a row of %s', (table) => {
  const differs = { code: 'table-differs', table };
  const whereIs = (row: Row): Pick<Required<Change>, 'statement' | 'values'> => {
    const columns = Object.keys(row);
    return {
      statement: `where ${columns.map((column) => `${column} = ?`).join(' and ')}`,
      values: Object.values(row),
    };
  };

  test('taken away', async () => {
    for (const row of sampled(saying(table))) {
      const { statement, values } = whereIs(row);
      const said = await saidAfter({ statement: `delete from ${table} ${statement}`, values });
      expect(said).toEqual([differs]);
    }
  });

  test('changed in any column', async () => {
    const cells = saying(table).flatMap((row) => Object.keys(row).map((column) => ({ row, column })));
    const seen = new Set<string>();
    for (const { row, column } of sampled(cells, (cell) => cell.column)) {
      seen.add(column);
      const { statement, values } = whereIs(row);
      const change = `update ${table} set ${column} = ? ${statement}`;
      const said = await saidAfter({ statement: change, values: [otherThan(row[column]!), ...values] });
      expect({ row, column, said: said.filter((one) => one.table !== undefined) }).toEqual({
        row,
        column,
        // A row under another key is one too few and one too many.
        said: expect.arrayContaining([differs]),
      });
      expect(new Set(said.map((one) => one.table))).toEqual(new Set([table]));
    }
    expect(seen).toEqual(new Set(Object.keys(saying(table)[0]!)));
  });

  test('added', async () => {
    for (const row of sampled(saying(table))) {
      // Under the next key; of a head there is but one a platform.
      const last = keyColumns[table]!;
      const said = await saidAfter(inserted(table, { ...row, [last]: otherThan(row[last]!) }));
      if (table === 'kanli_head') expect(said).not.toEqual([]);
      else expect(said).toEqual([differs]);
    }
  });

  test('added for a platform of which nothing else is there', async () => {
    const [row] = saying(table);
    expect(await saidAfter(inserted(table, { ...row, platform: 'ghost' }))).not.toEqual([]);
  });
});

test('a row that counts nothing and yet stands in the way is found', async () => {
  const row = { platform: 'demo', resource: 'idol', day: 17200, category: '美妆', brands: 0, exclusive: 1 };
  expect(await saidAfter(inserted('kanli_category', row))).toEqual([
    { code: 'table-differs', table: 'kanli_category' },
  ]);
});

/** The last column of each key. */
const keyColumns: Readonly<Record<string, string>> = {
  kanli_head: 'platform',
  kanli_booking: 'number',
  kanli_spot: 'day',
  kanli_counter: 'slot',
  kanli_day: 'day',
  kanli_category: 'category',
  kanli_brand: 'brand',
  kanli_deal: 'package',
  kanli_key: 'key',
};

const countColumns = ['used', 'timed', 'dated', 'exclusive', 'uncategorised', 'brands', 'spots'];

/** The rows that say something: a count of nothing may be there or not. */
function saying(table: string): Row[] {
  return original()
    .get(table)!
    .filter((row) => {
      const counts = countColumns.filter((column) => typeof row[column] === 'number');
      return counts.length === 0 || counts.some((column) => row[column] !== 0);
    });
}

function otherThan(cell: Cell): Cell {
  return typeof cell === 'number' ? cell + 1000 : `${cell}x`;
}

/** Some of a list, and in a soak all; at least one of each kind. */
function sampled<T>(all: readonly T[], kindOf: (one: T) => string = () => ''): T[] {
  const kinds = new Set<string>();
  return all.filter((one, place) => {
    const isNew = !kinds.has(kindOf(one));
    kinds.add(kindOf(one));
    return isNew || place % everyCell === 0;
  });
}

function* pairs<T>(list: readonly T[]): Generator<readonly [T, T]> {
  for (const [place, one] of list.entries())
    for (const other of list.slice(place + 1)) yield [one, other] as const;
}

/** The same JSON, a letter of it written as an escape. */
function escaped(body: string): string {
  return body.replace('RateCard', '\\u0052ateCard').replace('"Quote"', '"\\u0051uote"');
}
