import { type Block, mostBytes, type Place } from '../setup.js';

const lineEnd = 0x0a;

/** About so many bytes are priced at a time: enough to keep a worker busy, little enough to lose. */
export const blockBytes = 128 * 1024;

export function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(lineEnd); at >= 0; at = bytes.indexOf(lineEnd, at + 1)) count += 1;
  return count;
}

/** Cuts a stream into blocks of whole lines. A line beyond the limit is passed over without being kept in memory. */
export async function* lineBlocks(source: AsyncIterable<Uint8Array>, start: Place): AsyncGenerator<Block> {
  let held: Uint8Array = new Uint8Array(0);
  let tooLarge: Uint8Array | undefined;
  let from = start;
  const cut = (bytes: Uint8Array, length: number, lines: number): Block => {
    const block = { bytes, ...from, length, lines };
    from = { offset: from.offset + length, line: from.line + lines };
    return block;
  };
  let passed = 0;
  for await (const chunk of source) {
    let rest = chunk;
    if (tooLarge !== undefined) {
      const end = rest.indexOf(lineEnd);
      passed += end < 0 ? rest.length : end + 1;
      if (end < 0) continue;
      yield { ...cut(tooLarge, passed, 1), tooLarge: true };
      tooLarge = undefined;
      rest = rest.subarray(end + 1);
    }
    held = held.length === 0 ? rest : Buffer.concat([held, rest]);
    if (held.length < blockBytes) continue;
    const whole = held.lastIndexOf(lineEnd) + 1;
    if (whole > 0) {
      const bytes = held.subarray(0, whole);
      yield cut(bytes, whole, countLines(bytes));
      held = held.subarray(whole);
    } else if (held.length > mostBytes) {
      tooLarge = held.slice(0, 1024);
      passed = held.length;
      held = new Uint8Array(0);
    }
  }
  if (tooLarge !== undefined) yield { ...cut(tooLarge, passed, 1), tooLarge: true };
  else if (held.length > 0)
    yield cut(held, held.length, countLines(held) + (held.at(-1) === lineEnd ? 0 : 1));
}
