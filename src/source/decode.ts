import { fail, type Outcome, succeed } from '../diagnostics/outcome.js';
import { type Problem, problem } from '../diagnostics/problem.js';

/** Some five times the largest card that desks keep; a file beyond it is a mistake of path, not a card. */
const mostMegabytes = 4;
const mostBytes = mostMegabytes * 1024 * 1024;

/** The text of a file: UTF-8 with or without a byte order mark, or a clear word on what it is instead. */
export function decode(content: string | Uint8Array): Outcome<string> {
  if (content.length > mostBytes) return refuse(problem('file-too-large', [], { megabytes: mostMegabytes }));
  if (typeof content === 'string') return decoded(content.replace(/^\uFEFF/, ''));
  const other = wideEncoding(content);
  if (other !== undefined) return refuse(problem('file-encoding', [], { encoding: other }));
  if (content.includes(0)) return refuse(problem('file-binary', []));
  try {
    return decoded(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    const encoding = looksLikeGb18030(content) ? 'GB18030/GBK' : 'unknown';
    return refuse(problem('file-encoding', [], { encoding }));
  }
}

function decoded(text: string): Outcome<string> {
  if (text.includes('\0')) return refuse(problem('file-binary', []));
  return text.trim() === '' ? refuse(problem('file-empty', [])) : succeed(text);
}

function refuse(found: Problem): Outcome<string> {
  return fail([found]);
}

/** UTF-16 and UTF-32 by their mark or, as Windows tools write UTF-16 without one, by where the zero bytes are. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'UTF-32' : 'UTF-16';
  if (first === 0xfe && second === 0xff) return 'UTF-16';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'UTF-32';
  const zeros = [0, 0];
  const opening = bytes.subarray(0, 1024);
  for (const [at, byte] of opening.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  return Math.min(even, odd) === 0 && even + odd > opening.length / 4 ? 'UTF-16' : undefined;
}

function looksLikeGb18030(bytes: Uint8Array): boolean {
  try {
    return /[\p{Script=Han}\uFEFF]/u.test(
      new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }).decode(bytes),
    );
  } catch {
    return false;
  }
}
