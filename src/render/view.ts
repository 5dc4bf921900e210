import { Chalk } from 'chalk';
import type { Language } from '../lang/text.js';

/** What every view is told beside its data. */
export interface ViewOptions {
  readonly language: Language;
  /** Columns of the terminal; no line of a view is wider. Commands pass 100 for a pipe or a file. */
  readonly width: number;
  readonly colour: boolean;
}

/** Gives a text a colour; applied last, to a text that is already wrapped and padded. */
export type Style = (text: string) => string;

/** The few colours of the views, by what they mean; a view must read the same without them. */
export interface Paint {
  readonly heading: Style;
  readonly strong: Style;
  readonly faint: Style;
  readonly added: Style;
  readonly taken: Style;
  readonly good: Style;
  readonly warning: Style;
  readonly bad: Style;
}

/** Level 1, the sixteen colours every terminal maps to readable ones of its own; 0 writes no escape at all. */
export function paintFor(colour: boolean): Paint {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  // chalk joins all its arguments, so a bare one handed to `map` would print positions too.
  const style =
    (paint: Style): Style =>
    (text) =>
      paint(text);
  return {
    heading: style(chalk.cyan.bold),
    strong: style(chalk.bold),
    faint: style(chalk.dim),
    added: style(chalk.yellow),
    taken: style(chalk.green),
    good: style(chalk.green),
    warning: style(chalk.yellow),
    bad: style(chalk.red.bold),
  };
}

/** A narrower terminal is drawn for as if it had this many columns. */
const narrowest = 40;

export function widthFor(options: ViewOptions): number {
  return Math.max(narrowest, Math.floor(options.width));
}
