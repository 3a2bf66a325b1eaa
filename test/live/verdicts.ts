/** Page by page and field by field: is what the extension holds right, missing with a reason, or wrong? */
import { isDeepStrictEqual } from 'node:util';
import { FIELD_NAMES, type FieldName, type FieldValue } from '../../lib/deal/fields.ts';
import type { DealReading, MissingReason, PageKind } from '../../lib/deal/reading.ts';

/** Null: the CRM holds nothing there, and the extension must not hold anything. Absent: this CRM has no such field. */
export type Truth = { readonly [F in FieldName]?: FieldValue | null };
export type Held = { readonly [F in FieldName]?: { value: FieldValue | null } | { reason: MissingReason } };

export type Verdict = {
  page: PageKind;
  deal: string;
  field: FieldName;
  kind: 'right' | 'missing' | 'wrong';
  /** What stands in the table. */
  text: string;
};

export function judge(page: PageKind, deal: string, truth: Truth, held: Held): Verdict[] {
  return FIELD_NAMES.flatMap((field): Verdict[] => {
    const fact = truth[field];
    if (fact === undefined) return [];
    const about = { page, deal, field };
    const own = held[field];
    if (!own) return [{ ...about, kind: 'missing', text: 'not stored' }];
    if ('reason' in own) return [{ ...about, kind: 'missing', text: own.reason }];
    if (isDeepStrictEqual(own.value, fact)) return [{ ...about, kind: 'right', text: 'right' }];
    return [{ ...about, kind: 'wrong', text: `WRONG: ${JSON.stringify(own.value)}, in truth ${JSON.stringify(fact)}` }];
  });
}

/** What one row of a list or board says. */
export function heldInRow(row: DealReading | undefined): Held {
  const held: { [F in FieldName]?: Held[F] } = {};
  for (const field of FIELD_NAMES) {
    const said = row?.fields[field] ?? { ok: false, reason: 'not-on-page' };
    if (said.ok) held[field] = { value: said.value };
    else held[field] = said.reason === 'empty' ? { value: null } : { reason: said.reason };
  }
  return held;
}

/** One line a kind of page, one column a field, in each cell how many deals are right, missing with which reason, or wrong. */
export function printVerdicts(crm: string, title: string, verdicts: readonly Verdict[]): string {
  const fields = FIELD_NAMES.filter((field) => verdicts.some((one) => one.field === field));
  const pages = [...new Set(verdicts.map((one) => one.page))];
  const cell = (page: PageKind, field: FieldName): string => {
    const counts = new Map<string, number>();
    for (const one of verdicts) {
      if (one.page !== page || one.field !== field) continue;
      const text = one.kind === 'wrong' ? 'WRONG' : one.text;
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return [...counts].map(([text, count]) => `${count} ${text}`).join(', ') || '·';
  };
  const head = [crm, ...fields];
  const lines = [head, ...pages.map((page) => [page, ...fields.map((field) => cell(page, field))])];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const count = (kind: Verdict['kind']) => verdicts.filter((one) => one.kind === kind).length;
  const total = `${count('right')} right, ${count('missing')} missing, ${count('wrong')} wrong`;
  const table = lines.map((line) =>
    line
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const wrong = verdicts.filter((one) => one.kind === 'wrong');
  return [
    `${crm}, ${title}: ${total}`,
    ...table,
    ...wrong.map((one) => `${one.page}, ${one.deal}, ${one.field}: ${one.text}`),
  ].join('\n');
}
