/** Joiners stay: emoji and Indic scripts are written with them. Line ends and tabs are handled as blanks before. */
const unprintable = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/**
 * Text from a file as it may reach a terminal: line ends and tabs become one blank; escapes, other control characters and
 * those that turn the writing direction become visible (`\u001b`). Nothing a file says can move the cursor or hide a word.
 */
export function safeText(text: string): string {
  return text.replace(/[\t\n\r\u0085\u2028\u2029]+/g, ' ').replace(unprintable, visible);
}

function visible(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}

/** Plain data with every text in it, keys too, made safe by `safeText`. Every view passes its whole data through here once. */
export function safe<T>(data: T): T {
  return safeCopy(data) as T;
}

function safeCopy(data: unknown): unknown {
  if (typeof data === 'string') return safeText(data);
  if (Array.isArray(data)) return data.map(safeCopy);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [safeText(key), safeCopy(value)]));
}
