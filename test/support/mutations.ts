/** Pieces that mean something to a parser of YAML, or to a reader of bytes. */
const pieces = [
  '{',
  '}',
  '[',
  ']',
  ': ',
  '- ',
  ', ',
  '\t',
  '\n',
  '\r',
  '"',
  "'",
  '&a ',
  '*a ',
  '<<: ',
  '|\n',
  '---\n',
  '%',
  '!x ',
  '#',
  '? ',
  '：',
  '，',
  '、',
  '％',
  '\0',
  '\u001b[2J',
  '\u202e',
  '😀',
  '__proto__: 1\n',
  '1,000',
  '0x1F',
  '99999999999999999999%',
].map((piece) => Buffer.from(piece));

/** The same bytes, each time with a few cuts, doublings, insertions and changed bytes; the same ones for the same seed. */
export function* mutations(original: Uint8Array, count: number, seed: number): Generator<Uint8Array> {
  const random = randomNumbers(seed);
  const below = (bound: number) => Math.floor(random() * bound);
  for (let made = 0; made < count; made += 1) {
    let bytes = Buffer.from(original);
    for (let changes = 1 + below(6); changes > 0; changes -= 1) {
      const at = below(bytes.length + 1);
      const to = Math.min(bytes.length, at + below(40));
      const piece = pieces[below(pieces.length)] ?? Buffer.alloc(0);
      const middle = [Buffer.alloc(0), piece, bytes.subarray(at, to), Buffer.of(below(128))];
      const kept = bytes.subarray(below(2) === 0 ? at : to);
      bytes = Buffer.concat([bytes.subarray(0, at), middle[below(4)] ?? piece, kept]);
    }
    yield below(8) === 0 ? bytes.subarray(0, below(bytes.length + 1)) : bytes;
  }
}

/** Marsaglia's xorshift on 32 bits: numbers from 0 to 1, the same everywhere. */
function randomNumbers(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
