import Table from 'cli-table3';
import type { Frame } from './table.js';

const between = ' │ ';

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
  middle: between,
};

/**
 * A line between columns, for wide tables of numbers.
 *
 * cli-table3 measures text by an older string-width than ours (they differ on 15,000 characters, Arabic marks and newer
 * emoji among them), cuts by it, and is slow on long tables; so it draws one line of stand-ins that every version measures
 * alike, and each line's cells are put in their place. It also takes longer to load than a quote takes to draw: tables
 * without lines do not need it.
 */
export const lined: Frame = {
  gap: between.length,
  draw: (lines, widths) => {
    const table = new Table({
      chars: noLines,
      style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    });
    table.push(widths.map((width) => 'x'.repeat(width)));
    const drawn = table.toString();
    return lines.map((cells) => {
      let column = 0;
      return drawn.replace(/x+/g, () => cells[column++] ?? '').trimEnd();
    });
  },
};
