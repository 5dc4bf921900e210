import fastStringWidth from 'fast-string-width';

// One column each: printable ASCII and the marks of our own views. Two: Chinese characters, their punctuation, full-width forms.
const narrow = ' -~¥·×÷“”→−≤≥─│█▒✓…';
const wide = '\u3001-\u3029\u4e00-\u9fff\uff01-\uff60';
const plainText = new RegExp(`^[${narrow}${wide}]*$`);
const wideCharacters = new RegExp(`[${wide}]`, 'g');

/**
 * Columns a text takes in a terminal: two for a Chinese character. Nearly all texts are plain ones, and the tables of the
 * library take longer to set up than a quote takes to draw.
 */
export function widthOf(text: string): number {
  if (!plainText.test(text)) return fastStringWidth(text);
  return text.length + (text.match(wideCharacters)?.length ?? 0);
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

/** Marks, joiners, flags and skin tones: where these stand, a character is more than one code point. */
const composed = /[\p{M}\p{Cf}\p{Regional_Indicator}\p{Emoji_Modifier}\u1100-\u11ff]/u;

/** What a reader takes for one character each. `Intl` takes longer to wake up than a quote to price: only if need be. */
function graphemesOf(text: string): string[] {
  if (!composed.test(text)) return Array.from(text);
  const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

const blank = /^\s+$/u;
/** Marks that may not begin a line, and those that may not end one. */
const closers = /^[，。、；：？！）」』】》〉”’…％%,.;:?!)\]}]$/u;
const openers = /^[（「『【《〈“‘([{]$/u;

/** Words and wide characters, each with the marks that belong to it; undefined for the blanks between. */
function piecesOf(text: string): (string | undefined)[] {
  const pieces: (string | undefined)[] = [];
  let held = '';
  let last = '';
  for (const segment of graphemesOf(text)) {
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
  for (const segment of graphemesOf(word)) {
    if (part !== '' && widthOf(part) + widthOf(segment) > width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}
