import type { Quote } from '../documents/quote.js';

/** What a draft is called: the quote's name and the first 8 hex digits of its digest, so that two versions of a deal differ. */
export function draftNumber({ id, digest }: Quote): string {
  return `DRAFT-${id}-${digest.slice('sha256:'.length, 'sha256:'.length + 8)}`;
}
