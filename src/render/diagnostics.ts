import type { Severity } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { countMark, countWords, hintLabel, moreWords, severityWords } from '../lang/diagnostics.js';
import { wordProblem } from '../lang/problems.js';
import { fill, type Language } from '../lang/text.js';
import { drawExcerpt } from './excerpt.js';
import { safe, safeText } from './safe.js';
import { type Paint, paintFor, type Style, type ViewOptions, widthFor } from './view.js';
import { widthOf, wrapText } from './wrap.js';

/**
 * Problems as a person reads them: each with its place, its words, the line it stands on with the exact stretch
 * underlined, and what would make it right; at the end, how many there are. Ends with a line break; nothing for nothing.
 */
export function drawDiagnostics(found: readonly Diagnostic[], options: ViewOptions): string {
  if (found.length === 0) return '';
  const paint = paintFor(options.colour);
  const blocks = found.slice(0, mostDrawn).map((entry) => drawDiagnostic(entry, options, paint).join('\n'));
  if (found.length > mostDrawn) {
    blocks.push(fill(moreWords, options.language, { count: found.length - mostDrawn }));
  }
  return `${blocks.join('\n\n')}\n\n${paint.strong(countText(found, options.language))}\n`;
}

/** A file of another kind can have a fault on every line; nobody reads on after this many. */
const mostDrawn = 200;

/** How many problems of each severity there are: `2 errors, 1 warning`. */
function countText(found: readonly { readonly severity: Severity }[], language: Language): string {
  const severities: readonly Severity[] = ['error', 'warning', 'info'];
  const counts = severities.flatMap((severity) => {
    const count = found.filter((entry) => entry.severity === severity).length;
    const { one, many } = countWords[severity];
    return count === 0 ? [] : [fill(count === 1 ? one : many, language, { count })];
  });
  return counts.join(countMark[language]);
}

function drawDiagnostic(found: Diagnostic, options: ViewOptions, paint: Paint): string[] {
  const { language } = options;
  const width = widthFor(options);
  const { message, hint } = safe(wordProblem(found, language));
  const style = styleOf(found.severity, paint);
  const place = placeText(found);
  const head = place === '' ? '' : `${place} `;
  const severity = severityWords[found.severity][language];
  const [first = '', ...more] = wrapText(
    `${head}${severity} ${message} [${safeText(found.code)}]`,
    width - 2,
  );
  const label = hintLabel[language];
  const hintLines = hint === undefined ? [] : wrapText(hint, width - 2 - widthOf(label));
  return [
    painted(first, head, severity, style, paint),
    ...more.map((line) => `  ${line}`),
    ...excerptLines(found, width, style, paint),
    ...hintLines.map((line, at) =>
      at === 0 ? `  ${paint.faint(label)}${line}` : `  ${' '.repeat(widthOf(label))}${line}`,
    ),
  ];
}

/** Colours the place and the severity, where wrapping has left them on the first line. */
function painted(line: string, head: string, severity: string, style: Style, paint: Paint): string {
  const opening = head + severity;
  if (!line.startsWith(opening)) return line;
  return `${head === '' ? '' : paint.strong(head)}${style(severity)}${line.slice(opening.length)}`;
}

/** `card.yaml:12:8`; without a file, the place in the document. */
function placeText({ file, line, column, path }: Diagnostic): string {
  if (file === undefined) return safeText(path);
  return line === undefined || column === undefined ? safeText(file) : `${safeText(file)}:${line}:${column}`;
}

function excerptLines(found: Diagnostic, width: number, style: Style, paint: Paint): string[] {
  const { excerpt, line, column, endLine, endColumn } = found;
  if (excerpt === undefined || excerpt.trim() === '' || line === undefined || column === undefined) return [];
  // Of a stretch over several lines, its part of the first is underlined.
  const to = endLine === line && endColumn !== undefined ? endColumn : excerpt.length + 1;
  const drawn = drawExcerpt({ text: excerpt, line, from: column, to: Math.max(to, column) }, width);
  return [
    `${paint.faint(drawn.gutter)}${drawn.text}`,
    `${paint.faint(drawn.emptyGutter)}${drawn.blank}${style(drawn.underline)}`,
  ];
}

function styleOf(severity: Severity, paint: Paint): Style {
  if (severity === 'error') return paint.bad;
  return severity === 'warning' ? paint.warning : paint.faint;
}
