import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bounds, type Priced, priceBlock } from '../../src/bulk/priceBlock.js';
import type { Setup } from '../../src/bulk/setup.js';
import { deskFor } from '../../src/bulk/shelf.js';
import { loadPackage, loadRateCard, priceQuote } from '../../src/index.js';

/** What bulk makes of packages, a line each: the bytes it writes, and the codes of what it refuses by line. */
export interface InBulk {
  readonly output: string;
  readonly refused: Readonly<Record<number, readonly string[]>>;
  readonly priced: Priced;
}

/** Prices texts as one block, in this process. */
export function inBulk(
  cardText: string,
  rows: readonly string[] | Uint8Array,
  changes: Partial<Setup> = {},
  bounds: Bounds = {},
): InBulk {
  const folder = mkdtempSync(join(tmpdir(), 'kanli-bulk-'));
  try {
    const card = join(folder, 'card.yaml');
    writeFileSync(card, cardText);
    const setup: Setup = {
      requests: { format: 'ndjson', name: 'requests.ndjson' },
      content: 'quotes',
      format: 'ndjson',
      card: { path: card, name: 'card.yaml' },
      cards: { path: folder, name: 'ratecards' },
      now: 0,
      language: 'zh',
      ...changes,
    };
    const bytes = rows instanceof Uint8Array ? rows : Buffer.from(rows.map((row) => `${row}\n`).join(''));
    const block = { bytes, offset: 0, line: 1, length: bytes.length, lines: 0 };
    const priced = priceBlock(block, setup, deskFor(setup), bounds);
    const refused = priced.refusals.map(({ line, diagnostics }) => [
      line,
      diagnostics.map(({ code }) => code),
    ]);
    return {
      output: Buffer.from(priced.output).toString('utf8'),
      refused: Object.fromEntries(refused),
      priced,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same packages one by one: what bulk must come to. */
export function oneByOne(cardText: string, rows: readonly string[]): Pick<InBulk, 'output' | 'refused'> {
  const card = loadRateCard(cardText);
  if (!card.ok) throw new Error(JSON.stringify(card.problems));
  let output = '';
  const refused: Record<number, readonly string[]> = {};
  for (const [at, row] of rows.entries()) {
    const loaded = loadPackage(row);
    const priced = loaded.ok ? priceQuote(loaded.value, card.value) : loaded;
    if (priced.ok) output += `${JSON.stringify(priced.value)}\n`;
    else
      refused[at + 1] = priced.problems
        .filter(({ severity }) => severity === 'error')
        .map(({ code }) => code);
  }
  return { output, refused };
}
