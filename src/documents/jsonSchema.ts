import * as z from 'zod/mini';
import { contractSchema } from './contract.js';
import { manifestSchema } from './manifest.js';
import { packageSchema } from './package.js';
import { quoteSchema } from './quote.js';
import { rateCardSchema } from './ratecard.js';
import { scheduleSchema } from './schedule.js';
import type { DocumentKind } from './words.js';

/** Files that people write may carry keys of their own. */
const writtenByPeople: readonly DocumentKind[] = ['RateCard', 'Package'];

const schemas: Readonly<Record<DocumentKind, z.core.$ZodType>> = {
  RateCard: rateCardSchema,
  Package: packageSchema,
  Quote: quoteSchema,
  Contract: contractSchema,
  Schedule: scheduleSchema,
  BulkManifest: manifestSchema,
};

/** The JSON Schema (draft 7) of a kind of document, from the same schema that reads and types it. */
export function jsonSchema(kind: DocumentKind): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(schemas[kind], {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    override: ({ jsonSchema: made }) => {
      if (writtenByPeople.includes(kind) && made.additionalProperties === false)
        made.patternProperties = { '^x-': {} };
    },
  });
  return { title: `kanli ${kind}`, ...schema };
}
