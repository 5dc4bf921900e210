import { createHash, type Hash } from 'node:crypto';

const markEvery = 1024 * 1024;

/** A stretch from the begin of a stream, known by what it holds. */
export interface Mark {
  readonly bytes: number;
  readonly sha256: string;
}

export function sha256Of(hash: Hash): string {
  return `sha256:${hash.digest('hex')}`;
}

/** Hashes a stream as it is read, and remembers marks on the way: places up to which it can be known again. */
export class Fingerprint {
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #marks: Mark[] = [{ bytes: 0, sha256: sha256Of(createHash('sha256')) }];

  update(chunk: Uint8Array): void {
    this.#hash.update(chunk);
    this.#bytes += chunk.length;
    const last = this.#marks.at(-1)?.bytes ?? 0;
    if (this.#bytes - last >= markEvery) this.#marks.push(this.here());
  }

  here(): Mark {
    return { bytes: this.#bytes, sha256: sha256Of(this.#hash.copy()) };
  }

  /** The last mark at or before a place; those before it are forgotten. */
  upTo(offset: number): Mark {
    const found = this.#marks.findLast(({ bytes }) => bytes <= offset) ?? this.here();
    this.#marks = this.#marks.filter(({ bytes }) => bytes >= found.bytes);
    return found;
  }
}
