import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Receipt } from '../../../src/documents/receipt.js';
import type { Said, Wish } from './client.js';

/** Processes of their own that use one ledger, as test/support/ledger/client.ts says. */

const root = join(import.meta.dirname, '../../..');

export interface ClientProgram {
  readonly start: (place: string) => Client;
  readonly remove: () => void;
}

/** The program out of the sources as they are now. */
export function clientProgram(): ClientProgram {
  const folder = mkdtempSync(join(tmpdir(), 'kanli-client-'));
  const file = join(folder, 'client.mjs');
  const flags = ['--bundle', '--platform=node', '--format=esm', '--log-level=warning', `--outfile=${file}`];
  const banner =
    "--banner:js=import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
  const sqlite = join(root, 'node_modules/@photostructure/sqlite/dist/index.mjs');
  const apart = [
    `--alias:@photostructure/sqlite=${sqlite}`,
    `--external:${sqlite}`,
    '--external:pg-native',
    '--define:KANLI_VERSION="0"',
  ];
  const entry = join(import.meta.dirname, 'client.ts');
  execFileSync(join(root, 'node_modules/.bin/esbuild'), [entry, ...flags, banner, ...apart]);
  return {
    start: (place) => new Client(file, place),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export class Client {
  readonly said: Said[] = [];
  readonly #process: ChildProcess;
  readonly #gone: Promise<unknown>;
  #waiting: { readonly fits: (said: Said) => boolean; readonly resume: (said: Said) => void }[] = [];
  #complaints = '';

  constructor(program: string, place: string) {
    const child = spawn(process.execPath, [program, place], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#process = child;
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#complaints += text;
    });
    // A line that a kill cut short was never acknowledged: only whole ones count.
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => this.#hear(line));
    // A killed one no longer reads.
    child.stdin.on('error', () => undefined);
    this.#gone = Promise.all([once(child, 'close'), once(lines, 'close')]);
  }

  /** Until the program runs; it has not opened the ledger then. */
  ready(): Promise<Said> {
    return this.#next((said) => 'ready' in said);
  }

  /** The answer to one wish, or that the trade is over. */
  ask(wish: Wish): Promise<Said> {
    const answer = this.#next((said) =>
      wish.verb === 'trade' ? 'over' in said : 'answer' in said || 'thrown' in said,
    );
    this.tell(wish);
    return answer;
  }

  /** Begins what is asked for without waiting for it. */
  tell(wish: Wish): void {
    this.#process.stdin?.write(`${JSON.stringify(wish)}\n`);
  }

  /** kill -9, and all that it had printed by then. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#gone;
  }

  /** @throws Error when it did not end well */
  async end(): Promise<void> {
    this.#process.stdin?.end();
    await this.#gone;
    if (this.#process.exitCode !== 0 || this.#complaints !== '')
      throw new Error(`a client ended with ${this.#process.exitCode}: ${this.#complaints}`);
  }

  get receipts(): Receipt[] {
    return this.said.flatMap((said) => ('answer' in said && said.answer.ok ? [said.answer.value] : []));
  }

  get thrown(): string[] {
    return this.said.flatMap((said) => ('thrown' in said ? [said.thrown] : []));
  }

  #hear(line: string): void {
    let said: Said;
    try {
      said = JSON.parse(line) as Said;
    } catch {
      return;
    }
    this.said.push(said);
    for (const { fits, resume } of this.#waiting) if (fits(said)) resume(said);
    this.#waiting = this.#waiting.filter(({ fits }) => !fits(said));
  }

  #next(fits: (said: Said) => boolean): Promise<Said> {
    return new Promise((resume, fail) => {
      this.#waiting.push({ fits, resume });
      void this.#gone.then(() => fail(new Error(`a client ended: ${this.#complaints}`)));
    });
  }
}
