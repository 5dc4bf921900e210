import type { Path } from '../../diagnostics/problem.js';
import { type Section, sections } from '../../documents/words.js';
import type { SalvagedCard } from './all.js';

export type SalvagedItem = NonNullable<NonNullable<SalvagedCard[Section]>[string]>;

export interface ItemEntry {
  readonly id: string;
  readonly section: Section;
  /** Empty where nothing of it could be read. */
  readonly item: SalvagedItem;
  /** Is it a map of keys at all? What is missing in it can only be said then. */
  readonly readable: boolean;
  readonly path: Path;
}

/** Every item of a card with its place, in the card's order; those too whose value could not be read. */
export function itemEntries(card: SalvagedCard): ItemEntry[] {
  return sections.flatMap((section) =>
    Object.entries(card[section] ?? {}).map(([id, item]) => ({
      id,
      section,
      item: item ?? {},
      readable: item !== undefined,
      path: [section, id],
    })),
  );
}

/** Is every section there as it was meant? Otherwise nobody knows which items the card has. */
export function itemsKnown(card: SalvagedCard): boolean {
  return sections.every((section) => !(section in card) || card[section] !== undefined);
}
