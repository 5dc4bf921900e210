import * as z from 'zod/mini';
import { described } from './leaf.js';
import { digest, money, totalsSchema } from './quote.js';
import { apiVersion } from './words.js';

/** The shape of a bulk run's manifest, as we write it beside its output. Source: docs/bulk.md. */

const count = z.int().check(z.minimum(0));

const fileSchema = z.strictObject({ file: z.string(), bytes: count, sha256: digest });

const groupSchema = z.strictObject({
  name: z.string(),
  currency: z.string(),
  packages: count,
  lines: count,
  spots: count,
  list: money,
  gross: money,
  amount: money,
  net: money,
  tax: money,
  payable: money,
});

const tallyFields = {
  counts: z.strictObject({ packages: count, priced: count, refused: count }),
  sums: described(z.record(z.string(), totalsSchema), 'Totals of all quotes, by currency'),
  cards: z.array(z.strictObject({ id: z.string(), version: z.string(), digest })),
};

/** What decides the bytes of a run; a run is resumed, and shards are merged, only where all of it is the same. */
export const planSchema = z.strictObject({
  kanli: described(z.string(), 'Version that priced'),
  content: z.enum(['quotes', 'summary', 'totals']),
  format: z.enum(['ndjson', 'csv']),
  requestFormat: z.enum(['ndjson', 'csv']),
  language: z.enum(['zh', 'en']),
  card: described(z.optional(digest), 'The one card of every package'),
  asOf: z.optional(z.string()),
  errors: described(z.boolean(), 'Refused packages go to a file'),
});

export const shardSchema = z.strictObject({
  index: count,
  count: z.int().check(z.minimum(1)),
});

const rollUpsSchema = z.strictObject({
  brand: z.array(groupSchema),
  category: z.array(groupSchema),
  card: z.array(groupSchema),
});

const manifestFields = {
  apiVersion: z.literal(apiVersion),
  kind: z.literal('BulkManifest'),
  plan: planSchema,
  requests: described(
    z.strictObject({ bytes: count, sha256: digest }),
    'All requests, whatever part of them this run priced',
  ),
  shard: z.optional(shardSchema),
  ...tallyFields,
  rollUps: z.optional(rollUpsSchema),
};

export const manifestSchema = described(
  z.strictObject({ ...manifestFields, output: fileSchema, errors: z.optional(fileSchema), digest }),
  'What a bulk run wrote, and from what',
);

/** How far a run came that is not finished: enough to go on from. */
export const checkpointSchema = z.strictObject({
  apiVersion: z.literal(apiVersion),
  kind: z.literal('BulkCheckpoint'),
  plan: planSchema,
  shard: z.optional(shardSchema),
  now: z.int(),
  /** Where to go on in the requests. */
  next: z.strictObject({ offset: count, line: count }),
  /** The requests as far as they were read at some time before: they must be the same. */
  read: z.strictObject({ bytes: count, sha256: digest }),
  outputBytes: count,
  errorBytes: count,
  twice: count,
  ...tallyFields,
  rollUps: z.optional(rollUpsSchema),
  /** Everything is written; only the files' names are still those of parts. */
  manifest: z.optional(manifestSchema),
});

export type Plan = z.output<typeof planSchema>;
export type Shard = z.output<typeof shardSchema>;
export type Manifest = z.output<typeof manifestSchema>;
export type Checkpoint = z.output<typeof checkpointSchema>;

export function readManifest(text: string): Manifest | undefined {
  return readAs(manifestSchema, text) as Manifest | undefined;
}

export function readCheckpoint(text: string): Checkpoint | undefined {
  return readAs(checkpointSchema, text) as Checkpoint | undefined;
}

function readAs(schema: z.core.$ZodType, text: string): unknown {
  try {
    const read = z.safeParse(schema, JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
