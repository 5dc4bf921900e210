import { problem, recorded } from '../diagnostics/problem.js';
import type { Contract } from '../documents/contract.js';
import type { Quote } from '../documents/quote.js';
import { apiVersion } from '../documents/words.js';
import type { Party } from '../documents/workspace.js';
import type { Language } from '../lang/text.js';
import { type BookingFacts, factsOf, type PaperBooking, statedBooking } from './booking.js';
import { cancellationOf } from './cancellation.js';
import { cancelledOf } from './cancelledLines.js';
import { payableOf } from './capitals.js';
import { clauseWriters } from './clauses/all.js';
import { contractLine } from './contractLines.js';
import { headOf } from './head.js';
import { contractInstalments } from './instalments.js';
import { lateFeeOf } from './lateFee.js';
import { partiesOf, signaturesOf } from './parties.js';
import { byBrand, contractTotals, taxByRate } from './rollUps.js';
import { standingOf } from './standing.js';

export interface ContractOptions {
  readonly language: Language;
  /** The selling party; left blank, with a warning in `diagnostics`, where there is none. */
  readonly seller?: Party | undefined;
  /** ISO day of signing, which gives the instalments that hang on it their dates. */
  readonly signing?: string | undefined;
  /** What the ledger says of the quote's booking; without it the contract is a draft. */
  readonly booking?: PaperBooking | undefined;
}

/**
 * The contract of a quote or of its booking: every figure is the quote's own or a sum of its lines, every word follows from
 * the quote, its terms, what the ledger says and the language. It carries the quote, so that it can be rebuilt and compared.
 *
 * @param quote a quote as `priceQuote` gives it; of a booking, the one it stands by now
 * @returns plain data of the shape of `documents/contract.ts`; amounts as text with the currency's decimals
 * @throws RangeError when `signing` is no day, or `booking` does not agree with the quote or itself
 *
 * Source: interface, "Documents", Contract.
 */
export function buildContract(quote: Quote, options: ContractOptions): Contract {
  const { booking } = options;
  return contractOf(quote, options, booking === undefined ? undefined : factsOf(quote, booking));
}

type Choices = Pick<ContractOptions, 'language' | 'seller' | 'signing'>;

function contractOf(quote: Quote, choices: Choices, booking: BookingFacts | undefined): Contract {
  const { language, seller, signing } = choices;
  const { rateCard, currency, terms } = quote;
  const parties = partiesOf(quote, seller);
  const standing = booking === undefined ? quote : standingOf(quote, booking);
  const cancelled = booking === undefined ? undefined : cancelledOf(quote, booking, language);
  return {
    apiVersion,
    kind: 'Contract',
    language,
    ...headOf(quote, booking, cancelled, language),
    platform: rateCard.platform,
    timezone: rateCard.timezone,
    currency,
    prices: rateCard.prices,
    ...(booking === undefined ? {} : { rounding: booking.rounding }),
    asOf: quote.asOf,
    validUntil: quote.validUntil,
    ...(signing === undefined ? {} : { signing }),
    parties,
    lines: standing.lines.map((line) => contractLine(line, language)),
    byBrand: byBrand(standing),
    totals: contractTotals(standing),
    payable: payableOf(standing.totals.payable, currency),
    ...(cancelled === undefined ? {} : { cancelled }),
    tax: taxByRate(standing),
    instalments: contractInstalments(standing.instalments, signing, language),
    cancellation: cancellationOf(quote, language),
    ...(terms?.lateFee === undefined ? {} : { lateFee: lateFeeOf(terms.lateFee, language) }),
    clauses: clauseWriters.flatMap((write) => write(standing, language) ?? []),
    digests: { quote: quote.digest, card: rateCard.digest },
    signatures: signaturesOf(parties, language),
    quote,
    diagnostics: seller === undefined ? [recorded(problem('seller-missing', ['parties', 'seller']))] : [],
  };
}

/**
 * The same contract once more, from the quote it carries and what it alone can state: language, day of signing, seller, and
 * the booking's number, revision, end of the hold and fee by line. Whatever differs from it was changed by hand; what it
 * states itself only the ledger can bear out.
 *
 * @param contract of the shape of `documents/contract.ts`, its quote verified: a quote with dates, times or amounts that are
 *   none throws a RangeError here
 */
export function rebuildContract(contract: Contract): Contract {
  const { language, signing, parties } = contract;
  const { name, ...details } = parties.seller;
  const seller = name === undefined ? undefined : { name, ...details };
  return contractOf(contract.quote, { language, signing, seller }, statedBooking(contract));
}
