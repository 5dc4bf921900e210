/** A cell of a table: text as it stands, whatever marks it holds, on one line. */
export function markdownText(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').replace(/[\\`*_{}[\]<>|~#&]/g, String.raw`\$&`);
}

/** A table of text cells; columns named in `right` hold numbers. */
export function markdownTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[],
): string {
  const rule = columns.map((_heading, at) => (right.includes(at) ? '---:' : '---'));
  const lines = [columns.map(markdownText), rule, ...rows.map((row) => row.map(markdownText))];
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
