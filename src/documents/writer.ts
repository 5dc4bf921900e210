import type * as z from 'zod/mini';

/** Writes a value as RFC 8785 canonical JSON. */
type Write = (value: unknown) => string;

/**
 * A writer of canonical JSON for one kind of document, made once from its schema: it knows the keys of every part and their
 * order, so that nothing is sorted or looked up while it writes. What a document may hold is said in the schema alone.
 *
 * Source: RFC 8785. The answer is that of `canonicalJson` for every document of the schema.
 */
export function canonicalWriter(schema: z.core.$ZodType): Write {
  return writerOf(schema);
}

function writerOf(schema: z.core.$ZodType): Write {
  const { def } = schema._zod;
  switch (def.type) {
    case 'object':
      return objectWriter((def as z.core.$ZodObjectDef).shape);
    case 'array':
      return listWriter(writerOf((def as z.core.$ZodArrayDef).element));
    case 'optional':
    case 'readonly':
      return writerOf((def as z.core.$ZodOptionalDef).innerType);
    case 'string':
      return (value) => quoted(value as string);
    default:
      return plainJson;
  }
}

function objectWriter(shape: z.core.$ZodShape): Write {
  const fields = Object.keys(shape)
    .sort()
    .map((key) => ({ key, before: `${quoted(key)}:`, write: writerOf(shape[key] as z.core.$ZodType) }));
  return (value) => {
    const document = value as Readonly<Record<string, unknown>>;
    let text = '';
    for (const { key, before, write } of fields) {
      const part = document[key];
      if (part !== undefined) text += `${text === '' ? '' : ','}${before}${write(part)}`;
    }
    return `{${text}}`;
  };
}

function listWriter(write: Write): Write {
  return (value) => {
    let text = '';
    for (const part of value as readonly unknown[]) text += `${text === '' ? '' : ','}${write(part)}`;
    return `[${text}]`;
  };
}

/** Whatever JSON holds, by sorting its keys as they come. */
function plainJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return listWriter(plainJson)(value);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${quoted(key)}:${plainJson(part)}`).join(',')}}`;
}

const needsNoEscape = /^[^"\\\p{Cc}\p{Cs}]*$/u;

function quoted(text: string): string {
  if (needsNoEscape.test(text)) return `"${text}"`;
  if (/\p{Cs}/u.test(text)) throw new TypeError('half of a surrogate pair has no canonical form');
  return JSON.stringify(text);
}
