import { manifestOf, partOf } from '../../bulk/parts.js';
import { isDevice, openDevice } from '../../workspace/write.js';
import type { Context } from '../context.js';
import { fromHere } from '../inputs.js';

/** Does `-o` name a file of the run's own, and neither standard output nor a device? */
export function isFile(output: string | undefined, context: Context): output is string {
  return output !== undefined && output !== '-' && !isDevice(fromHere(output, context).path);
}

/** Output that goes to no file of its own: to standard output, or into a device. */
export function streamTo(output: string | undefined, context: Context): (bytes: Uint8Array) => Promise<void> {
  const file = output === undefined || output === '-' ? undefined : fromHere(output, context).path;
  const write = file !== undefined && isDevice(file) ? openDevice(file) : undefined;
  return async (bytes) => {
    if (write !== undefined) return write(bytes);
    context.stdout.write(bytes);
    await context.stdout.drained();
  };
}

/** A file that would be read and written, or written as two things; output takes names of its own beside it. */
export function namedTwice(
  read: readonly string[],
  { output, errors }: { readonly output: string; readonly errors: string | undefined },
  context: Context,
): string | undefined {
  const pathOf = (file: string) => fromHere(file, context).path;
  const manifest = manifestOf(output);
  const files = [output, manifest, ...(errors === undefined ? [] : [errors])];
  const written = [...files, ...files.map(partOf)];
  const paths = [...read, ...written].map(pathOf);
  // What is only read may be named twice.
  return written.find((file, at) => paths.indexOf(pathOf(file)) < read.length + at);
}
