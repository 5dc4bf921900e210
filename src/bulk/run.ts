import type { Priced } from './priceBlock.js';
import type { Pricer } from './pricer.js';
import type { Block, Place, Range } from './setup.js';

/** How a run ended: at the end of its requests, at its limit of refusals, or because somebody asked it to stop. */
export type Ending = 'done' | 'stopped' | 'interrupted';

export interface Run {
  readonly blocks: AsyncIterable<Block>;
  readonly range?: Range | undefined;
  /** Who prices. */
  readonly pricer: Pricer;
  /** Prices in this process: the block in which the limit is reached is cut exactly. */
  readonly own: Pricer;
  /** The run stops behind so many refusals. */
  readonly mostRefused?: number | undefined;
  /** Resolves when somebody asks the run to stop. */
  readonly interruption: Promise<void>;
  /** Takes what a block came to, in the order of the requests, and where the next one begins. */
  readonly write: (priced: Priced, next: Place) => Promise<void>;
}

/** Prices blocks, several at a time where there are workers, and hands them on in order. */
export async function runBlocks({ mostRefused, ...run }: Run): Promise<Ending> {
  let refused = 0;
  let asked = false;
  let stopWaiting: () => void = () => undefined;
  void run.interruption.then(() => {
    asked = true;
    stopWaiting();
  });
  const waiting = ahead(run);
  for (;;) {
    // Requests may be long in coming, and nobody should have to wait for them to stop. (A race with the interruption itself
    // would keep every block alive till the end of the run.)
    const next = await new Promise<Awaited<ReturnType<typeof waiting.next>> | undefined>(
      (resolve, reject) => {
        stopWaiting = () => resolve(undefined);
        waiting.next().then(resolve, reject);
      },
    );
    if (next === undefined) return 'interrupted';
    if (next.done === true) return 'done';
    const [block, done] = next.value;
    let priced = await done;
    if (mostRefused !== undefined && refused + priced.tally.refused >= mostRefused) {
      priced = await run.own.price(block, { range: run.range, mostRefused: mostRefused - refused });
    }
    refused += priced.tally.refused;
    const behind = { offset: block.offset + block.length, line: block.line + block.lines };
    await run.write(priced, priced.stoppedAt ?? behind);
    if (mostRefused !== undefined && refused >= mostRefused) return 'stopped';
    // Between blocks the process listens: for Ctrl-C, for a reader that closed the pipe.
    await new Promise(setImmediate);
    if (asked) return 'interrupted';
  }
}

/** Blocks with their price to come, as many ahead as the pricer has use for. */
async function* ahead({
  blocks,
  range,
  pricer,
}: Pick<Run, 'blocks' | 'range' | 'pricer'>): AsyncGenerator<readonly [Block, Promise<Priced>]> {
  const waiting: (readonly [Block, Promise<Priced>])[] = [];
  for await (const block of blocks) {
    const price = pricer.price(block, { range });
    // A fault is met where the block's turn comes.
    price.catch(() => undefined);
    waiting.push([block, price]);
    if (waiting.length >= pricer.width) yield waiting.shift() as (typeof waiting)[number];
  }
  yield* waiting;
}
