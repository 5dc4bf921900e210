import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';

/** A file to look at; `named` when the user wrote it and not merely a folder or pattern it lies in. */
export interface NamedFile {
  readonly file: string;
  readonly named: boolean;
}

const passedOver = ['**/node_modules/**', '**/.*/**'];

/** The files that paths, folders and globs mean, each once, in a stable order. A path that is not there stays, to be told. */
export function filesNamed(paths: readonly string[], folder: string): NamedFile[] {
  const found = new Map<string, NamedFile>();
  for (const path of paths) {
    for (const entry of filesOf(path, folder)) {
      const key = entry.file === '-' ? '-' : resolve(folder, entry.file);
      if (!found.has(key) || entry.named) found.set(key, entry);
    }
  }
  return [...found.values()];
}

function filesOf(path: string, folder: string): NamedFile[] {
  if (path === '-') return [{ file: path, named: true }];
  const target = resolve(folder, path);
  if (existsSync(target)) {
    if (!statSync(target).isDirectory()) return [{ file: path, named: true }];
    return matching('**/*.{yaml,yml,json}', target);
  }
  const matches = isDynamicPattern(path) ? matching(path, folder) : [];
  return matches.length > 0 ? matches : [{ file: path, named: true }];
}

function matching(pattern: string, folder: string): NamedFile[] {
  const files = globSync(pattern, { cwd: folder, ignore: passedOver, absolute: true, dot: false });
  return files.sort().map((file) => ({ file, named: false }));
}
