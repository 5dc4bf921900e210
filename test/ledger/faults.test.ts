import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Receipt } from '../../src/documents/receipt.js';
import { freshDatabase } from '../support/database.js';
import { quoteFor } from '../support/ledger/card.js';
import { type Ended, holdArgs, kanli, writeDeals } from '../support/ledger/commands.js';
import { cutAtCommit } from '../support/ledger/cut-connection.js';
import { openedAt } from '../support/ledger/engines.js';
import { seed } from '../support/ledger/soak.js';
import { expectSound } from '../support/ledger/sound.js';
import { opening, randomNumbers, tradedCard } from '../support/ledger/trading.js';
import { startPostgres } from '../support/postgres-server.mjs';

/** Disks and servers that fail. Source: booking rules, "Disk full, read-only file, lost connection". */

const small = { item: 'drop', dates: ['2016-11-05'] };
const stack = /\n\s+at /;

let folder: string;
let place: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kanli-faults-'));
  place = join(folder, 'ledger.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function receiptOf({ status, stdout, stderr }: Ended): Receipt {
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as Receipt;
}

/** A fault is told in a sentence that names the ledger; it is none of the program. */
function expectFault(ended: Ended, said: RegExp): void {
  expect({ status: ended.status, stdout: ended.stdout }).toEqual({ status: 3, stdout: '' });
  expect(ended.stderr).toMatch(said);
  expect(ended.stderr).not.toMatch(stack);
}

async function expectWhole(receipts: readonly Receipt[], bookings: number): Promise<void> {
  const ledger = await openedAt(place);
  await expectSound(ledger, receipts);
  expect((await ledger.bookings()).bookings).toHaveLength(bookings);
  await ledger.close();
}

describe('a disk that is full', () => {
  test('by a limit: nothing is half-written, and the same call under its key is done once there is room', async () => {
    writeDeals(folder, [small, { item: 'drop', dates: ['2016-11-01/2016-11-08'] }, small]);
    const first = receiptOf(await kanli(holdArgs(1, place), { cwd: folder }));
    // A file may grow to what the log has now, in blocks of 1 KiB, and hardly further.
    const blocks = Math.ceil(readFileSync(`${place}-wal`).length / 1024) + 4;
    const call = holdArgs(2, place, '--key', 'call-2');
    for (const [language, said] of [
      ['zh', /写到了允许的上限；台账没有改动：.*ledger\.db/],
      ['en', /a file may not grow any more; the ledger was not changed: .*ledger\.db/],
    ] as const) {
      const limited = ['/bin/bash', '-c', `ulimit -f ${blocks}; trap '' XFSZ; exec "$@"`, 'limited'];
      expectFault(await kanli([...call, '--lang', language], { cwd: folder, wrapped: limited }), said);
    }
    await expectWhole([first], 1);
    const done = receiptOf(await kanli(call, { cwd: folder }));
    const again = receiptOf(await kanli(call, { cwd: folder }));
    expect(again).toEqual({ ...done, replayed: true });
    await expectWhole([first, done, again], 2);
  });
});

/** A small disk of its own, where the tests may mount one. */
const mounted = ((): string | undefined => {
  const disk = mkdtempSync(join(tmpdir(), 'kanli-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=700k', 'tmpfs', disk]);
  if (status === 0) return disk;
  rmSync(disk, { recursive: true });
  return undefined;
})();
afterAll(() => {
  if (mounted === undefined) return;
  execFileSync('umount', [mounted]);
  rmSync(mounted, { recursive: true });
});

// Where nothing may be mounted the limit above is the only full disk there is.
if (mounted !== undefined)
  describe('a disk that is really full', () => {
    test('nothing is half-written, and the same call under its key is done once there is room', async () => {
      writeDeals(folder, [small, { item: 'drop', dates: ['2016-11-01/2016-11-08'] }]);
      place = join(mounted ?? '', 'ledger.db');
      const first = receiptOf(await kanli(holdArgs(1, place), { cwd: folder }));
      const filling = join(mounted ?? '', 'filling');
      expect(() => writeFileSync(filling, Buffer.alloc(1_000_000))).toThrow(/ENOSPC/);
      const call = holdArgs(2, place, '--key', 'call-2');
      for (const [language, said] of [
        ['zh', /磁盘已满，台账没有改动：.*ledger\.db/],
        ['en', /The disk is full; the ledger was not changed: .*ledger\.db/],
      ] as const)
        expectFault(await kanli([...call, '--lang', language], { cwd: folder }), said);
      rmSync(filling);
      await expectWhole([first], 1);
      const done = receiptOf(await kanli(call, { cwd: folder }));
      await expectWhole([first, done], 2);
    });
  });

describe('a file that cannot be used', () => {
  beforeEach(() => writeDeals(folder, [small, small]));

  test('a ledger that may only be read', async () => {
    const first = receiptOf(await kanli(holdArgs(1, place), { cwd: folder }));
    const root = process.getuid?.() === 0;
    for (const file of [place, `${place}-wal`, `${place}-shm`]) if (existsSync(file)) chmodSync(file, 0o444);
    chmodSync(folder, 0o555);
    // For root nothing is read-only by its mode: somebody else has to try.
    const wrapped = root ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
    expectFault(
      await kanli([...holdArgs(2, place), '--lang', 'en'], { cwd: folder, wrapped }),
      /read-only|cannot be opened/,
    );
    chmodSync(folder, 0o755);
    for (const file of [place, `${place}-wal`, `${place}-shm`]) if (existsSync(file)) chmodSync(file, 0o644);
    await expectWhole([first], 1);
  });

  test.each([
    [
      'a file that is no database',
      () => writeFileSync(place, 'not a database, but long enough to be read as one'),
    ],
    ['a folder', () => mkdirSync(place)],
  ])('%s', async (_what, make) => {
    make();
    expectFault(
      await kanli([...holdArgs(1, place), '--lang', 'en'], { cwd: folder }),
      /no ledger|cannot be opened/,
    );
  });

  test('a ledger that was cut off', async () => {
    for (const n of [1, 2]) receiptOf(await kanli(holdArgs(n, place), { cwd: folder }));
    // Brings the log into the file first, as SQLite does by itself now and then.
    const dump =
      "const { DatabaseSync } = require('@photostructure/sqlite'); const d = new DatabaseSync(process.argv[1]); d.exec('pragma wal_checkpoint(truncate)'); d.close();";
    execFileSync(process.execPath, ['-e', dump, place]);
    const whole = readFileSync(place);
    writeFileSync(place, whole.subarray(0, whole.length / 2));
    const verified = await kanli(['ledger', 'verify', '--db', place, '--lang', 'en'], { cwd: folder });
    expect([1, 3]).toContain(verified.status);
    expect(verified.stderr).not.toMatch(stack);
    expect(verified.stderr).not.toBe('');
  });

  test('a folder that is not there', async () => {
    const nowhere = join(folder, 'none', 'ledger.db');
    expectFault(await kanli([...holdArgs(1, nowhere), '--lang', 'en'], { cwd: folder }), /cannot be opened/);
  });
});

describe('a server that fails', () => {
  test('stopped and started again: an error meanwhile, and the same call under its key is done once', async () => {
    writeDeals(folder, [small, small]);
    const server = await startPostgres();
    try {
      place = server.url;
      const first = receiptOf(await kanli(holdArgs(1, place), { cwd: folder }));
      await server.kill();
      const call = holdArgs(2, place, '--key', 'call-2');
      expectFault(
        await kanli([...call, '--lang', 'en'], { cwd: folder }),
        /cannot be reached[\s\S]*same --key/,
      );
      await server.restart();
      const done = receiptOf(await kanli(call, { cwd: folder }));
      const again = receiptOf(await kanli(call, { cwd: folder }));
      expect(again).toEqual({ ...done, replayed: true });
      await expectWhole([first, done, again], 2);
    } finally {
      await server.stop();
    }
  });

  test('killed in the middle of holds: what has no answer is done once, when it is asked for again', async () => {
    const server = await startPostgres();
    try {
      place = server.url;
      const ledger = await openedAt(place);
      const receipts: Receipt[] = [];
      const hold = async (n: number) => {
        const quote = quoteFor([small], { id: `p-${n}`, card: tradedCard });
        const answer = await ledger.hold(quote, tradedCard, { now: opening, key: `call-${n}` });
        if (!answer.ok) throw new Error(JSON.stringify(answer));
        receipts.push(answer.value);
      };
      await hold(0);
      const killed = pause(20 + randomNumbers(seed)() * 80).then(() => server.kill());
      let unknown = 0;
      let told: unknown;
      // Calls go out side by side, so that some are under way whenever it happens.
      const calls = async (first: number) => {
        for (let n = first; ; n += 3) {
          try {
            await hold(n);
          } catch (error) {
            told = error;
            return n;
          }
        }
      };
      const open = await Promise.all([calls(1), calls(2), calls(3)]);
      await killed;
      unknown = open.length;
      expect(told).toMatchObject({ name: 'LedgerFault', kind: 'unreachable' });
      await server.restart();
      const known = receipts.length;
      for (const n of open) await hold(n);
      expect(receipts).toHaveLength(known + unknown);
      for (const n of open) await hold(n);
      expect(receipts.slice(-unknown).every(({ replayed }) => replayed)).toBe(true);
      await ledger.close();
      await expectWhole(receipts, known + unknown);
    } finally {
      await server.stop();
    }
  });

  test.each([
    ['before', 'the commit is heard of', false],
    ['after', 'it is committed', true],
  ] as const)('lost just %s %s: the same call under its key says which', async (when, _what, done) => {
    writeDeals(folder, [small]);
    const database = await freshDatabase();
    const lost = await cutAtCommit(database.url, when);
    try {
      const call = (at: string) =>
        kanli([...holdArgs(1, at, '--key', 'call-1'), '--lang', 'en'], { cwd: folder });
      expectFault(await call(lost.url), /cannot be reached[\s\S]*same --key/);
      expect(lost.isCut()).toBe(true);
      place = database.url;
      const receipt = receiptOf(await call(place));
      expect(receipt).toMatchObject({ booking: 'fair-0001', replayed: done });
      await expectWhole([receipt], 1);
    } finally {
      lost.close();
      await database.drop();
    }
  });

  test.each([
    ['no such server', 'postgres://kanli:geheim@127.0.0.1:1/kanli'],
    ['no such socket', `postgres://kanli:geheim@localhost/kanli?host=${tmpdir()}/none`],
    ['a password among the settings', 'postgres://kanli@127.0.0.1:1/kanli?password=geheim&sslmode=disable'],
    ['a password with an @', 'postgres://kanli:ge@geheim@127.0.0.1:1/kanli'],
    ['a scheme in capitals', 'POSTGRES://kanli:geheim@127.0.0.1:1/kanli'],
  ])('%s: no password is shown', async (_what, url) => {
    writeDeals(folder, [small]);
    for (const [language, said] of [
      ['zh', /连不上台账/],
      ['en', /cannot be reached/],
    ] as const) {
      const ended = await kanli([...holdArgs(1, url), '--lang', language], { cwd: folder });
      expectFault(ended, said);
      expect(ended.stderr).not.toContain('geheim');
    }
  });

  test.each([
    ['no such database', (url: URL) => ({ pathname: '/nobody_made_this', username: url.username })],
    ['no such user', (url: URL) => ({ pathname: url.pathname, username: 'nobody-knows-me' })],
  ])('%s', async (_what, wrong) => {
    writeDeals(folder, [small]);
    const url = new URL(process.env.KANLI_TEST_POSTGRES ?? '');
    Object.assign(url, wrong(url));
    expectFault(await kanli([...holdArgs(1, url.href), '--lang', 'en'], { cwd: folder }), /cannot be opened/);
  });

  test.each([
    ['a slash in the password', 'postgres://kanli:ge/geheim@127.0.0.1:1/kanli'],
    ['no such port', 'postgres://kanli:geheim@127.0.0.1:99999/kanli'],
  ])('an address that is none, %s, is told like one that cannot be opened', async (_what, url) => {
    writeDeals(folder, [small]);
    const ended = await kanli([...holdArgs(1, url), '--lang', 'en'], { cwd: folder });
    expectFault(ended, /cannot be opened/);
    expect(ended.stderr).not.toContain('geheim');
  });
});
