import { dayOf, dayText } from '../calendar/date.js';
import { readDue, resolveDue } from '../calendar/due.js';
import type { Contract } from '../documents/contract.js';
import type { Instalment } from '../documents/quote.js';
import { dueClause } from '../lang/papers.js';
import type { Language } from '../lang/text.js';

/** A due expression as a contract says it; one that is none stands as it is written. */
export function dueText(due: string, language: Language): string {
  const read = readDue(due);
  if (read === undefined) return due;
  return dueClause('date' in read ? { date: dayText(read.date) } : read, language);
}

/**
 * A quote's instalments with their due days in words; with the day of signing, those that hang on it get their date.
 *
 * Source: pricing rules, "Instalments".
 */
export function contractInstalments(
  instalments: readonly Instalment[],
  signing: string | undefined,
  language: Language,
): Contract['instalments'] {
  const facts = signing === undefined ? {} : { signing: dayOf(signing) };
  return instalments.map(({ share, due, date, amount }) => {
    const day = date ?? resolveDue(due, facts);
    return {
      share,
      due,
      dueText: dueText(due, language),
      ...(day === undefined ? {} : { date: day }),
      amount,
    };
  });
}
