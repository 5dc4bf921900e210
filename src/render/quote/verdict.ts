import type { RecordedProblem } from '../../diagnostics/problem.js';
import { wordProblem } from '../../lang/problems.js';
import { fill } from '../../lang/text.js';
import { quoteViewWords as words } from '../../lang/views.js';
import { heading, point } from '../page.js';
import { wrapText } from '../wrap.js';
import type { DealView } from './deal.js';

/** Why a deal is refused, in the words of its own diagnostics. */
export function drawRefusal(view: DealView): string[] {
  const { deal, language, paint, width } = view;
  const reasons = deal.diagnostics.filter(({ severity }) => severity === 'error');
  return [...points(reasons, view, '✗'), ...wrapText(words.refusedNote[language], width).map(paint.bad)];
}

/** What a deal may be sold in spite of. */
export function drawWarnings(view: DealView): string[] {
  const warnings = view.deal.diagnostics.filter(({ severity }) => severity === 'warning');
  if (warnings.length === 0) return [];
  return ['', heading(words.notes[view.language], view), ...points(warnings, view, '!')];
}

/** Who must approve, and why. */
export function drawApproval(view: DealView): string[] {
  const { deal, language, paint } = view;
  const { required, reasons } = deal.approval;
  const beyond = deal.diagnostics.some(({ code }) => code === 'beyond-approvals');
  const verdict =
    required === null
      ? (beyond ? words.approvalBeyond : words.approvalNone)[language]
      : fill(words.approvalBy, language, { role: required });
  return [
    heading(words.approval[language], view),
    ...wrapText(verdict, view.width).map(paint.strong),
    ...points(reasons, view),
  ];
}

function points(found: readonly RecordedProblem[], view: DealView, mark = '-'): string[] {
  return found.flatMap((entry) => point(wordProblem(entry, view.language).message, view, mark));
}
