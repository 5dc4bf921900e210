import type { Language } from '../lang/text.js';

/** What a stream must offer; `bin` passes the process's own, tests pass their own. */
export interface Output {
  readonly write: (text: string | Uint8Array) => void;
  /** Resolves when what was written has left, or there is room for more. */
  readonly drained: () => Promise<void>;
  readonly isTerminal: boolean;
  /** Width of the terminal, undefined for pipes and files. */
  readonly columns: number | undefined;
}

/** Everything a command may know of the world: streams, environment, folder and clock come in here and nowhere else. */
export interface Context {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: {
    readonly isTerminal: boolean;
    readonly read: () => Promise<Uint8Array>;
    /** The same, piece by piece. */
    readonly stream: () => AsyncIterable<Uint8Array>;
  };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  /** Where kanli itself is installed: its sample cards and examples lie there. */
  readonly home: string;
  /** The instant of the call, in milliseconds since 1970. */
  readonly now: () => number;
  /** A command that can stop in order says how; without it Ctrl-C ends the process at once. A second Ctrl-C always does. */
  readonly onInterrupt: (stop: () => void) => void;
  /** Of screens: asked for, or the locale's. */
  readonly language: Language;
  /** What `--lang` asked for; papers follow it, and never the locale. */
  readonly askedLanguage?: Language;
  readonly version: string;
}

/** How the user calls us, for the next steps that we suggest: through npx or npm, or by name. */
export function calledAs({ env }: Context): string {
  return env['npm_execpath'] === undefined ? 'kanli' : 'npx kanli';
}
