import type { Content } from '../setup.js';
import type { Writer } from './content.js';
import { quotes } from './quotes.js';
import { summary } from './summary.js';
import { totals } from './totals.js';

/** Everything a run may write of a package. A new one: its file, its line here, its word in `setup.ts`. */
export const writers: Readonly<Record<Content, Writer>> = { quotes, summary, totals };
