import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { type Fingerprint, type Mark, sha256Of } from '../fingerprint.js';
import { countLines } from './lines.js';

const chunkBytes = 256 * 1024;

/** The bytes of a file from a place on. */
export function fileFrom(path: string, start: number): AsyncIterable<Uint8Array> {
  return createReadStream(path, { start, highWaterMark: chunkBytes });
}

/** The requests were not what they were when the run began. */
export class RequestsDiffer extends Error {}

/**
 * The same bytes, hashed on the way; the first `skip` are only hashed. `known` is what an unfinished run had read: other
 * requests under the same name would give an output of two halves.
 */
export async function* hashed(
  source: AsyncIterable<Uint8Array>,
  fingerprint: Fingerprint,
  { skip, known }: { readonly skip: number; readonly known: Mark | undefined },
): AsyncGenerator<Uint8Array> {
  let at = 0;
  let unchecked = known;
  for await (const whole of source) {
    let chunk = whole;
    if (unchecked !== undefined && at + chunk.length >= unchecked.bytes) {
      const first = chunk.subarray(0, unchecked.bytes - at);
      fingerprint.update(first);
      if (fingerprint.here().sha256 !== unchecked.sha256) throw new RequestsDiffer();
      unchecked = undefined;
      at += first.length;
      if (at > skip) yield first.subarray(Math.max(0, first.length - (at - skip)));
      chunk = chunk.subarray(first.length);
    }
    fingerprint.update(chunk);
    at += chunk.length;
    if (at > skip) yield chunk.subarray(Math.max(0, chunk.length - (at - skip)));
  }
  if (unchecked !== undefined) throw new RequestsDiffer();
}

export interface Survey {
  readonly bytes: number;
  readonly sha256: string;
  /** The first line that begins at or behind the place asked for. */
  readonly place: { readonly offset: number; readonly line: number };
}

/** Reads a whole file once, for a shard: what it is, and which line its part begins with. */
export async function survey(path: string, from: number): Promise<Survey> {
  const hash = createHash('sha256');
  const { size } = statSync(path);
  let at = 0;
  let line = 1;
  let offset = from === 0 ? 0 : undefined;
  for await (const chunk of createReadStream(path, { highWaterMark: 4 * chunkBytes })) {
    const bytes = chunk as Uint8Array;
    hash.update(bytes);
    if (offset === undefined && at + bytes.length >= from) {
      // The line that the place stands in begins before it, unless the place is its first byte.
      const end = bytes.indexOf(0x0a, Math.max(0, from - 1 - at));
      if (end >= 0) {
        offset = at + end + 1;
        line += countLines(bytes.subarray(0, end + 1));
      } else line += countLines(bytes);
    } else if (offset === undefined) line += countLines(bytes);
    at += bytes.length;
  }
  return { bytes: size, sha256: sha256Of(hash), place: { offset: offset ?? size, line } };
}

/** The size of a file; undefined for pipes and devices, which tell it only by their end. */
export function sizeOf(path: string): number | undefined {
  const found = statSync(path);
  return found.isFile() ? found.size : undefined;
}
