import type { Values } from '../diagnostics/problem.js';

/** The languages every word exists in. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** One thing to say, in every language; a text in one only does not compile. */
export type Text = Readonly<Record<Language, string>>;

/** Joins the members of a list as the language does. */
export const listMark: Text = { zh: '、', en: ', ' };

/** A text in one language with its `{name}` places filled; a place without a value stays as written. */
export function fill(text: Text, language: Language, values: Values = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return Array.isArray(value) ? value.join(listMark[language]) : String(value);
  });
}
