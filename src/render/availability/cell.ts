import type { AvailableDay, AvailablePart } from '../../documents/bookings.js';
import type { markWords } from '../../lang/ledger.js';
import type { Paint } from '../view.js';

export type Mark = keyof typeof markWords;

/** A date of an item in a few characters, with the marks that a legend must tell the meaning of. */
export interface DayCell {
  readonly text: string;
  readonly style: keyof Paint | undefined;
  readonly marks: readonly Mark[];
}

const freeCell: DayCell = { text: '·', style: 'faint', marks: ['free'] };
const fullCell: DayCell = { text: '■', style: 'bad', marks: ['full'] };
const closedCell: DayCell = { text: '×', style: 'faint', marks: ['closed'] };
const outsideCell: DayCell = { text: '–', style: 'faint', marks: ['outside'] };

/** What a date comes to where it is tightest: `·`, `1/3`, `1+1/3`, `20%`, `3/3■`, each with `!` beside an exclusive. */
export function dayCell(day: AvailableDay | undefined): DayCell {
  if (day === undefined) return outsideCell;
  if (day.closed) return closedCell;
  const cell = roomCell(day);
  return day.exclusive.length === 0
    ? cell
    : { ...cell, text: `${cell.text}!`, marks: [...cell.marks, 'alone'] };
}

function roomCell({ parts, perDay }: AvailableDay): DayCell {
  const taken = tightest(parts);
  const dayIsFull = perDay !== undefined && perDay.used >= perDay.bound;
  if (dayIsFull || (taken === undefined && perDay !== undefined && perDay.used > 0)) {
    const text = `${perDay.used}/${perDay.bound}`;
    return dayIsFull ? filled({ text, marks: ['booked'] }) : { text, style: undefined, marks: ['booked'] };
  }
  if (taken === undefined) return isFull(parts) ? fullCell : freeCell;
  const cell = partCell(taken);
  return isFull(parts) ? filled(cell) : cell;
}

function filled({ text, marks }: Pick<DayCell, 'text' | 'marks'>): DayCell {
  return { ...fullCell, text: `${text}${fullCell.text}`, marks: [...marks, ...fullCell.marks] };
}

function partCell({ kind, bound, booked, held }: AvailablePart): DayCell {
  const style = held === 0 ? undefined : 'warning';
  if (kind === 'impressions') {
    const sold = shareOf(booked, bound);
    return held === 0
      ? { text: `${sold}%`, style, marks: ['share'] }
      : { text: `${sold}+${shareOf(held, bound)}%`, style, marks: ['heldShare'] };
  }
  return held === 0
    ? { text: `${booked}/${bound}`, style, marks: ['booked'] }
    : { text: `${booked}+${held}/${bound}`, style, marks: ['held'] };
}

/** Whole percents, cut off, so that what is not full never reads `100`; the least of something is `<1`. */
function shareOf(part: number, bound: number): string {
  const share = bound <= 0 ? 0 : Number((BigInt(part) * 100n) / BigInt(bound));
  return share === 0 && part > 0 ? '<1' : String(share);
}

/** Of the parts that somebody has taken of the one with the least left; of several, the one that most is taken of. */
function tightest(parts: readonly AvailablePart[]): AvailablePart | undefined {
  const [first] = parts
    .filter(({ booked, held }) => booked + held > 0)
    .sort((a, b) => a.free - b.free || b.booked + b.held - (a.booked + a.held));
  return first;
}

/** Nothing can be had any more: every part is gone, or every part of what all rooms share. */
function isFull(parts: readonly AvailablePart[]): boolean {
  const waves = parts.filter(({ kind }) => kind === 'wave');
  const others = parts.filter(({ kind }) => kind !== 'wave');
  return [waves, others].some((own) => own.length > 0 && own.every(({ free }) => free <= 0));
}
