import { mostBytes } from '../setup.js';
import { recordSpans } from './records.js';

/** The first row of a CSV, and everything behind it. */
export async function headingRow(
  source: AsyncIterable<Uint8Array>,
): Promise<{ readonly row: Uint8Array; readonly rest: AsyncGenerator<Uint8Array> }> {
  const chunks = source[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array(0);
  for (;;) {
    const next = await chunks.next();
    if (next.done !== true) held = Buffer.concat([held, next.value]);
    const first = recordSpans(held)[0];
    const whole = first !== undefined && first.open === undefined;
    if (!whole && next.done !== true && held.length <= mostBytes) continue;
    const end = whole ? first.end : held.length;
    return { row: held.subarray(0, end), rest: behind(held.subarray(end), chunks) };
  }
}

async function* behind(first: Uint8Array, chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  for (;;) {
    const next = await chunks.next();
    if (next.done === true) return;
    yield next.value;
  }
}

/** What follows the first `skip` bytes. */
export async function* skipping(source: AsyncIterable<Uint8Array>, skip: number): AsyncGenerator<Uint8Array> {
  let left = skip;
  for await (const chunk of source) {
    if (left < chunk.length) yield left === 0 ? chunk : chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}
