import * as z from 'zod/mini';
import { availabilitySchema, bookingsSchema } from './bookings.js';
import { contractSchema } from './contract.js';
import { ledgerEventSchema } from './ledgerEvent.js';
import { manifestSchema } from './manifest.js';
import { packageSchema } from './package.js';
import { quoteSchema } from './quote.js';
import { rateCardSchema } from './ratecard.js';
import { receiptSchema, refusalSchema } from './receipt.js';
import { scheduleSchema } from './schedule.js';
import type { SchemaKind } from './words.js';

/** Files that people write may carry keys of their own. */
const writtenByPeople: readonly SchemaKind[] = ['RateCard', 'Package'];

const schemas: Readonly<Record<SchemaKind, z.core.$ZodType>> = {
  RateCard: rateCardSchema,
  Package: packageSchema,
  Quote: quoteSchema,
  Contract: contractSchema,
  Schedule: scheduleSchema,
  BulkManifest: manifestSchema,
  LedgerEvent: ledgerEventSchema,
  Receipt: receiptSchema,
  Refusal: refusalSchema,
  Bookings: bookingsSchema,
  Availability: availabilitySchema,
};

/** The JSON Schema (draft 7) of a kind of document, from the same schema that reads and types it. */
export function jsonSchema(kind: SchemaKind): Readonly<Record<string, unknown>> {
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
