import { bookingStateWords, bookingWords as words } from '../../lang/ledger.js';
import { fill } from '../../lang/text.js';
import { shortDigest } from '../digests.js';
import { clockAt } from '../moments.js';
import { type Fact, facts } from '../page.js';
import { wrapText } from '../wrap.js';
import { stateStyle } from './state.js';
import type { BookingView } from './view.js';

export function drawTitle({ booking, language, width, paint }: BookingView): string[] {
  const { number, state } = booking;
  const title = `${fill(words.booking, language, { number })}  ${bookingStateWords[state][language]}`;
  return wrapText(title, width).map(stateStyle(state, paint));
}

/** Whose it is, by which card and quote, in what state, and who approved it. */
export function drawHeader(view: BookingView): string[] {
  const { booking, language } = view;
  const { client, platform, card, quote, replaces, replacedBy } = booking;
  const entries: Fact[] = [
    { label: words.client[language], values: [client] },
    { label: words.package[language], values: [booking.package] },
    { label: words.platform[language], values: [platform] },
    { label: words.card[language], values: [`${card.id} ${card.version}`] },
    { label: words.quote[language], values: [shortDigest(quote)] },
    { label: words.state[language], values: stateFacts(view) },
    { label: words.approval[language], values: approvalFacts(view) },
    ...(replaces === undefined ? [] : [{ label: words.replaces[language], values: [replaces] }]),
    ...(replacedBy === undefined ? [] : [{ label: words.replacedBy[language], values: [replacedBy] }]),
  ];
  return facts(entries, view);
}

function stateFacts({ booking, language, zone }: BookingView): string[] {
  const { state, expires, revision } = booking;
  const ends = { held: words.untilAt, expired: words.endedAt } as const;
  const end = state === 'held' || state === 'expired' ? ends[state] : undefined;
  return [
    bookingStateWords[state][language],
    ...(end === undefined ? [] : [fill(end, language, { until: clockAt(expires, zone) })]),
    fill(words.revisionOf, language, { revision }),
  ];
}

/** An approval is bound to a quote: one of another is told as such. */
function approvalFacts({ booking, language }: BookingView): string[] {
  const { approval, quote } = booking;
  const { required, given } = approval;
  const current = given.filter(({ digest }) => digest === quote);
  const earlier = given.filter(({ digest }) => digest !== quote);
  return [
    required === null ? words.approvalNone[language] : fill(words.approvalBy, language, { role: required }),
    ...current.map(({ role, by }) => fill(words.approvalGiven, language, { role, by })),
    ...(required !== null && current.length === 0 ? [words.approvalOpen[language]] : []),
    ...earlier.map(({ role, by, digest }) =>
      fill(words.approvalOther, language, { role, by, digest: shortDigest(digest) }),
    ),
  ];
}
