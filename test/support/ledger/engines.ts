import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ledger, type OpenOptions, openLedger } from '../../../src/ledger/ledger.js';
import { freshDatabase } from '../database.js';

/** A place for a ledger of one engine, empty, and how it is taken away. */
export interface LedgerPlace {
  readonly place: string;
  readonly remove: () => Promise<void>;
}

/** Every engine, with a way to an empty place on it. A new engine is a line here. */
export const engines: readonly { readonly name: string; readonly fresh: () => Promise<LedgerPlace> }[] = [
  { name: 'sqlite', fresh: sqlitePlace },
  { name: 'postgres', fresh: postgresPlace },
];

export async function sqlitePlace(): Promise<LedgerPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'kanli-ledger-'));
  return {
    place: join(folder, 'ledger.db'),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function postgresPlace(): Promise<LedgerPlace> {
  const database = await freshDatabase();
  return { place: database.url, remove: () => database.drop() };
}

export async function openedAt(place: string, options: Partial<OpenOptions> = {}): Promise<Ledger> {
  const opened = await openLedger(place, { clock: () => Date.now(), purpose: 'use', ...options });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return opened.value;
}
