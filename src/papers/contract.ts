import { problem, recorded } from '../diagnostics/problem.js';
import type { Contract } from '../documents/contract.js';
import type { Quote } from '../documents/quote.js';
import { apiVersion } from '../documents/words.js';
import type { Party } from '../documents/workspace.js';
import { contractWords, statusWords } from '../lang/papers.js';
import type { Language } from '../lang/text.js';
import { cancellationOf } from './cancellation.js';
import { payableOf } from './capitals.js';
import { clauseWriters } from './clauses/all.js';
import { contractLine } from './contractLines.js';
import { contractInstalments } from './instalments.js';
import { lateFeeOf } from './lateFee.js';
import { draftNumber } from './number.js';
import { partiesOf, signaturesOf } from './parties.js';
import { byBrand, contractTotals, taxByRate } from './rollUps.js';

export interface ContractOptions {
  readonly language: Language;
  /** The selling party; left blank, with a warning in `diagnostics`, where there is none. */
  readonly seller?: Party | undefined;
  /** ISO day of signing, which gives the instalments that hang on it their dates. */
  readonly signing?: string | undefined;
}

/**
 * The contract of a quote: every figure is the quote's own or a sum of its lines, every word follows from the quote, its
 * terms and the language. It carries the quote, so that it can be rebuilt and compared.
 *
 * @param quote a quote as `priceQuote` gives it
 * @returns plain data of the shape of `documents/contract.ts`; amounts as text with the currency's decimals
 * @throws RangeError when `signing` is no day
 *
 * Source: interface, "Documents", Contract.
 */
export function buildContract(quote: Quote, options: ContractOptions): Contract {
  const { language, seller, signing } = options;
  const { rateCard, currency, terms } = quote;
  const parties = partiesOf(quote, seller);
  return {
    apiVersion,
    kind: 'Contract',
    language,
    number: draftNumber(quote),
    // Nothing but a booking makes a contract more than a draft.
    status: 'draft',
    statusText: statusWords.draft[language],
    title: contractWords.draftTitle[language],
    notice: contractWords.draftNotice[language],
    platform: rateCard.platform,
    timezone: rateCard.timezone,
    currency,
    prices: rateCard.prices,
    asOf: quote.asOf,
    validUntil: quote.validUntil,
    ...(signing === undefined ? {} : { signing }),
    parties,
    lines: quote.lines.map((line) => contractLine(line, language)),
    byBrand: byBrand(quote),
    totals: contractTotals(quote),
    payable: payableOf(quote.totals.payable, currency),
    tax: taxByRate(quote),
    instalments: contractInstalments(quote.instalments, signing, language),
    cancellation: cancellationOf(quote, language),
    ...(terms?.lateFee === undefined ? {} : { lateFee: lateFeeOf(terms.lateFee, language) }),
    clauses: clauseWriters.flatMap((write) => write(quote, language) ?? []),
    digests: { quote: quote.digest, card: rateCard.digest },
    signatures: signaturesOf(parties, language),
    quote,
    diagnostics: seller === undefined ? [recorded(problem('seller-missing', ['parties', 'seller']))] : [],
  };
}

/**
 * The same contract once more, from the quote it carries and the choices it states (language, day of signing,
 * seller): whatever differs from it was changed by hand.
 *
 * @param contract of the shape of `documents/contract.ts`, its quote verified: a quote with dates, times or amounts that are
 *   none throws a RangeError here
 */
export function rebuildContract(contract: Contract): Contract {
  const { language, signing, parties } = contract;
  const { name, ...details } = parties.seller;
  const seller = name === undefined ? undefined : { name, ...details };
  return buildContract(contract.quote, { language, signing, seller });
}
