import { refusalWords as words } from '../../lang/ledger.js';
import { fill, type Language } from '../../lang/text.js';
import type { Page } from '../page.js';

export interface RefusalView extends Page {
  readonly language: Language;
  readonly zone: string;
  /** By item, safe to print. */
  readonly titles: ReadonlyMap<string, string>;
}

/** `官方房间黄金档（prime）`: the id, too, because that is what a package names. */
export function itemText(item: string, { titles, language }: RefusalView): string {
  const title = titles.get(item) ?? item;
  return title === item ? item : fill(words.item, language, { title, item });
}
