import { type BookingState, bookingStates } from '../../documents/receipt.js';
import { bookingStateWords } from '../../lang/ledger.js';
import type { Language } from '../../lang/text.js';
import type { Paint, Style } from '../view.js';

/** The states in which a booking or a spot has its place. */
export function stands(state: BookingState): boolean {
  return state === 'held' || state === 'booked';
}

export function stateStyle(state: BookingState, paint: Paint): Style {
  if (state === 'booked') return paint.good;
  return state === 'held' ? paint.warning : paint.faint;
}

export function stateCell(
  state: BookingState,
  language: Language,
  paint: Paint,
): { text: string; style: Style } {
  return { text: bookingStateWords[state][language], style: stateStyle(state, paint) };
}

/** How many there are of each state, in the order of a booking's life. */
export function countStates(states: readonly BookingState[]): { state: BookingState; count: number }[] {
  return bookingStates
    .map((state) => ({ state, count: states.filter((one) => one === state).length }))
    .filter(({ count }) => count > 0);
}
