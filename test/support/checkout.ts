import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The folders that .gitignore names, and git's own: nobody wrote what is in them. */
const generated = readFileSync(join(root, '.gitignore'), 'utf8')
  .split('\n')
  .filter((line) => line.endsWith('/'))
  .map((line) => new RegExp(`^${line.slice(0, -1).replaceAll('.', '\\.').replaceAll('*', '.*')}$`))
  .concat(/^\.git$/);

/** Every file of the checkout that a person wrote: its path from the root, with slashes, and its text. */
export function writtenFiles(folder = ''): Map<string, string> {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return new Map(
    entries.flatMap((entry): [string, string][] => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (generated.some((pattern) => pattern.test(entry.name))) return [];
      if (entry.isDirectory()) return [...writtenFiles(path)];
      return entry.isFile() ? [[path, readFileSync(join(root, path), 'utf8')]] : [];
    }),
  );
}
