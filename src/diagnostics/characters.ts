/** Characters that no file of ours may hold: control characters but tab and line ends. */
export const controlCharacters = /(?![\t\n\r])\p{Cc}/gu;

/**
 * The first character of a text that can stand on no paper and in no database: a control character, however it was
 * escaped, or half of a surrogate pair; undefined when the text is sound.
 */
export function unsoundCharacter(text: string): string | undefined {
  return /(?![\t\n\r])\p{Cc}|\p{Cs}/u.exec(text)?.[0];
}

/** `U+001B`: how a message names a character that cannot be shown. */
export function characterName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
