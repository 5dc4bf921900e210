import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** RFC 8785 canonical JSON of plain data. @throws TypeError for what JSON cannot hold */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

/** `sha256:` and the hex digest of the canonical JSON. Source: interface, "Documents". */
export function digestOf(value: unknown): string {
  return digestOfText(canonicalJson(value));
}

/** `sha256:` and the hex digest of a text in UTF-8. */
export function digestOfText(text: string): string {
  return `sha256:${hash('sha256', text, 'hex')}`;
}

/** The digest of a document that carries its own: over everything else. */
export function ownDigest(document: { readonly digest: string }): string {
  const { digest: _own, ...rest } = document;
  return digestOf(rest);
}
