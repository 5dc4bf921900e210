import { type Block, mostBytes, type Place } from '../setup.js';
import { blockBytes, countLines } from './lines.js';
import { cellsOf, type RecordSpan, recordSpans } from './records.js';

/** Cuts a CSV, its heading read already, into blocks of whole packages: rows in a row that name the same one. */
export async function* packageBlocks(
  source: AsyncIterable<Uint8Array>,
  start: Place,
  packageColumn: number,
): AsyncGenerator<Block> {
  let held: Uint8Array = new Uint8Array(0);
  let { offset, line } = start;
  let passingOver: { readonly name: string; readonly bytes: Uint8Array; readonly from: Place } | undefined;
  const drop = (length: number) => {
    offset += length;
    line += countLines(held.subarray(0, length));
    held = held.subarray(length);
  };
  for await (const chunk of withEnd(source)) {
    const last = chunk === undefined;
    if (chunk !== undefined) held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    if (!last && held.length < blockBytes) continue;
    const records = recordsHeld(held, last);
    if (passingOver !== undefined) {
      const { name } = passingOver;
      const next = records.find((record) => packageName(held, record, packageColumn) !== name);
      drop(next?.start ?? records.at(-1)?.end ?? brokenOff(held, last));
      if (next === undefined && !last) continue;
      const { bytes, from } = passingOver;
      yield { bytes, ...from, length: offset - from.offset, lines: line - from.line, tooLarge: true };
      passingOver = undefined;
      if (!last) continue;
    }
    const whole = last ? held.length : startOfLastPackage(held, records, packageColumn);
    if (whole > 0) {
      const bytes = held.subarray(0, whole);
      const block = { bytes, offset, line, length: whole, lines: countLines(bytes) };
      drop(whole);
      yield block;
    } else if (held.length > mostBytes) {
      const first = records[0];
      const name = first === undefined ? '' : packageName(held, first, packageColumn);
      passingOver = { name, bytes: held.slice(0, 1024), from: { offset, line } };
      drop(records.at(-1)?.end ?? held.length);
    }
  }
}

/** The source, and once more at its end. */
async function* withEnd(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | undefined> {
  yield* source;
  yield undefined;
}

/** Whole rows only, unless nothing more will come. */
function recordsHeld(held: Uint8Array, last: boolean): RecordSpan[] {
  return recordSpans(held).filter(({ open }) => last || open === undefined);
}

/** A row that is itself beyond the limit (a quote that is never closed, say) is dropped as it comes. */
function brokenOff(held: Uint8Array, last: boolean): number {
  return last || held.length > mostBytes ? held.length : 0;
}

function startOfLastPackage(held: Uint8Array, records: readonly RecordSpan[], column: number): number {
  const last = records.at(-1);
  if (last === undefined) return 0;
  const name = packageName(held, last, column);
  let first = last;
  for (const record of records.toReversed()) {
    if (packageName(held, record, column) !== name) break;
    first = record;
  }
  return first.start;
}

function packageName(held: Uint8Array, { start, end }: RecordSpan, column: number): string {
  return cellsOf(Buffer.from(held.subarray(start, end)).toString('utf8')).cells[column]?.trim() ?? '';
}
