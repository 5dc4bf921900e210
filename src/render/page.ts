import { gap } from './fit.js';
import { factMark } from './table.js';
import type { Paint } from './view.js';
import { widthOf, wrapFacts, wrapText } from './wrap.js';

/** The parts of a page that are no table: headings, facts behind labels, points of a list. */
export interface Page {
  readonly width: number;
  readonly paint: Paint;
}

/** A heading on a light line over the whole width. */
export function heading(text: string, { width, paint }: Page): string {
  const room = width - widthOf(text) - 4;
  if (room < 0) return wrapText(text, width).map(paint.heading).join('\n');
  return `${paint.faint('──')} ${paint.heading(text)} ${paint.faint('─'.repeat(room))}`;
}

export interface Fact {
  readonly label: string;
  /** Several values are set one after the other. */
  readonly values: readonly string[];
}

/** Facts behind their labels, the values in line; a label never takes more than a third of the page. */
export function facts(entries: readonly Fact[], { width, paint }: Page): string[] {
  const label = Math.min(Math.floor(width / 3), Math.max(0, ...entries.map((entry) => widthOf(entry.label))));
  return entries.flatMap((entry) => {
    const labels = wrapText(entry.label, label);
    const values = wrapFacts(entry.values, factMark, width - label - gap);
    return Array.from({ length: Math.max(labels.length, values.length) }, (_, at) => {
      const text = labels[at] ?? '';
      return `${paint.faint(text)}${' '.repeat(label + gap - widthOf(text))}${values[at] ?? ''}`.trimEnd();
    });
  });
}

/** A point of a list, wrapped behind its mark. */
export function point(text: string, { width }: Page, mark = '-'): string[] {
  return wrapText(text, width - 2).map((line, at) => `${at === 0 ? mark : ' '} ${line}`);
}
