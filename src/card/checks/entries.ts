import type { Path } from '../../diagnostics/problem.js';
import { type Section, sections } from '../../documents/words.js';
import type { SalvagedCard } from './all.js';

export type SalvagedItem = NonNullable<NonNullable<SalvagedCard[Section]>[string]>;

export interface ItemEntry {
  readonly id: string;
  readonly section: Section;
  readonly item: SalvagedItem;
  readonly path: Path;
}

/** Every item of a card with its place, in the card's order. */
export function itemEntries(card: SalvagedCard): ItemEntry[] {
  return sections.flatMap((section) =>
    Object.entries(card[section] ?? {}).map(([id, item]) => ({
      id,
      section,
      item: item ?? {},
      path: [section, id],
    })),
  );
}
