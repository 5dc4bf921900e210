const shown = 12;

/** Enough of a digest to tell it from another by eye: `sha256:0123456789abcdef…` as `0123456789ab`. */
export function shortDigest(digest: string): string {
  return digest.slice(digest.indexOf(':') + 1).slice(0, shown);
}
