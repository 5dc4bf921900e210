import { dayText, looksLikeDate, parseDay } from './date.js';

export const dueEvents = ['signing', 'first-air', 'last-air'] as const;
export type DueEvent = (typeof dueEvents)[number];

/** When an instalment falls due: on a date, or some days before or after an event. */
export type Due = { readonly date: number } | { readonly event: DueEvent; readonly days: number };

const expression = /^(signing|first-air|last-air)(?:([+-])(\d{1,4})d)?$/;

/** Reads `2016-12-01`, `signing`, `first-air-3d`. Source: pricing rules, "Instalments". */
export function readDue(text: string): Due | undefined {
  if (looksLikeDate(text)) {
    const date = parseDay(text);
    return date === undefined ? undefined : { date };
  }
  const parts = expression.exec(text);
  if (parts === null) return undefined;
  const days = Number(parts[3] ?? 0);
  return { event: parts[1] as DueEvent, days: parts[2] === '-' ? -days : days };
}

/** The day an instalment is due as ISO text, or undefined while its event has no date yet. */
export function resolveDue(
  text: string,
  facts: Readonly<Partial<Record<DueEvent, number>>>,
): string | undefined {
  const due = readDue(text);
  if (due === undefined) return undefined;
  if ('date' in due) return dayText(due.date);
  const day = facts[due.event];
  return day === undefined ? undefined : dayText(day + due.days);
}
