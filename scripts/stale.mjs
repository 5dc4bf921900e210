import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** True when dist is missing or older than anything it is built from; a folder's own time tells of deleted files. */
export function distIsStale(root) {
  const built = join(root, 'dist', 'bin', 'kanli.js');
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  return ['bin', 'src', 'scripts', 'package.json'].some((source) =>
    changedSince(join(root, source), builtAt),
  );
}

function changedSince(path, moment) {
  const { mtimeMs } = statSync(path);
  if (mtimeMs > moment) return true;
  return readdirIfFolder(path).some((name) => changedSince(join(path, name), moment));
}

function readdirIfFolder(path) {
  return statSync(path).isDirectory() ? readdirSync(path) : [];
}
