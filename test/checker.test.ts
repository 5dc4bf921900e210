import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonical, digestOf } from './checker/canonical.mjs';
import { checkLedger, codes } from './checker/check-ledger.mjs';
import { brokenChains } from './checker/ledgers/chain.js';
import { rightFees, wrongFees } from './checker/ledgers/fees.js';
import { soldOnce, soldTwice } from './checker/ledgers/inventory.js';
import { banner, booked, held } from './checker/ledgers/ledger-case.js';
import { wrongLives } from './checker/ledgers/life.js';
import { strangeShapes } from './checker/ledgers/shape.js';
import { soundLives, wholeStory } from './checker/ledgers/sound.js';
import { wrongTakes } from './checker/ledgers/takes.js';
import { halfBookings } from './checker/ledgers/whole.js';
import { minuteOf, smallCard } from './checker/small-card.js';
import { Ledger } from './checker/small-ledger.js';

const wrong = [
  ...brokenChains,
  ...strangeShapes,
  ...wrongLives,
  ...halfBookings,
  ...soldTwice,
  ...wrongTakes,
  ...wrongFees,
];
const sound = [...soundLives, ...soldOnce, ...rightFees];

function written(write: (ledger: Ledger) => void): Ledger {
  const ledger = new Ledger();
  write(ledger);
  return ledger;
}

describe('a ledger in order passes', () => {
  test.each(sound)('$what', ({ write }) => {
    expect(checkLedger(written(write).lines).findings).toEqual([]);
  });

  test('everything that was written is counted', () => {
    // 8 spots held and one moved; then three holds of 1, 1 and 2. The hall takes time and date.
    expect(checkLedger(written(wholeStory).lines).counted).toEqual({
      events: 10,
      bookings: 4,
      spots: 14,
      takes: 2 + 1 + 2 + 1 + 1 + 1 + 2 + 2,
    });
  });

  test('two platforms have a chain each, whatever the order of their rows', () => {
    const one = written(wholeStory).lines;
    const other = new Ledger({ ...smallCard(), platform: 'other' });
    wholeStory(other);
    const mixed = one.flatMap((line, index) => [line, other.lines[index] ?? '']);
    expect(checkLedger(mixed)).toMatchObject({ findings: [], counted: { events: 20, bookings: 8 } });
  });

  test('the documents come first, then the events in any order', () => {
    const { lines } = written(wholeStory);
    const documents = lines.filter((line) => line.includes('"kind":"Quote"') || line.includes('"RateCard"'));
    const events = lines.filter((line) => !documents.includes(line));
    expect(checkLedger([...documents, ...events.reverse()]).findings).toEqual([]);
  });
});

describe('a ledger with one thing wrong is named for it', () => {
  test.each(wrong)('$code: $what', ({ code, seq, also = [], write }) => {
    const { findings } = checkLedger(written(write).lines);
    expect(new Set(findings.map((finding) => finding.code))).toEqual(new Set([code, ...also]));
    const found = findings.find((finding) => finding.code === code);
    expect(found?.seq).toBe(seq);
    if (seq !== undefined) expect(found?.platform).toBe('demo');
  });

  test('every code has its wrong ledger', () => {
    const receipts = ['receipt-unreadable', 'acknowledged-lost', 'acknowledged-differs'];
    expect(new Set([...wrong.map(({ code }) => code), ...receipts])).toEqual(new Set(Object.keys(codes)));
  });

  test('faults are looked for at every event, not only in what stands at the end', () => {
    const ledger = new Ledger();
    held(ledger);
    held(ledger, 'B2');
    ledger.act('release', 'B2');
    expect(checkLedger(ledger.lines).findings).toEqual([
      { code: 'capacity', platform: 'demo', seq: 2, text: 'hall on 2016-11-08: 2 of 1' },
    ]);
  });

  test('one slip is named once, and the rest of the ledger is still judged', () => {
    const ledger = new Ledger();
    held(ledger, 'B1', [banner]);
    ledger.act('confirm', 'B1', { revision: 3 });
    ledger.act('cancel', 'B1', {
      revision: 4,
      spots: [{ line: 1, date: '2016-11-08', fee: '49.00' }],
      fee: '49.00',
    });
    const { findings } = checkLedger(ledger.lines);
    expect(findings.map(({ code, seq }) => [code, seq])).toEqual([
      ['revision', 2],
      ['fee', 3],
    ]);
  });
});

describe('a changed value is noticed, wherever it is', () => {
  const { rows } = written(wholeStory);
  const strange = [null, 0, -1, 1.5, '', 'x', '2016-11-09', '20:00-22:00', '1h', '5%', [], {}, [null], true];

  /** Every place in a document at which a value stands. */
  function placesOf(value: unknown): { parent: Record<string, unknown>; key: string }[] {
    if (typeof value !== 'object' || value === null) return [];
    const parent = value as Record<string, unknown>;
    return Object.keys(parent).flatMap((key) => [{ parent, key }, ...placesOf(parent[key])]);
  }

  test('in a card, a quote or an event', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: rows.length - 1 }),
        fc.nat(),
        fc.constantFrom(...strange),
        (row, nth, value) => {
          const changed = structuredClone(rows);
          const places = placesOf(changed[row]);
          const place = places[nth % places.length];
          if (place === undefined) throw new RangeError('an empty row');
          fc.pre(canonical(place.parent[place.key]) !== canonical(value));
          place.parent[place.key] = value;
          const { findings } = checkLedger(changed.map((document) => JSON.stringify(document)));
          expect(findings).not.toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the hash', () => {
  test('the canonical form is that of RFC 8785', () => {
    // The example of its section 3.2.2 and the sorting of its section 3.2.3.
    const values = '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001]}';
    expect(canonical(JSON.parse(values))).toBe('{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}');
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6'];
    const sorted = canonical(Object.fromEntries(keys.map((key) => [key, key])));
    expect(Object.values(JSON.parse(sorted))).toEqual(Object.keys(JSON.parse(sorted)));
    expect(sorted.match(/"[^"]*":/g)?.map((key) => JSON.parse(key.slice(0, -1)))).toEqual([
      '\r',
      '1',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\u{1f600}',
      '\ufb33',
    ]);
  });

  test('it is that of SHA-256', () => {
    // printf '{}' | sha256sum
    expect(digestOf({})).toBe('sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
});

describe('the hall is never sold twice in any minute', () => {
  const quarter = fc.integer({ min: 0, max: 100 });
  const spot = fc.record({
    date: fc.constantFrom('2016-11-08', '2016-11-09'),
    start: quarter,
    length: fc.integer({ min: 1, max: 12 }),
    released: fc.boolean(),
  });
  const clock = (quarters: number) =>
    `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`;

  test('as counting minute by minute has it', () => {
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 12 }), (spots) => {
        const ledger = new Ledger();
        const minutes = new Map<number, number>();
        const overfull: unknown[] = [];
        for (const [index, { date, start, length, released }] of spots.entries()) {
          const [from, to] = [clock(start), clock(start + length)];
          held(ledger, `B${index}`, [{ item: 'late', dates: [date], time: `${from}-${to}` }]);
          // The late hall rests for an hour.
          const taken = Array.from(
            { length: length * 15 + 60 },
            (_, minute) => minuteOf(date, from) + minute,
          );
          for (const minute of taken) minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
          if (taken.some((minute) => (minutes.get(minute) ?? 0) > 1)) overfull.push(ledger.last.seq);
          if (!released) continue;
          ledger.act('release', `B${index}`);
          for (const minute of taken) minutes.set(minute, (minutes.get(minute) ?? 0) - 1);
        }
        const { findings } = checkLedger(ledger.lines);
        expect(findings.map(({ code, seq }) => [code, seq])).toEqual(
          overfull.map((seq) => ['capacity', seq]),
        );
      }),
    );
  });
});

describe('receipts', () => {
  const ledger = written((book) => {
    booked(book, 'B1', [{ ...banner, dates: ['2016-11-08'] }]);
    book.act('cancel', 'B1', { spots: [{ line: 1, date: '2016-11-08', fee: '50.00' }], fee: '50.00' });
  });
  const events = ledger.rows.filter((row) => row.type !== undefined);
  const receipts = events.map(({ booking, revision, seq, hash }, index) => ({
    booking,
    state: ['held', 'booked', 'cancelled'][index],
    revision,
    replayed: false,
    event: { seq, hash },
  }));
  const findingsOf = (acknowledged: readonly (object | string)[]) =>
    checkLedger(ledger.lines, { acknowledged }).findings.map(({ code, seq, text }) => ({ code, seq, text }));

  test('all that clients were told is in the ledger', () => {
    expect(findingsOf(receipts)).toEqual([]);
    expect(findingsOf([...receipts.map((receipt) => JSON.stringify(receipt)), ''])).toEqual([]);
  });

  test('a repeated call is told of the event that it repeats, and how the booking stands by now', () => {
    expect(findingsOf([{ ...receipts[0], state: 'cancelled', revision: 3, replayed: true }])).toEqual([]);
  });

  test('an event that is not there is lost', () => {
    const event = { seq: 4, hash: `sha256:${'1'.repeat(64)}` };
    expect(findingsOf([{ ...receipts[0], event }])).toEqual([
      expect.objectContaining({ code: 'acknowledged-lost', seq: 4 }),
    ]);
  });

  test('so is one that was cut off the end', () => {
    const { findings } = checkLedger(ledger.lines.slice(0, -1), { acknowledged: receipts });
    expect(findings).toEqual([expect.objectContaining({ code: 'acknowledged-lost', seq: 3 })]);
  });

  test.each([
    ['booking', { booking: 'B2' }],
    ['revision', { revision: 9 }],
    ['state', { state: 'booked' }],
    ['seq', { event: { ...receipts[0]?.event, seq: 2 } }],
  ])('another %s than that of its event', (field, change) => {
    expect(findingsOf([{ ...receipts[0], ...change }])).toEqual([
      { code: 'acknowledged-differs', seq: 1, text: `receipt 1 differs in ${field}` },
    ]);
  });

  test.each(['{"booking":"B1"}', '{"booking":', 'null'])('%s is no receipt', (text) => {
    expect(findingsOf([text])).toEqual([expect.objectContaining({ code: 'receipt-unreadable' })]);
  });
});

describe('the command', () => {
  const script = join(import.meta.dirname, 'checker', 'check-ledger.mjs');
  const run = (args: readonly string[], input = '') => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
      encoding: 'utf8',
      input,
    });
    return { status, stdout, stderr };
  };
  let folder = '';
  const file = (name: string) => join(folder, name);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kanli-checker-'));
    // U+2028 ends a line for some readers of lines, and for no reader of NDJSON.
    const story = written((ledger) => {
      wholeStory(ledger);
      held(ledger, 'B5\u2028', [banner]);
      ledger.act('release', 'B5\u2028');
    });
    writeFileSync(file('sound.ndjson'), `${story.lines.join('\n')}\n`);
    const twice = written((ledger) => {
      held(ledger);
      ledger.act('confirm', '\u001b[2J');
    });
    writeFileSync(file('wrong.ndjson'), twice.lines.join('\n'));
    writeFileSync(
      file('lost.ndjson'),
      '{"booking":"B9","state":"held","revision":1,"replayed":false,"event":{"seq":99,"hash":"sha256:0"}}\n',
    );
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test('ends with 0 when the ledger is sound', () => {
    expect(run([file('sound.ndjson')])).toEqual({
      status: 0,
      stdout: '',
      stderr: 'sound: 12 events, 5 bookings, 16 spots, 12 takes\n',
    });
  });

  test('ends with 1 when something is wrong, and obeys nothing that a name says', () => {
    expect(run([file('wrong.ndjson')])).toEqual({
      status: 1,
      stdout: 'demo 2 number-unknown confirm of �[2J, which was never held\n',
      stderr: '1 findings: 2 events, 2 bookings, 1 spots, 2 takes\n',
    });
  });

  test('writes findings as JSON, a ledger from the standard input', () => {
    const lines = written((ledger) => {
      held(ledger);
      ledger.rows.push({ kind: 'Package' });
    }).lines.join('\n');
    const { status, stdout } = run(['-', '--json'], lines);
    expect([status, JSON.parse(stdout)]).toEqual([
      1,
      { code: 'unreadable', platform: '', text: 'row 4 is no rate card, no quote and no event' },
    ]);
  });

  test('looks for acknowledged events', () => {
    const { status, stdout } = run([file('sound.ndjson'), '--acknowledged', file('lost.ndjson')]);
    expect([status, stdout]).toEqual([1, expect.stringContaining('- 99 acknowledged-lost receipt 1 of B9')]);
  });

  test.each([
    ['without a file', []],
    ['with two', ['a', 'b']],
    ['with a flag that there is not', ['--colour', 'a']],
    ['with a file that is not there', ['missing.ndjson']],
  ])('ends with 2 %s', (_what, args) => {
    const { status, stdout, stderr } = run(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/usage|missing\.ndjson/);
  });
});
