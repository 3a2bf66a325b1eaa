/** Page by page and field by field: is what the extension holds right, missing with a reason, or wrong? */
import { isDeepStrictEqual } from 'node:util';
import { FIELD_NAMES, type FieldName, type FieldValue } from '../../lib/deal/fields.ts';
import type { MissingReason } from '../../lib/deal/reading.ts';

/** Null: the CRM holds nothing there, and the extension must have seen that. Absent: this page does not show it. */
export type Truth = { readonly [F in FieldName]?: FieldValue | null };
export type Held = { readonly [F in FieldName]?: { value: FieldValue | null } | { reason: MissingReason } };

export type Verdict = { page: string; field: FieldName; kind: 'right' | 'missing' | 'wrong'; text: string };

export function judge(page: string, truth: Truth, held: Held): Verdict[] {
  return FIELD_NAMES.flatMap((field): Verdict[] => {
    const fact = truth[field];
    if (fact === undefined) return [];
    const own = held[field];
    if (!own) return [{ page, field, kind: 'missing', text: 'missing: not stored' }];
    if ('reason' in own) return [{ page, field, kind: 'missing', text: `missing: ${own.reason}` }];
    if (isDeepStrictEqual(own.value, fact))
      return [{ page, field, kind: 'right', text: fact === null ? 'right (empty)' : 'right' }];
    return [
      { page, field, kind: 'wrong', text: `WRONG: ${JSON.stringify(own.value)}, in truth ${JSON.stringify(fact)}` },
    ];
  });
}

/** One line a page, one column a field. */
export function printVerdicts(title: string, verdicts: readonly Verdict[]): string {
  const fields = FIELD_NAMES.filter((field) => verdicts.some((one) => one.field === field));
  const pages = [...new Set(verdicts.map((one) => one.page))];
  const cell = (page: string, field: FieldName) =>
    verdicts.find((one) => one.page === page && one.field === field)?.text ?? '·';
  const lines = [['page', ...fields], ...pages.map((page) => [page, ...fields.map((field) => cell(page, field))])];
  const widths = ['page', ...fields].map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const count = (kind: Verdict['kind']) => verdicts.filter((one) => one.kind === kind).length;
  const total = `${count('right')} right, ${count('missing')} missing, ${count('wrong')} wrong`;
  const rows = lines.map((line) =>
    line
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [`${title}: ${total}`, ...rows].join('\n');
}
