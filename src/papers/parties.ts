import type { Contract } from '../documents/contract.js';
import { partyFields } from '../documents/package.js';
import type { Quote } from '../documents/quote.js';
import type { Party } from '../documents/workspace.js';
import { partyWords } from '../lang/papers.js';
import type { Language } from '../lang/text.js';
import { word } from '../lang/trade.js';

type Parties = Contract['parties'];

/** Who deals with whom: client and agency by the package, the seller by whoever writes the contract. */
export function partiesOf({ package: pack }: Quote, seller: Party | undefined): Parties {
  return {
    client: partyOf(pack.client),
    seller: seller === undefined ? {} : partyOf(seller),
    ...(pack.agency === undefined ? {} : { agency: { name: pack.agency.name } }),
  };
}

const fields = Object.keys(partyFields) as (keyof Party)[];

/** What a contract names of a party, in one order however its file has it. */
function partyOf(party: Party): Party {
  const { name } = party;
  const known = fields.flatMap((field) =>
    party[field] === undefined ? [] : [[field, party[field]] as const],
  );
  return { name, ...Object.fromEntries(known) };
}

/** A block to sign for each party; the agency is named, but does not sign. */
export function signaturesOf({ client, seller }: Parties, language: Language): Contract['signatures'] {
  const block = (party: 'client' | 'seller', name: string) => ({
    party,
    title: word(partyWords, party, language),
    name,
    signatory: '',
    date: '',
  });
  return [block('client', client.name), block('seller', seller.name ?? '')];
}
