import { gridMinutes } from '../../calendar/clock.js';
import type { Reason } from '../../documents/receipt.js';
import { apartWords, reasonWords, refusalWords as words } from '../../lang/ledger.js';
import { fill, type Text } from '../../lang/text.js';
import { clockAt } from '../moments.js';
import { grouped } from '../numbers.js';
import type { RefusalView } from './view.js';

/** A reason in plain words with its numbers; nobody's name is among them. */
export function reasonText(reason: Reason, { language, zone }: RefusalView): string {
  const { asked, bound, booked, held, until } = reason;
  const why = fill(whyText(reason), language, { minutes: gridMinutes });
  const numbers = [
    ...numberText(words.asked, asked),
    ...numberText(words.bound, bound),
    ...(booked === 0 ? [] : numberText(words.booked, booked)),
    ...(held === 0 ? [] : numberText(words.held, held)),
    ...(until === undefined ? [] : [fill(words.until, language, { until: clockAt(until, zone) })]),
  ].join(words.numberMark[language]);
  return numbers === '' ? why : fill(words.reason, language, { why, numbers });

  function numberText(text: Text, count: number | undefined): string[] {
    return count === undefined ? [] : [fill(text, language, { count: grouped(String(count)) })];
  }
}

/** A package that asks for no more than there is can still lack room: beside its own spots. */
function whyText({ code, asked, bound }: Reason): Text {
  const fits = asked !== undefined && bound !== undefined && asked <= bound;
  return code === 'capacity' && fits ? apartWords : reasonWords[code];
}
