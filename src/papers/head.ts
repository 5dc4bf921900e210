import { instantOf } from '../calendar/instant.js';
import { clockInZone } from '../calendar/zone.js';
import type { Contract } from '../documents/contract.js';
import type { Quote } from '../documents/quote.js';
import { contractWords, sentenceMark, statusWords } from '../lang/papers.js';
import { fill, type Language } from '../lang/text.js';
import type { BookingFacts } from './booking.js';
import { draftNumber } from './number.js';

type Head = Pick<Contract, 'number' | 'status' | 'statusText' | 'revision' | 'expires' | 'title' | 'notice'>;

/** What a contract says of itself before it says what is sold. Nothing but a booking makes it more than a draft. */
export function headOf(
  quote: Quote,
  booking: BookingFacts | undefined,
  cancelled: Contract['cancelled'],
  language: Language,
): Head {
  if (booking === undefined) {
    return {
      number: draftNumber(quote),
      status: 'draft',
      statusText: statusWords.draft[language],
      title: contractWords.draftTitle[language],
      notice: contractWords.draftNotice[language],
    };
  }
  const { number, status, revision } = booking;
  // Only a hold runs out.
  const expires = status === 'held' ? booking.expires : undefined;
  const sentences = [
    ...(expires === undefined ? [] : [heldText(expires, quote.rateCard.timezone, language)]),
    ...(cancelled === undefined ? [] : [cancelled.text]),
    ...(revision === 1 ? [] : [fill(contractWords.revisionNotice, language, { revision })]),
  ];
  return {
    number,
    status,
    statusText: statusWords[status][language],
    revision,
    ...(expires === undefined ? {} : { expires }),
    title: titles[status][language],
    ...(sentences.length === 0 ? {} : { notice: sentences.join(sentenceMark[language]) }),
  };
}

const titles = {
  held: contractWords.draftTitle,
  booked: contractWords.title,
  cancelled: contractWords.cancelledTitle,
};

/** By the platform's clocks, which the broadcast times of the paper go by. */
function heldText(expires: string, timezone: string, language: Language): string {
  const until = clockInZone(instantOf(expires), timezone);
  return fill(contractWords.heldNotice, language, { until, timezone });
}
