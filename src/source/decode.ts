import { fail, type Outcome, succeed } from '../diagnostics/outcome.js';
import { problem } from '../diagnostics/problem.js';

/** Far above any card; a file beyond it is a mistake of path, not a card. */
const largest = 64 * 1024 * 1024;

/** The text of a file's bytes: UTF-8 with or without a byte order mark, or a clear word on what it is instead. */
export function decode(bytes: Uint8Array): Outcome<string> {
  if (bytes.length > largest)
    return fail([problem('file-too-large', [], { megabytes: largest / 1024 / 1024 })]);
  if (bytes.length === 0) return fail([problem('file-empty', [])]);
  const other = markOf(bytes);
  if (other !== undefined) return fail([problem('file-encoding', [], { encoding: other })]);
  if (bytes.includes(0)) return fail([problem('file-binary', [])]);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? fail([problem('file-empty', [])]) : succeed(text);
  } catch {
    return fail([
      problem('file-encoding', [], { encoding: looksLikeGb18030(bytes) ? 'GB18030/GBK' : 'unknown' }),
    ]);
  }
}

function markOf(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'UTF-32' : 'UTF-16';
  if (first === 0xfe && second === 0xff) return 'UTF-16';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'UTF-32';
  return undefined;
}

function looksLikeGb18030(bytes: Uint8Array): boolean {
  try {
    return /\p{Script=Han}/u.test(new TextDecoder('gb18030', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}
