/** RFC 8785 canonical JSON of a parsed document. */
export function canonical(value: unknown): string;

/** `sha256:` and the hex of the SHA-256 of a document's canonical JSON. */
export function digestOf(document: unknown): string;
