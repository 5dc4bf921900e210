import { type Problem, problem, type Span } from '../diagnostics/problem.js';

/**
 * Full-width punctuation where YAML wants its own: a Chinese keyboard writes `title：刊例` and `{ from: 0，price: 80 }`.
 * Only places that can be nothing else are taken; inside a title the same marks are ordinary text.
 */
const structural = [
  { pattern: /^[ ]*(?:-[ ]+)*[A-Za-z_][\w.-]*(：)/gmu, mark: '：', meant: ':' },
  { pattern: /[{,，][ ]*[A-Za-z_]\w*(：)/gu, mark: '：', meant: ':' },
  { pattern: /\{[^{}"'\n]*?(，)[ ]*[A-Za-z_]\w*[:：]/gu, mark: '，', meant: ',' },
] as const;

/** A text whose structural full-width marks were replaced, so that reading can go on and report the rest as well. */
export interface Mended {
  readonly text: string;
  readonly problems: readonly Problem[];
  /** The place in the original text of an offset in the mended one. */
  readonly original: (span: Span) => Span;
}

export function mendFullwidth(text: string): Mended {
  const found = new Map<number, { mark: string; meant: string }>();
  if (/[：，]/u.test(text)) {
    for (const { pattern, mark, meant } of structural) {
      for (const match of text.matchAll(pattern)) {
        const at = match.index + match[0].indexOf(mark);
        if (!isComment(text, at)) found.set(at, { mark, meant });
      }
    }
  }
  if (found.size === 0) return { text, problems: [], original: (span) => span };
  const places = [...found.keys()].sort((a, b) => a - b);
  const insertedAt: number[] = [];
  let mended = '';
  let from = 0;
  for (const place of places) {
    mended += `${text.slice(from, place)}${found.get(place)?.meant ?? ''} `;
    insertedAt.push(mended.length - 1);
    from = place + 1;
  }
  mended += text.slice(from);
  const back = (offset: number) => offset - insertedAt.filter((at) => at < offset).length;
  return {
    text: mended,
    problems: places.map((place) => {
      const { mark = '', meant = '' } = found.get(place) ?? {};
      return problem(
        'fullwidth-punctuation',
        [],
        { written: mark, meant },
        { span: { start: place, end: place + 1 } },
      );
    }),
    original: (span) => ({ start: back(span.start), end: back(span.end) }),
  };
}

function isComment(text: string, at: number): boolean {
  const lineStart = text.lastIndexOf('\n', at) + 1;
  return /(?:^|\s)#/.test(text.slice(lineStart, at));
}
