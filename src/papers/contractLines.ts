import type { ContractLine } from '../documents/contract.js';
import type { QuoteLine } from '../documents/quote.js';
import type { Language } from '../lang/text.js';
import {
  closingWords,
  formatWords,
  optionWords,
  sectionWords,
  titleIn,
  word,
  wordList,
} from '../lang/trade.js';
import { airingText } from './airing.js';

/** A quote's line as the contract shows it: its amounts untouched, its codes with their words. */
export function contractLine(line: QuoteLine, language: Language): ContractLine {
  const { brand, category, format, options, closed } = line;
  return {
    line: line.line,
    item: line.item,
    title: titleIn(line, language),
    section: line.section,
    sectionText: word(sectionWords, line.section, language),
    ...(brand === undefined ? {} : { brand }),
    ...(category === undefined ? {} : { category }),
    ...(format === undefined ? {} : { format, formatText: word(formatWords, format, language) }),
    ...(options === undefined ? {} : { options, optionsText: wordList(optionWords, options, language) }),
    ...(closed === undefined ? {} : { closed, closedText: word(closingWords, closed, language) }),
    dates: line.spots.map(({ date }) => date),
    airing: airingText(line.spots, language),
    spots: line.spots.length,
    units: line.units,
    quantity: line.quantity,
    gross: line.gross,
    amount: line.amount,
    net: line.net,
    tax: line.tax,
    payable: line.payable,
    taxRate: line.taxRate,
  };
}
