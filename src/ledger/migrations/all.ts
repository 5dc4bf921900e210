import { events } from './0001-events.js';
import { derived } from './0002-derived.js';
import type { Migration } from './migration.js';

/** Every step of the schema, in the order of their numbers. A new one: its file, its line here, its case. */
export const migrations: readonly Migration[] = [events, derived];
