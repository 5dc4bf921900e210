import { readDue } from '../../calendar/due.js';
import type { Terms } from '../../documents/terms.js';
import { fill } from '../../lang/text.js';
import { dueWords, durationWords, figureWords, periodWords } from '../../lang/trade.js';
import { cardViewWords as words } from '../../lang/views.js';
import { priceText } from '../numbers.js';
import { type Fact, facts, heading } from '../page.js';
import type { CardView } from './view.js';

/** The bounds of every deal, and who may approve how much. */
export function drawPolicies(view: CardView): string[] {
  const { card, language } = view;
  const bounds = Object.entries(card.policies ?? {}).flatMap(([name, policy]) =>
    policy === undefined ? [] : policyFact(name, policy, view),
  );
  const bands = (card.approvals ?? []).map(({ upTo, by }): Fact => {
    const figure = figureWords.trueDiscount[language];
    return { label: by, values: [fill(words.approvalBand, language, { figure, upTo })] };
  });
  return [
    ...drawFacts(words.policies[language], bounds, view),
    ...drawFacts(words.approvals[language], bands, view),
  ];
}

type Policy = {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly level?: string | undefined;
};

function policyFact(name: string, policy: Policy, view: CardView): Fact[] {
  const { language, currency } = view;
  const { min, max, level } = policy;
  const shown = (bound: string) => (bound.endsWith('%') ? bound : priceText(bound, currency));
  const values = [
    ...(min === undefined ? [] : [fill(words.atLeast, language, { bound: shown(min) })]),
    ...(max === undefined ? [] : [fill(words.atMost, language, { bound: shown(max) })]),
    (level === 'warning' ? words.levelWarning : words.levelError)[language],
  ];
  const label = Object.hasOwn(figureWords, name)
    ? figureWords[name as keyof typeof figureWords][language]
    : name;
  return [{ label, values }];
}

/** The terms of trade. */
export function drawTerms(view: CardView): string[] {
  const { card, language } = view;
  const { terms } = card;
  return terms === undefined ? [] : drawFacts(words.terms[language], termFacts(terms, view), view);
}

function termFacts(terms: Terms, { language }: CardView): Fact[] {
  const { hold, quoteValid, deadline, instalments = [], cancellation = [], lateFee } = terms;
  const facts: (Fact | undefined)[] = [
    hold === undefined ? undefined : { label: words.hold[language], values: [durationWords(hold, language)] },
    quoteValid === undefined
      ? undefined
      : { label: words.quoteValid[language], values: [durationWords(quoteValid, language)] },
    deadline === undefined
      ? undefined
      : {
          label: words.deadline[language],
          values: [fill(words.deadlineBefore, language, { deadline: durationWords(deadline, language) })],
        },
    {
      label: words.instalments[language],
      values: instalments.map(({ share, due }) => {
        const read = readDue(due);
        const when = read === undefined || 'date' in read ? due : dueWords(read, language);
        return fill(words.instalment, language, { share, due: when });
      }),
    },
    {
      label: words.cancellation[language],
      values: cancellation.map(({ daysBefore, fee }) =>
        fill(words.cancellationTier, language, { days: daysBefore, fee }),
      ),
    },
    lateFee === undefined
      ? undefined
      : { label: words.lateFee[language], values: lateFeeWords(lateFee, language) },
  ];
  return facts.filter((fact) => fact !== undefined).filter(({ values }) => values.length > 0);
}

function lateFeeWords(
  { rate, per, grace, cap }: NonNullable<Terms['lateFee']>,
  language: CardView['language'],
): string[] {
  return [
    fill(words.lateFeeRate, language, { rate, per: periodWords[per][language] }),
    ...(grace === undefined ? [] : [fill(words.grace, language, { grace: durationWords(grace, language) })]),
    ...(cap === undefined ? [] : [fill(words.cap, language, { cap })]),
  ];
}

function drawFacts(title: string, entries: readonly Fact[], view: CardView): string[] {
  return entries.length === 0 ? [] : ['', heading(title, view), ...facts(entries, view)];
}
