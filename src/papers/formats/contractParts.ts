import { instantOf } from '../../calendar/instant.js';
import { clockInZone } from '../../calendar/zone.js';
import type { Contract } from '../../documents/contract.js';
import { roundingWords } from '../../lang/explain.js';
import {
  columnWords,
  headWords,
  type partWords,
  partyFieldWords,
  partyWords,
  quoteWords,
  statusWords,
} from '../../lang/papers.js';
import type { Language } from '../../lang/text.js';
import { taxBasisWords, totalWords, word } from '../../lang/trade.js';
import { percentText } from '../amounts.js';
import type { Columns, Row } from './columns.js';

const columns = {
  part: columnWords.part,
  no: columnWords.no,
  name: columnWords.name,
  brand: columnWords.brand,
  format: columnWords.format,
  airing: columnWords.airing,
  spots: columnWords.spots,
  quantity: columnWords.quantity,
  gross: totalWords.gross,
  amount: totalWords.amount,
  rate: columnWords.rate,
  net: totalWords.net,
  tax: totalWords.tax,
  payable: totalWords.payable,
  fee: columnWords.fee,
  date: columnWords.date,
  text: columnWords.text,
};
const { fee: _ofCancelled, ...usualColumns } = columns;

/** The columns of a contract's table; fees have theirs where there are any. */
export function contractColumns({ cancelled }: Contract): Columns<keyof typeof usualColumns> {
  return cancelled === undefined ? usualColumns : columns;
}

type Rows = Row<keyof typeof columns>[];

/** One part of a contract as rows of its table; a row may name its own part. */
export type ContractPart = (contract: Contract) => Rows;

/** The parts in the order of the contract: together they say what its JSON says, the quote aside. */
export const contractParts: readonly (readonly [keyof typeof partWords, ContractPart])[] = [
  ['contract', head],
  ['parties', parties],
  ['lines', lines],
  ['byBrand', ({ byBrand }) => byBrand],
  ['totals', totals],
  ['payable', payable],
  ['cancelled', cancelled],
  ['tax', ({ tax }) => tax.map((entry) => ({ ...entry, rate: percentText(entry.rate) }))],
  ['instalments', instalments],
  ['cancellation', cancellation],
  ['lateFee', lateFee],
  ['clauses', clauses],
  ['digests', digests],
  ['signatures', signatures],
];

function head({ language, ...contract }: Contract): Rows {
  const { number, title, notice, statusText, platform, timezone, currency, prices } = contract;
  const { asOf, validUntil, signing, revision, expires, rounding } = contract;
  const rows: Rows = [
    { name: headWords.title[language], text: title },
    { name: headWords.number[language], text: number },
    { name: columnWords.revision[language], text: revision },
    { name: columnWords.status[language], text: statusText },
    {
      name: headWords.expires[language],
      text: expires === undefined ? undefined : clockInZone(instantOf(expires), timezone),
    },
    { name: headWords.notice[language], text: notice },
    { name: headWords.platform[language], text: platform },
    { name: headWords.timezone[language], text: timezone },
    { name: headWords.currency[language], text: currency },
    { name: headWords.prices[language], text: word(taxBasisWords, prices, language) },
    {
      name: headWords.rounding[language],
      text: rounding === undefined ? undefined : word(roundingWords, rounding, language),
    },
    { name: headWords.asOf[language], date: asOf },
    { name: headWords.validUntil[language], date: validUntil },
    { name: headWords.signing[language], date: signing },
  ];
  return rows.filter(({ text, date }) => text !== undefined || date !== undefined);
}

/** What is known of each party; its name has a row even while it is blank. */
function parties({ parties: { client, seller, agency }, language }: Contract): Rows {
  const known = { client, seller: { name: '', ...seller }, ...(agency === undefined ? {} : { agency }) };
  return Object.entries(known).flatMap(([party, details]) =>
    Object.entries(details).map(([field, text]) => ({
      part: word(partyWords, party, language),
      name: word(partyFieldWords, field, language),
      text,
    })),
  );
}

function lines({ lines: all }: Contract): Rows {
  return all.map((line) => ({
    no: line.line,
    name: line.title,
    brand: line.brand,
    format: line.formatText,
    airing: line.airing,
    spots: line.spots,
    quantity: line.quantity,
    gross: line.gross,
    amount: line.amount,
    rate: percentText(line.taxRate),
    net: line.net,
    tax: line.tax,
    payable: line.payable,
    text: [line.closedText, line.optionsText].filter((told) => told !== undefined).join(' / '),
  }));
}

function totals({ totals: sums, language }: Contract): Rows {
  const { spots, gross, amount, net, tax, payable: all, ...others } = sums;
  return [
    { name: quoteWords.total[language], spots, gross, amount, net, tax, payable: all },
    ...Object.entries(others).map(([key, value]) => ({
      name: word(totalWords, key, language),
      amount: value,
    })),
  ];
}

function payable({ payable: { amount, ...told }, language }: Contract): Rows {
  return stated('payable', amount, told, language);
}

/** A sum in its column and in figures; in capitals where it has any. */
function stated(
  column: 'payable' | 'fee',
  amount: string,
  { figures, capitals }: Pick<Contract['payable'], 'figures' | 'capitals'>,
  language: Language,
): Rows {
  const inFigures = { name: headWords.figures[language], [column]: amount, text: figures };
  return capitals === undefined
    ? [inFigures]
    : [inFigures, { name: headWords.capitals[language], text: capitals }];
}

function cancelled({ cancelled: part, language }: Contract): Rows {
  if (part === undefined) return [];
  const { text, lines: all, fee } = part;
  const { amount, ...told } = fee;
  return [
    { text },
    ...all.map((line) => ({
      no: line.line,
      name: line.title,
      brand: line.brand,
      airing: line.airing,
      spots: line.spots,
      amount: line.amount,
      fee: line.fee,
      text: statusWords.cancelled[language],
    })),
    ...stated('fee', amount, told, language),
  ];
}

function instalments({ instalments: all }: Contract): Rows {
  return all.map(({ share, dueText, date, amount }, at) => ({
    no: at + 1,
    name: dueText,
    rate: percentText(share),
    payable: amount,
    date,
  }));
}

function cancellation({ cancellation: { text: rule, tiers } }: Contract): Rows {
  return [
    { text: rule },
    ...tiers.map(({ fee, text }, at) => ({ no: at + 1, rate: percentText(fee), text })),
  ];
}

function lateFee({ lateFee: terms }: Contract): Rows {
  return terms === undefined ? [] : [{ rate: percentText(terms.rate), text: terms.text }];
}

function clauses({ clauses: all }: Contract): Rows {
  return all.map(({ title, text, amount, share }, at) => ({
    no: at + 1,
    name: title,
    amount,
    rate: share === undefined ? undefined : percentText(share),
    text,
  }));
}

function digests({ digests: { quote, card }, language }: Contract): Rows {
  return [
    { name: headWords.quoteDigest[language], text: quote },
    { name: headWords.cardDigest[language], text: card },
  ];
}

function signatures({ signatures: all, language }: Contract): Rows {
  return all.flatMap(({ title, name, signatory, date }) => [
    { name: title, text: name },
    { name: partyFieldWords.signatory[language], text: signatory },
    { name: partyFieldWords.date[language], date },
  ]);
}
