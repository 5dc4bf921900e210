import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Receipt, Refusal } from '../../src/documents/receipt.js';
import type { Answer } from '../../src/ledger/answer.js';
import { type Client, type ClientProgram, clientProgram } from '../support/ledger/clients.js';
import { holdArgs, kanli, startKanli, writeDeals } from '../support/ledger/commands.js';
import { engines, type LedgerPlace, openedAt } from '../support/ledger/engines.js';
import { figure, seed, soaking } from '../support/ledger/soak.js';
import { expectSound } from '../support/ledger/sound.js';
import { opening } from '../support/ledger/trading.js';

/** Many processes at once. Source: booking rules, "Many processes at once on both". */

const contenders = 20;
const clients = soaking ? 8 : 4;
const seconds = soaking ? 60 : 3;
const rounds = soaking ? 100 : 10;
const patience = (seconds + 60) * 1000;

const scarce = { item: 'star', dates: ['2016-11-01', '2016-11-02'], time: '20:00-21:00' };

let program: ClientProgram;
beforeAll(() => {
  program = clientProgram();
});
afterAll(() => program.remove());

describe.each(engines)('at once on $name', ({ fresh }) => {
  let place: LedgerPlace;
  let folder: string;
  beforeEach(async () => {
    place = await fresh();
    folder = mkdtempSync(join(tmpdir(), 'kanli-races-'));
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    await place.remove();
  });

  async function soundWith(receipts: readonly Receipt[]): Promise<void> {
    const ledger = await openedAt(place.place);
    await expectSound(ledger, receipts);
    await ledger.close();
  }

  test.each([
    ['on a ledger that is in use', true],
    ['on a ledger that all of them make', false],
  ])(
    'twenty commands hold the same dates %s: one has them, the others are told why',
    async (_where, inUse) => {
      const others = Array.from({ length: contenders }, () => scarce);
      writeDeals(folder, [...others, { item: 'hall', dates: ['2016-11-05'], time: '20:00-21:00' }]);
      if (inUse) await kanli(holdArgs(contenders + 1, place.place), { cwd: folder });
      const ended = await Promise.all(
        others.map((_, at) => kanli(holdArgs(at + 1, place.place), { cwd: folder })),
      );
      expect(ended.map(({ stderr }) => stderr).filter((text) => text !== '')).toEqual([]);
      expect(ended.map(({ status }) => status).toSorted((a, b) => Number(a) - Number(b))).toEqual([
        0,
        ...others.slice(1).map(() => 1),
      ]);
      const refusals = ended
        .filter(({ status }) => status === 1)
        .map(({ stdout }) => JSON.parse(stdout) as Refusal);
      for (const { spots, diagnostics } of refusals) {
        expect(spots.map(({ date }) => date)).toEqual(scarce.dates);
        expect(spots.flatMap(({ reasons }) => reasons.map(({ code }) => code))).toEqual(['held', 'held']);
        expect(diagnostics ?? []).toEqual([]);
      }
      const receipts = ended
        .filter(({ status }) => status === 0)
        .map(({ stdout }) => JSON.parse(stdout) as Receipt);
      expect(receipts).toMatchObject([{ state: 'held', revision: 1, replayed: false }]);
      await soundWith(receipts);
    },
    patience,
  );

  test(
    'clients that hold, confirm, release, cancel and move in each other’s way never sell a place twice',
    async () => {
      const trading = await started(clients);
      await Promise.all(trading.map((client, at) => client.ask({ verb: 'trade', seed: seed + at, seconds })));
      await Promise.all(trading.map((client) => client.end()));
      expect({ seed, thrown: trading.flatMap(({ thrown }) => thrown) }).toEqual({ seed, thrown: [] });
      const answers = trading.map(answersOf);
      expect(answers.flat().filter(({ answer }) => isEmptyRefusal(answer))).toEqual([]);
      const calls = answers.map(({ length }) => length);
      const accepted = trading.map(({ receipts }) => receipts.length);
      report(answers.flat(), calls, accepted);
      // All clients draw from the same calls, so each should come to as many as the others; half of that is chance, the
      // machine's scheduler and the few hundred calls of a short run. Who starves comes to a hundredth or less.
      const fairShare = accepted.reduce((sum, count) => sum + count, 0) / clients;
      expect({ seed, least: Math.min(...accepted) >= fairShare / 2, accepted }).toMatchObject({
        seed,
        least: true,
      });
      await soundWith(trading.flatMap(({ receipts }) => receipts));
      const { status, stdout } = await kanli(['ledger', 'verify', '--db', place.place], { cwd: folder });
      expect({ status, stdout }).toMatchObject({ status: 0 });
    },
    patience,
  );

  test(
    'the same call under one key from eight commands at once is one booking',
    async () => {
      writeDeals(folder, [scarce]);
      const calls = Array.from({ length: 8 }, () =>
        startKanli(holdArgs(1, place.place, '--key', 'call-1'), { cwd: folder }),
      );
      const ended = await Promise.all(calls.map((call) => call.ended));
      expect(ended.map(({ status, stderr }) => ({ status, stderr }))).toEqual(
        calls.map(() => ({ status: 0, stderr: '' })),
      );
      const receipts = ended.map(({ stdout }) => JSON.parse(stdout) as Receipt);
      expect(new Set(receipts.map(({ booking }) => booking))).toEqual(new Set(['fair-0001']));
      expect(receipts.filter(({ replayed }) => !replayed)).toHaveLength(1);
      await soundWith(receipts);
    },
    patience,
  );

  test(
    'the same call under one key from open clients at once is one booking, each time',
    async () => {
      const asking = await started(4);
      for (let round = 0; round < rounds; round += 1) {
        const lines = [{ item: 'splash', dates: ['2016-11-01'], impressions: 1000 }];
        const options = { now: opening, key: `call-${round}` };
        const said = await Promise.all(
          asking.map((client) => client.ask({ verb: 'hold', id: `p-${round}`, lines, options })),
        );
        const receipts = said.map(receiptIn);
        expect(new Set(receipts.map(({ event }) => event.hash)).size).toBe(1);
        expect(receipts.filter(({ replayed }) => !replayed)).toHaveLength(1);
      }
      await Promise.all(asking.map((client) => client.end()));
      await soundWith(asking.flatMap(({ receipts }) => receipts));
    },
    patience,
  );

  test(
    'two verbs on one booking at once have one outcome',
    async () => {
      const two = await started(2);
      const [one, other] = two as [Client, Client];
      for (let round = 0; round < rounds; round += 1) {
        for (const [first, second, from] of pairs) {
          const booking = await bookingFor(one, `${first}-${second}-${round}`, from);
          const options = { now: opening };
          const answers = await Promise.all([
            one.ask({ verb: first, booking, options }),
            other.ask({ verb: second, booking, options }),
          ]);
          const found = answers.map(outcomeOf).sort();
          expect({ first, second, found }).toEqual({
            first,
            second,
            found: first === second ? ['done', 'replayed'] : ['done', 'state'],
          });
        }
      }
      await Promise.all(two.map((client) => client.end()));
      await soundWith(two.flatMap(({ receipts }) => receipts));
    },
    patience,
  );

  async function started(count: number): Promise<Client[]> {
    const all = Array.from({ length: count }, () => program.start(place.place));
    await Promise.all(all.map((client) => client.ready()));
    return all;
  }

  function report(answers: readonly Timed[], calls: readonly number[], accepted: readonly number[]): void {
    const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
    const taken = answers.filter(({ verb, answer }) => verb === 'hold' && answer.ok).length;
    figure(
      `${calls.length} clients for ${seconds} s: ${(taken / seconds).toFixed(0)} holds/s, ` +
        `${(times.length / seconds).toFixed(0)} calls/s, p50 ${part(times, 0.5)} ms, p99 ${part(times, 0.99)} ms, ` +
        `longest ${part(times, 1)} ms; calls by client ${spread(calls)}, accepted ${spread(accepted)}`,
    );
  }
});

/** `confirm` and `cancel` never meet: what is not booked cannot be cancelled. */
const pairs = [
  ['confirm', 'release', 'held'],
  ['confirm', 'confirm', 'held'],
  ['release', 'release', 'held'],
  ['cancel', 'cancel', 'booked'],
] as const;

type Timed = { readonly verb: string; readonly ms: number; readonly answer: Answer };

function answersOf({ said }: Client): Timed[] {
  return said.flatMap((one) => ('answer' in one ? [one] : []));
}

function isEmptyRefusal(answer: Answer): boolean {
  return !answer.ok && answer.spots.length === 0 && answer.problems.length === 0;
}

function receiptIn(said: object): Receipt {
  const { answer } = said as { answer?: Answer };
  if (answer?.ok !== true) throw new Error(JSON.stringify(said));
  return answer.value;
}

function outcomeOf(said: object): string {
  const { answer } = said as { answer?: Answer };
  if (answer === undefined) return JSON.stringify(said);
  if (answer.ok) return answer.value.replayed ? 'replayed' : 'done';
  return answer.problems.map(({ code }) => code).join(' ');
}

async function bookingFor(client: Client, id: string, state: 'held' | 'booked'): Promise<string> {
  const options = { now: opening };
  const lines = [
    { item: 'banner', dates: ['2016-11-07'] },
    { item: 'drop', dates: ['2016-11-07'] },
  ];
  const { booking } = receiptIn(await client.ask({ verb: 'hold', id, lines: lines.slice(1), options }));
  if (state === 'booked') receiptIn(await client.ask({ verb: 'confirm', booking, options }));
  return booking;
}

function part(sorted: readonly number[], share: number): string {
  return (sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(1);
}

function spread(counts: readonly number[]): string {
  return `${Math.min(...counts)} to ${Math.max(...counts)}`;
}
