import type { MessagePort } from 'node:worker_threads';
import { priceBlock } from './priceBlock.js';
import type { Job } from './pricer.js';
import type { Setup } from './setup.js';
import { deskFor } from './shelf.js';

/** A worker's whole life: blocks come, what they come to goes back. */
export function serve(port: MessagePort, setup: Setup): void {
  const desk = deskFor(setup);
  port.on('message', ({ block, bounds }: Job) => {
    const priced = priceBlock(block, setup, desk, bounds);
    const output = new Uint8Array(priced.output);
    port.postMessage({ ...priced, output }, [output.buffer]);
  });
}
