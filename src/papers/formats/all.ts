import type { Contract } from '../../documents/contract.js';
import type { Draft, Quote } from '../../documents/quote.js';
import type { Schedule } from '../../documents/schedule.js';
import type { Language } from '../../lang/text.js';
import type { CsvOptions } from './csv.js';
import { formatJson } from './json.js';

/** Writes a document in one format. Only a quote is told its language: papers carry theirs. */
export type Format<D> = (document: D, options: CsvOptions & { readonly language: Language }) => string;

/** A format's writer, loaded when it is asked for: starting up must cost what the call needs. */
export type Formats<D> = Readonly<Record<string, () => Promise<Format<D>>>>;

const json = async () => formatJson;

/** Every format of every document. A new one: its file, its line here, its case. */
export const paperFormats = {
  quote: {
    json,
    csv: async () => (await import('./quoteCsv.js')).quoteCsv,
    md: async () => (await import('./quoteMarkdown.js')).quoteMarkdown,
  },
  contract: {
    json,
    csv: async () => (await import('./contractCsv.js')).contractCsv,
  },
  schedule: {
    json,
    csv: async () => (await import('./scheduleCsv.js')).scheduleCsv,
    grid: async () => (await import('./scheduleGrid.js')).gridCsv,
  },
} satisfies {
  readonly quote: Formats<Quote | Draft>;
  readonly contract: Formats<Contract>;
  readonly schedule: Formats<Schedule>;
};
