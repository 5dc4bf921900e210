import { Worker } from 'node:worker_threads';
import { type Bounds, type Priced, priceBlock } from './priceBlock.js';
import type { Block, Setup } from './setup.js';
import { deskFor } from './shelf.js';

/** Who prices blocks: this process, or workers beside it. */
export interface Pricer {
  readonly price: (block: Block, bounds: Bounds) => Promise<Priced>;
  /** How many blocks are worth handing over before the first is back. */
  readonly width: number;
  readonly close: () => Promise<void>;
}

export function ownPricer(setup: Setup): Pricer {
  const desk = deskFor(setup);
  return {
    price: async (block, bounds) => priceBlock(block, setup, desk, bounds),
    width: 1,
    close: async () => undefined,
  };
}

/** What passes between a run and its workers. */
export interface Job {
  readonly block: Block;
  readonly bounds: Bounds;
}

interface Hand {
  readonly worker: Worker;
  readonly answers: { resolve: (priced: Priced) => void; reject: (fault: Error) => void }[];
}

/** Workers are started as blocks come, `jobs` at most; each answers in the order it was asked. */
export function workerPricer(setup: Setup, jobs: number, program: string): Pricer {
  const hands: Hand[] = [];
  const start = (): Hand => {
    const worker = new Worker(program, { workerData: setup });
    const hand: Hand = { worker, answers: [] };
    worker.on('message', (priced: Priced) => hand.answers.shift()?.resolve(priced));
    worker.on('error', (fault: Error) => {
      for (const { reject } of hand.answers.splice(0)) reject(fault);
    });
    hands.push(hand);
    return hand;
  };
  return {
    price: (block, bounds) => {
      const idle = hands.find(({ answers }) => answers.length === 0);
      const least = hands.reduce<Hand | undefined>(
        (best, hand) => (best === undefined || hand.answers.length < best.answers.length ? hand : best),
        undefined,
      );
      const hand = idle ?? (hands.length < jobs || least === undefined ? start() : least);
      return new Promise((resolve, reject) => {
        hand.answers.push({ resolve, reject });
        const job: Job = { block: { ...block, bytes: new Uint8Array(block.bytes) }, bounds };
        hand.worker.postMessage(job, [job.block.bytes.buffer as ArrayBuffer]);
      });
    },
    width: jobs * 2,
    close: async () => {
      await Promise.all(hands.map(({ worker }) => worker.terminate()));
    },
  };
}
