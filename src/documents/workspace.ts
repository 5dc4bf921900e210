import * as z from 'zod/mini';
import { oneOf, text } from './fields.js';
import { described } from './leaf.js';
import { partyFields } from './package.js';

/** The shape of a workspace's `kanli.yaml`; everything in it is optional. Source: interface, "Conventions". */
export const workspaceSchema = described(
  z.strictObject({
    seller: described(z.optional(z.strictObject(partyFields)), 'The selling party of contracts'),
    cards: z.optional(text('Folder of rate cards, from this file; default ratecards')),
    ledger: z.optional(text('Ledger of bookings: a file from this one, or a postgres:// URL')),
    language: z.optional(
      oneOf(['zh', 'en'], 'Language of papers and, where no locale says otherwise, screens'),
    ),
  }),
  'Settings of a kanli workspace',
);

export type WorkspaceDocument = z.output<typeof workspaceSchema>;
export type Party = NonNullable<WorkspaceDocument['seller']>;
