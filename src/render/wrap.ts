import stringWidth from 'string-width';

/** Text of these alone is measured without the tables of emoji, whose loading takes longer than a small quote. */
const everyday = /^[ -~¥·×─█▒≤≥✓✗“”…\u3000-\u3020\u4e00-\u9fff\uff01-\uff5e]*$/u;
const wide = /[\u3000-\u3020\u4e00-\u9fff\uff01-\uff5e]/gu;

/** Columns a text takes in a terminal: two for a Chinese character. */
export function widthOf(text: string): number {
  if (!everyday.test(text)) return stringWidth(text);
  return text.length + (text.match(wide)?.length ?? 0);
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

/**
 * Breaks a text into lines of at most `width` columns: between words, between Chinese characters, and inside a word only
 * when it is wider than a whole line. A line end in the text stays one; the blanks it begins with stand before every line.
 */
export function wrapText(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    if (widthOf(paragraph) <= width) return [paragraph.trimEnd()];
    const indent = /^ */.exec(paragraph)?.[0] ?? '';
    return filled(piecesOf(paragraph.trim()), ' ', width - indent.length).map((line) => indent + line);
  });
}

/**
 * Sets facts one after the other, `mark` between them, in lines of at most `width` columns; a fact is broken only when it
 * is wider than a whole line.
 */
export function wrapFacts(facts: readonly string[], mark: string, width: number): string[] {
  return filled(
    facts.flatMap((fact, at) => (at === 0 ? [fact] : [undefined, fact])),
    mark,
    width,
  );
}

/** Undefined is a place where a line may end; within a line it is written as `mark`. */
function filled(pieces: readonly (string | undefined)[], mark: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  let gap = '';
  for (const piece of pieces) {
    if (piece === undefined) {
      gap = line === '' ? '' : mark;
      continue;
    }
    const needed = widthOf(gap) + widthOf(piece);
    if (used + needed <= width) {
      line += gap + piece;
      used += needed;
    } else {
      if (line !== '') lines.push(line);
      const parts = widthOf(piece) <= width ? [piece] : broken(piece, width);
      lines.push(...parts.slice(0, -1));
      line = parts.at(-1) ?? '';
      used = widthOf(line);
    }
    gap = '';
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines.map((full) => full.trimEnd());
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const blank = /^\s+$/u;
/** Marks that may not begin a line, and those that may not end one. */
const closers = /^[，。、；：？！）」』】》〉”’…％%,.;:?!)\]}]$/u;
const openers = /^[（「『【《〈“‘([{]$/u;

/** Words and wide characters, each with the marks that belong to it; undefined for the blanks between. */
function piecesOf(text: string): (string | undefined)[] {
  const pieces: (string | undefined)[] = [];
  let held = '';
  let last = '';
  for (const { segment } of graphemes.segment(text)) {
    if (blank.test(segment)) {
      if (held !== '') pieces.push(held);
      pieces.push(undefined);
      held = '';
    } else if (held !== '' && mayPart(last, segment)) {
      pieces.push(held);
      held = segment;
    } else held += segment;
    last = segment;
  }
  return held === '' ? pieces : [...pieces, held];
}

function mayPart(before: string, after: string): boolean {
  if (openers.test(before) || closers.test(after)) return false;
  return widthOf(before) >= 2 || widthOf(after) >= 2;
}

/** A word cut into parts no wider than a line. */
function broken(word: string, width: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const { segment } of graphemes.segment(word)) {
    if (part !== '' && widthOf(part) + widthOf(segment) > width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}
