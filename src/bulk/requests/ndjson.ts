import { loadPackage } from '../../card/loadPackage.js';
import type { Loaded } from '../../documents/load.js';
import type { PackageDocument } from '../../documents/package.js';
import { type Block, mostBytes, mostCare } from '../setup.js';
import { atLine, type Request, tooLarge } from './request.js';

const lineEnd = 0x0a;
const blank = /^[\s\uFEFF]*$/u;

/** The packages of a block of NDJSON, one a line; blank lines count as lines and ask for nothing. */
export function* lineRequests({ bytes, line: first }: Block, file: string): Generator<Request> {
  const whole = wholeText(bytes);
  let line = first;
  for (let start = 0; start < bytes.length; line += 1) {
    const found = bytes.indexOf(lineEnd, start);
    const end = found < 0 ? bytes.length : found;
    const row = bytes.subarray(start, end);
    if (row.length > mostBytes) {
      yield tooLarge({ line, start }, file);
      start = end + 1;
      continue;
    }
    // A row that is no UTF-8 is left to the loader, which says what it is instead.
    const text = Buffer.from(row.buffer, row.byteOffset, row.length).toString('utf8');
    if (!blank.test(text)) yield request(whole ? text : row, start, { file, line });
    start = end + 1;
  }
}

function wholeText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function request(
  content: string | Uint8Array,
  start: number,
  at: { readonly file: string; readonly line: number },
): Request {
  return { line: at.line, start, name: () => nameIn(content), load: () => loadRow(content, at) };
}

function loadRow(
  content: string | Uint8Array,
  at: { readonly file: string; readonly line: number },
): Loaded<PackageDocument> {
  const { place, problems, ...loaded } = loadPackage(content, { mostCare });
  return {
    ...loaded,
    problems: problems.map((found) => atLine(found, at)),
    place: (found) => atLine(place(found), at),
  };
}

/** The name of a package that could not be read, as far as it can be made out. */
function nameIn(content: string | Uint8Array): string | undefined {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const found = /"id"\s*:\s*"((?:[^"\\]|\\.){1,100})"/.exec(text)?.[1];
  return found?.replaceAll('\\"', '"');
}
