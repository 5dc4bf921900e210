import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** RFC 8785 canonical JSON of plain data. @throws TypeError for what JSON cannot hold */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

/** `sha256:` and the hex digest of the canonical JSON. Source: interface, "Documents". */
export function digestOf(value: unknown): string {
  return `sha256:${createHash('sha256').update(canonicalJson(value)).digest('hex')}`;
}

/** The digest of a document that carries its own: over everything else. */
export function ownDigest(document: { readonly digest: string }): string {
  const { digest: _own, ...rest } = document;
  return digestOf(rest);
}
