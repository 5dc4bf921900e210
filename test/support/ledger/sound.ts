import { expect } from '@jest/globals';
import type { Receipt } from '../../../src/documents/receipt.js';
import type { Ledger } from '../../../src/ledger/ledger.js';
import { checkLedger } from '../../checker/check-ledger.mjs';

/**
 * The ledger is what its events say, the independent checker agrees, and every receipt that anybody got is in it. Answers
 * with the lines of its export.
 */
export async function expectSound(ledger: Ledger, acknowledged: readonly Receipt[]): Promise<string[]> {
  expect((await ledger.verify()).problems).toEqual([]);
  const lines: string[] = [];
  await ledger.export(async (line) => {
    lines.push(line);
  });
  expect(checkLedger(lines, { acknowledged }).findings).toEqual([]);
  return lines;
}
