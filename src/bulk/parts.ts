import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { writeWhole } from '../workspace/write.js';
import { sha256Of } from './fingerprint.js';

export const partOf = (file: string) => `${file}.part`;
export const manifestOf = (file: string) => `${file}.manifest.json`;

/** Another process has written to a file of this run. */
export class Intruded extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`another process writes to ${path}`);
    this.path = path;
  }
}

/** A file that grows at its end until it is whole: `FILE.part` till then. */
export class Part {
  readonly file: string;
  readonly #descriptor: number;
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #closed = false;

  private constructor(file: string) {
    this.file = file;
    this.#descriptor = openSync(partOf(file), 'a+');
  }

  /** Goes on behind the first `kept` bytes of what is there; what follows them was torn off in mid-write. */
  static async open(file: string, kept: number): Promise<Part | undefined> {
    const part = new Part(file);
    const { size } = fstatSync(part.#descriptor);
    if (size < kept) {
      part.close();
      if (size === 0) rmSync(partOf(file));
      return undefined;
    }
    ftruncateSync(part.#descriptor, kept);
    if (kept > 0) {
      for await (const chunk of createReadStream(partOf(file))) part.#hash.update(chunk as Uint8Array);
      part.#bytes = kept;
    }
    return part;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** @throws the disk's own error, with the file's name */
  write(bytes: Uint8Array): void {
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor, bytes, at);
    } catch (fault) {
      throw Object.assign(fault as Error, { path: partOf(this.file) });
    }
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
  }

  /** Sees to it that what was written is on the disk. @throws Intruded when somebody else writes there, too */
  flush(): void {
    fsyncSync(this.#descriptor);
    if (fstatSync(this.#descriptor).size !== this.#bytes) throw new Intruded(partOf(this.file));
  }

  sha256(): string {
    return sha256Of(this.#hash.copy());
  }

  close(): void {
    if (!this.#closed) closeSync(this.#descriptor);
    this.#closed = true;
  }
}

export function isThere(file: string): boolean {
  return existsSync(file);
}

export function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The size of a file; undefined where there is none. */
export function bytesIn(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}

export function forget(file: string): void {
  rmSync(file, { force: true });
}

export function readText(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

export function writeJson(file: string, document: object): void {
  writeWhole(file, `${JSON.stringify(document, undefined, 2)}\n`, { force: true });
}

/** Gives parts their names. Whatever was renamed before an interruption is passed over. */
export function settle(files: readonly string[]): void {
  for (const file of files) if (existsSync(partOf(file))) renameSync(partOf(file), file);
}

export function discard(files: readonly string[]): void {
  for (const file of files) rmSync(partOf(file), { force: true });
}
