import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What became of a file that was to be written. */
export type Written = 'written' | 'exists';

/**
 * Writes a file whole or not at all: into a temporary one beside it, flushed to disk, then renamed. An existing file is
 * only replaced with `force`. Devices and pipes (`/dev/stdout`) are written to directly.
 *
 * @throws the disk's own error (no space, no permission) with the file's name; nothing is left behind then
 */
export function writeWhole(file: string, content: string | Uint8Array, options: { force: boolean }): Written {
  try {
    return written(file, content, options);
  } catch (fault) {
    throw Object.assign(fault as Error, { path: file });
  }
}

function written(file: string, content: string | Uint8Array, options: { force: boolean }): Written {
  const existing = lstatSync(file, { throwIfNoEntry: false });
  const target = existing?.isSymbolicLink() === true ? followed(file) : file;
  const kind = lstatSync(target, { throwIfNoEntry: false });
  if (kind !== undefined && !kind.isFile() && !kind.isDirectory()) {
    writeThrough(target, content);
    return 'written';
  }
  if (kind !== undefined && !options.force) return 'exists';
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    writeThrough(temporary, content);
    return settle(temporary, target, options.force);
  } catch (fault) {
    rmSync(temporary, { force: true });
    throw fault;
  }
}

/** A file that is written piece by piece, and stands whole or not at all. */
export interface WholeFile {
  readonly write: (text: string) => void;
  /** Flushes it to the disk and gives it its name. */
  readonly settle: () => Written;
  readonly abandon: () => void;
}

/** Begins a file that `writeWhole` could not hold in memory; `exists` where one stands and is not to be replaced. */
export function openWhole(file: string, { force }: { force: boolean }): WholeFile | 'exists' {
  if (lstatSync(file, { throwIfNoEntry: false }) !== undefined && !force) return 'exists';
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  const named = <T>(work: () => T): T => {
    try {
      return work();
    } catch (fault) {
      throw Object.assign(fault as Error, { path: file });
    }
  };
  const descriptor = named(() => openSync(temporary, 'w'));
  const abandon = () => {
    closeSync(descriptor);
    rmSync(temporary, { force: true });
  };
  return {
    abandon,
    write: (text) => {
      const bytes = Buffer.from(text, 'utf8');
      named(() => {
        for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
      });
    },
    settle: () =>
      named(() => {
        flush(descriptor);
        closeSync(descriptor);
        return settle(temporary, file, force);
      }),
  };
}

function followed(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

function writeThrough(file: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const descriptor = openSync(file, 'w');
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    flush(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Is there something that is written to and never grows: a device, a named pipe? */
export function isDevice(file: string): boolean {
  const kind = statSync(file, { throwIfNoEntry: false });
  return kind !== undefined && !kind.isFile() && !kind.isDirectory();
}

/** Opens a device to write to piece by piece. @throws the disk's own error with the file's name */
export function openDevice(file: string): (bytes: Uint8Array) => void {
  const descriptor = openSync(file, 'w');
  return (bytes) => {
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    } catch (fault) {
      throw Object.assign(fault as Error, { path: file });
    }
  };
}

/** Devices cannot be flushed to disk; files must be. */
function flush(descriptor: number): void {
  try {
    fsyncSync(descriptor);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EINVAL') throw fault;
  }
}

/** Without `force` the name is taken by a link, which fails when somebody else was faster; not every disk has links. */
function settle(temporary: string, target: string, force: boolean): Written {
  if (!force) {
    try {
      linkSync(temporary, target);
      rmSync(temporary);
      return 'written';
    } catch (fault) {
      const { code } = fault as NodeJS.ErrnoException;
      if (code === 'EEXIST') {
        rmSync(temporary);
        return 'exists';
      }
      if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EMLINK' && code !== 'ENOSYS') throw fault;
    }
  }
  renameSync(temporary, target);
  return 'written';
}
