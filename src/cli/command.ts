import type { Text } from '../lang/text.js';
import type { Context } from './context.js';
import type { Exit } from './exit.js';

/** A flag of a command, in commander's notation: `-o, --output <file>`. */
export interface Flag {
  readonly flags: string;
  readonly text: Text;
  readonly choices?: readonly string[];
  readonly default?: string;
  /** May be given more than once. */
  readonly repeatable?: boolean;
}

export interface Argument {
  /** In commander's notation: `<package>`, `[search...]`. */
  readonly name: string;
  readonly text: Text;
}

/** What commander read: arguments by place, flags by name. */
export interface Given {
  readonly args: readonly (string | readonly string[] | undefined)[];
  readonly flags: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

/** One command: its words, flags and examples, and what it does. */
export interface Command {
  readonly arguments: readonly Argument[];
  readonly flags: readonly Flag[];
  /** What it is for, in a sentence or two. */
  readonly about: Text;
  readonly examples: readonly { readonly line: string; readonly text: Text }[];
  /** Runs whatever is wrong with `kanli.yaml`; every other command stops at its errors. */
  readonly anyWorkspace?: true;
  readonly run: (given: Given, context: Context) => Promise<Exit>;
}

export function flagText(given: Given, name: string): string | undefined {
  const value = given.flags[name];
  return typeof value === 'string' ? value : undefined;
}

export function flagSet(given: Given, name: string): boolean {
  return given.flags[name] === true;
}

export function argument(given: Given, at: number): string | undefined {
  const value = given.args[at];
  return typeof value === 'string' ? value : undefined;
}

export function argumentList(given: Given, at: number): readonly string[] {
  const value = given.args[at];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
