import { safeText } from './safe.js';
import { padStart, widthOf } from './wrap.js';

/** A line of a file and the stretch of it that is meant; columns from 1, in UTF-16 units, the end not included. */
export interface Stretch {
  readonly text: string;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** The line behind its number, and a line that underlines the stretch: both no wider than `width` columns. */
export interface Excerpt {
  readonly gutter: string;
  readonly text: string;
  readonly emptyGutter: string;
  readonly blank: string;
  readonly underline: string;
}

/** More of a long line than terminals show; the rest is never measured. */
const mostCharacters = 400;
const ellipsis = '…';

/**
 * Draws a stretch so that the underline stands under it whatever the characters' widths: two columns for a Chinese one.
 * Of a line wider than the room, the part around the stretch is shown.
 */
export function drawExcerpt(stretch: Stretch, width: number): Excerpt {
  const { text, line, from, to } = stretch;
  const number = padStart(String(line), 5);
  const gutter = `${number} │ `;
  const room = Math.max(10, width - gutter.length);
  const before = safeText(text.slice(Math.max(0, from - 1 - mostCharacters), from - 1));
  const meant = safeText(text.slice(from - 1, Math.min(to - 1, from - 1 + mostCharacters)));
  const after = safeText(text.slice(to - 1, to - 1 + mostCharacters));
  const fits = widthOf(before) + widthOf(meant) + widthOf(after) <= room;
  const lead = fits ? before : tail(before, Math.floor(room / 2));
  const marked = head(meant, room - widthOf(lead));
  const left = room - widthOf(lead) - widthOf(marked);
  const rest = left > 0 ? head(after, left) : '';
  return {
    gutter,
    text: `${lead}${marked}${rest}`.trimEnd(),
    emptyGutter: `${' '.repeat(number.length)} │ `,
    blank: ' '.repeat(widthOf(lead)),
    underline: '^'.repeat(Math.max(1, widthOf(marked))),
  };
}

/** The beginning of a text, in at most `width` columns; an ellipsis stands for what is cut off. */
function head(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let shown = '';
  let used = 0;
  for (const character of text) {
    used += widthOf(character);
    if (used > width - 1) break;
    shown += character;
  }
  return shown + ellipsis;
}

/** The end of a text, in at most `width` columns. */
function tail(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let shown = '';
  let used = 0;
  for (const character of Array.from(text).reverse()) {
    used += widthOf(character);
    if (used > width - 1) break;
    shown = character + shown;
  }
  return ellipsis + shown;
}
