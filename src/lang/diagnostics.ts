import type { Severity } from '../diagnostics/codes.js';
import type { Text } from './text.js';

/** The words around a problem; what each problem says is in `problems.ts`. */

export const severityWords: Readonly<Record<Severity, Text>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '说明', en: 'note' },
};

export const hintLabel: Text = { zh: '提示：', en: 'hint: ' };

/** One kind of problem counted, `one` when there is a single one. */
export const countWords: Readonly<Record<Severity, { readonly one: Text; readonly many: Text }>> = {
  error: { one: { zh: '1 个错误', en: '1 error' }, many: { zh: '{count} 个错误', en: '{count} errors' } },
  warning: {
    one: { zh: '1 个警告', en: '1 warning' },
    many: { zh: '{count} 个警告', en: '{count} warnings' },
  },
  info: { one: { zh: '1 条说明', en: '1 note' }, many: { zh: '{count} 条说明', en: '{count} notes' } },
};

/** Beyond what anybody reads in one go, the rest is only counted. */
export const moreWords: Text = { zh: '还有 {count} 个没有列出', en: '{count} more are not listed' };

export const countMark: Text = { zh: '，', en: ', ' };
