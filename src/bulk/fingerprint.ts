import { createHash, type Hash } from 'node:crypto';

/** A stretch from the begin of a stream, known by what it holds. */
export interface Mark {
  readonly bytes: number;
  readonly sha256: string;
}

export function sha256Of(hash: Hash): string {
  return `sha256:${hash.digest('hex')}`;
}

/** Bytes that are kept to tell what stands before a place inside them; of what lies further back only hashes are. */
const mostKept = 8 * 1024 * 1024;

interface Piece {
  readonly from: number;
  /** Of everything before the piece. */
  readonly before: Hash;
  readonly bytes: Uint8Array;
}

/** Hashes a stream as it is read, and can tell what it was up to a place that has not long been passed. */
export class Fingerprint {
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #pieces: Piece[] = [];

  update(bytes: Uint8Array): void {
    this.#pieces.push({ from: this.#bytes, before: this.#hash.copy(), bytes });
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    while (this.#pieces.length > 1 && this.#bytes - (this.#pieces[0]?.from ?? 0) > mostKept)
      this.#pieces.shift();
  }

  here(): Mark {
    return { bytes: this.#bytes, sha256: sha256Of(this.#hash.copy()) };
  }

  /** The stream up to a place; what lies before it is forgotten. */
  upTo(offset: number): Mark {
    this.#pieces = this.#pieces.filter(({ from, bytes }) => from + bytes.length >= offset);
    const piece = this.#pieces.find(({ from }) => from <= offset);
    if (piece === undefined) return this.here();
    const hash = piece.before.copy().update(piece.bytes.subarray(0, offset - piece.from));
    return { bytes: offset, sha256: sha256Of(hash) };
  }
}
