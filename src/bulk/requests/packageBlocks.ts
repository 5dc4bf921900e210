import { type Block, mostBytes, type Place } from '../setup.js';
import { blockBytes, countLines } from './lines.js';
import { cellsOf, type RecordSpan, recordSpans } from './records.js';

const lineEnd = 0x0a;

/**
 * Cuts a CSV, its heading read already, into blocks of whole packages: rows in a row that name the same one. What is beyond
 * the limit is passed over: a package with all its rows; a row by itself (a quote that is never closed) up to the first line
 * end beyond the limit, so that the rest of the file is read all the same.
 */
export async function* packageBlocks(
  source: AsyncIterable<Uint8Array>,
  start: Place,
  packageColumn: number,
): AsyncGenerator<Block> {
  let held: Uint8Array = new Uint8Array(0);
  let from = start;
  const take = (length: number): Block => {
    const bytes = held.subarray(0, length);
    const block = { bytes, ...from, length, lines: countLines(bytes) };
    held = held.subarray(length);
    from = { offset: from.offset + length, line: from.line + block.lines };
    return block;
  };
  const nameOf = (record: RecordSpan) => packageName(held, record, packageColumn);
  let over: { readonly block: Block; readonly name?: string } | undefined;
  const overSoFar = (more: Block) => {
    if (over === undefined) return;
    const { block } = over;
    over = {
      ...over,
      block: { ...block, length: block.length + more.length, lines: block.lines + more.lines },
    };
  };
  for await (const chunk of withEnd(source)) {
    const last = chunk === undefined;
    if (chunk !== undefined) held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    if (!last && held.length < blockBytes) continue;
    for (;;) {
      if (over !== undefined && over.name === undefined) {
        const end = held.indexOf(lineEnd) + 1;
        overSoFar(take(end === 0 ? held.length : end));
        if (end === 0 && !last) break;
        yield over.block;
        over = undefined;
      }
      const spans = recordSpans(held);
      const records = last ? spans : spans.filter(({ open }) => open === undefined);
      if (over !== undefined) {
        const { name } = over;
        const other = records.find((record) => !record.empty && nameOf(record) !== name);
        overSoFar(take(other?.start ?? records.at(-1)?.end ?? 0));
        if (other === undefined && !last) break;
        yield over.block;
        over = undefined;
        continue;
      }
      const huge = spans.find(({ start: begin, end }) => end - begin > mostBytes);
      if (huge !== undefined) {
        const before = spans.slice(0, spans.indexOf(huge)).filter(({ empty }) => !empty);
        const first = firstOf(nameOf(huge), before, nameOf) ?? huge;
        if (first.start > 0) yield take(first.start);
        over = { block: opened(take(huge.start - first.start + mostBytes)) };
        continue;
      }
      const end = records.at(-1)?.end ?? 0;
      const asking = records.filter(({ empty }) => !empty);
      // Behind empty rows alone anything may begin.
      const whole = last ? held.length : (lastPackage(asking, nameOf)?.start ?? end);
      if (whole > 0) yield take(whole);
      else if (end > mostBytes) {
        const [first] = asking;
        const name = first === undefined ? '' : nameOf(first);
        over = { block: opened(take(end)), name };
      }
      break;
    }
  }
}

/** A block that is known by its first bytes only. */
function opened(block: Block): Block {
  return { ...block, bytes: block.bytes.slice(0, 1024), tooLarge: true };
}

/** The source, and once more at its end. */
async function* withEnd(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | undefined> {
  yield* source;
  yield undefined;
}

/** The first of the records at the end that all name one package. */
function firstOf(
  name: string,
  records: readonly RecordSpan[],
  nameOf: (record: RecordSpan) => string,
): RecordSpan | undefined {
  let first: RecordSpan | undefined;
  for (const record of records.toReversed()) {
    if (nameOf(record) !== name) break;
    first = record;
  }
  return first;
}

function lastPackage(
  records: readonly RecordSpan[],
  nameOf: (record: RecordSpan) => string,
): RecordSpan | undefined {
  const last = records.at(-1);
  return last === undefined ? undefined : firstOf(nameOf(last), records, nameOf);
}

/** Names are short and stand early: of a row that is too large only its begin is looked at. */
function packageName(held: Uint8Array, { start, end }: RecordSpan, column: number): string {
  const text = Buffer.from(held.subarray(start, Math.min(end, start + blockBytes))).toString('utf8');
  return cellsOf(text).cells[column]?.trim() ?? '';
}
