import { type FoundCard, findCardById, loadCardFile } from '../workspace/cards.js';
import type { Desk } from '../workspace/desk.js';
import type { Setup } from './setup.js';

/** Requests that name a new unknown card each would otherwise fill the memory. */
const mostKept = 1000;

/** The desk of a run: a card is read when the first package asks for it, and kept. */
export function deskFor({ card, cards, asOf, now }: Setup): Desk {
  const known = new Map<string, FoundCard>();
  const found = (key: string, find: () => FoundCard): FoundCard => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= mostKept) known.clear();
    const made = find();
    known.set(key, made);
    return made;
  };
  return {
    cardFor: (id) =>
      card === undefined ? found(id, () => findCardById(cards, id)) : found('', () => loadCardFile(card)),
    oneCard: card !== undefined,
    asOf,
    now: () => now,
  };
}
