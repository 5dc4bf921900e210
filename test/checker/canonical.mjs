import { createHash } from 'node:crypto';

/**
 * RFC 8785 canonical JSON of a parsed document: keys by their UTF-16 code units (which is how JavaScript sorts texts),
 * numbers and texts as ECMAScript writes them.
 *
 * @param {unknown} value
 * @returns {string}
 */
export function canonical(value) {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${entries.join(',')}}`;
}

/**
 * `sha256:` and the hex of the SHA-256 of a document's canonical JSON.
 *
 * @param {unknown} document
 * @returns {string}
 */
export function digestOf(document) {
  return `sha256:${createHash('sha256').update(canonical(document), 'utf8').digest('hex')}`;
}

/** What stands before the first event of a chain. */
export const beforeAll = `sha256:${'0'.repeat(64)}`;
