import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Receipt } from '../../src/documents/receipt.js';
import { quoteFor } from '../support/ledger/card.js';
import { type ClientProgram, clientProgram } from '../support/ledger/clients.js';
import { engines, openedAt } from '../support/ledger/engines.js';
import { figure, seed, soaking } from '../support/ledger/soak.js';
import { expectSound } from '../support/ledger/sound.js';
import { opening, randomNumbers, tradedCard } from '../support/ledger/trading.js';

/** kill -9 at random instants. Source: booking rules, "Killed at any instant". */

const kills = soaking ? 200 : 8;
const longest = 400;

let program: ClientProgram;
beforeAll(() => {
  program = clientProgram();
});
afterAll(() => program.remove());

describe.each(engines)('killed on $name', ({ fresh }) => {
  test(
    'every acknowledged booking is there, no half one, and whoever comes next finds no lock',
    async () => {
      const { place, remove } = await fresh();
      const random = randomNumbers(seed);
      const receipts: Receipt[] = [];
      let waited = 0;
      for (let round = 0; round < kills; round += 2) {
        const trading = [program.start(place), program.start(place)];
        await Promise.all(trading.map((client) => client.ready()));
        for (const [at, client] of trading.entries())
          client.tell({ verb: 'trade', seed: seed + round + at, seconds: 60 });
        for (const client of trading) {
          await new Promise((resume) => setTimeout(resume, random() * longest));
          await client.kill();
          receipts.push(...client.receipts);
          expect(client.thrown).toEqual([]);
        }
        const begun = performance.now();
        const next = await openedAt(place);
        const quote = quoteFor([{ item: 'drop', dates: ['2016-11-08'] }], {
          id: `after-${round}`,
          card: tradedCard,
        });
        const answer = await next.hold(quote, tradedCard, { now: opening });
        expect(answer).toMatchObject({ ok: true });
        if (answer.ok) receipts.push(answer.value);
        await next.close();
        waited = Math.max(waited, performance.now() - begun);
      }
      // What a killed process held is let go at once, not after some time-out.
      expect(waited).toBeLessThan(5000);
      // A test in which nothing was done before the kills would hold for every ledger.
      expect(receipts.length).toBeGreaterThan(kills);
      const ledger = await openedAt(place);
      await expectSound(ledger, receipts);
      await ledger.close();
      figure(
        `${kills} kills: ${receipts.length} receipts, the next call took at most ${waited.toFixed(0)} ms`,
      );
      await remove();
    },
    kills * (longest + 5000),
  );
});
