import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

interface Command {
  readonly run: (home: string) => Promise<void>;
}

/**
 * Loads the bundled command with the machine code that the build kept of it (`scripts/precompile.mjs`): compiling would
 * take longer than pricing a package. Code of another version of Node is refused by V8, which then compiles as ever.
 */
export function loadCommand(folder: string): Command & { readonly home: string } {
  const file = join(folder, 'kanli.cjs');
  const script = new Script(readFileSync(file, 'latin1'), { filename: 'kanli.cjs', ...kept(folder) });
  const exports: Partial<Command> = {};
  script.runInThisContext()(exports, createRequire(file), file);
  return { ...(exports as Command), home: dirname(folder) };
}

function kept(folder: string): { cachedData?: Buffer } {
  try {
    return { cachedData: readFileSync(join(folder, 'kanli.code')) };
  } catch {
    return {};
  }
}
