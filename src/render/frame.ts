import Table from 'cli-table3';

/** Columns between two cells. */
export const gap = 2;

const noLines = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(gap),
};

/**
 * Sets lines of cells, already padded to their columns and painted, side by side.
 *
 * cli-table3 measures text by an older string-width than ours (they differ on 15,000 characters, Arabic marks and newer
 * emoji among them) and cuts by it; so it draws the frame around stand-ins that every version measures alike, and the
 * cells are put in their place afterwards.
 */
export function framed(lines: readonly (readonly string[])[], widths: readonly number[]): string[] {
  if (lines.length === 0) return [];
  const table = new Table({
    chars: noLines,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  for (let row = 0; row < lines.length; row += 1) table.push(widths.map((width) => 'x'.repeat(width)));
  return table
    .toString()
    .split('\n')
    .map((drawn, row) => {
      let column = 0;
      return drawn
        .replace(/x+/g, () => {
          const cell = lines[row]?.[column] ?? '';
          column += 1;
          return cell;
        })
        .trimEnd();
    });
}
