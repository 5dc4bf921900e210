/**
 * What a JSON text says, read by the runtime itself, or undefined where that could differ from reading it with care: it is
 * no JSON, a key stands twice, or a number is not written as the runtime would write it (amounts are taken by their text).
 */
export function quickJson(text: string): { readonly value: unknown } | undefined {
  if (!text.startsWith('{') || unusualNumber.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return keysWritten(text) === keysHeld(value) ? { value } : undefined;
  } catch {
    return undefined;
  }
}

/** A number with a sign, a point, an exponent or more digits than are exact; the like inside a text costs only time. */
const unusualNumber = /[:,[]\s*(?:-|\d+[.eE]|\d{16})/;

/** Colons behind a closing quote. A key that ends in a backslash escapes the count, and is then read with care. */
function keysWritten(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    let before = at - 1;
    while (before >= 0 && text.charCodeAt(before) <= 0x20) before -= 1;
    if (text[before] === '"' && text[before - 1] !== '\\') count += 1;
  }
  return count;
}

function keysHeld(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, part) => sum + keysHeld(part), 0);
  const parts = Object.values(value);
  return parts.reduce<number>((sum, part) => sum + keysHeld(part), parts.length);
}
