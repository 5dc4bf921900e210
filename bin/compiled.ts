import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

interface Command {
  readonly run: (home: string) => Promise<void>;
}

/**
 * Loads the bundled command with the machine code that the build kept of it (`scripts/precompile.mjs`): compiling would
 * take longer than pricing a package. Code of another version of Node is refused by V8, which then compiles as ever.
 */
export function loadCommand(folder: URL): Command & { readonly home: string } {
  const file = new URL('kanli.cjs', folder);
  const script = new Script(readFileSync(file, 'utf8'), { filename: 'kanli.cjs', ...kept(folder) });
  const exports: Partial<Command> = {};
  script.runInThisContext()(exports, createRequire(file), file.href);
  return { ...(exports as Command), home: fileURLToPath(new URL('..', folder)) };
}

function kept(folder: URL): { cachedData?: Buffer } {
  try {
    return { cachedData: readFileSync(new URL('kanli.code', folder)) };
  } catch {
    return {};
  }
}
