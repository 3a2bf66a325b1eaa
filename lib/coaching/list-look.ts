import type { FieldName } from '../deal/fields.ts';
import { LIMITS, type PageKind, type Reading } from '../deal/reading.ts';
import { checkSums, type SumCheck } from './column-sums.ts';
import { shownColumns } from './list-columns.ts';

/** A row as the page has it; `deal` is null where it could not be told which of our deals it is. */
export type ListRow = { recordId: string | null; deal: string | null; name: string | null; url: string | null };

/** One list or board, with all that was scrolled past in it. */
export type ListLook = {
  url: string;
  page: Exclude<PageKind, 'record'>;
  rows: readonly ListRow[];
  /** Fields of which any row said something. */
  shown: readonly FieldName[];
  loaded: number;
  /** The page's own count. */
  total: number | null;
  /** The page's own totals against ours, of what stands in it now. */
  sums: SumCheck | null;
};

/** Whether a reading is of the page that was looked at before, whatever stands in it by now. */
export function isSameView<L extends ListLook>(before: L | null, { url, page }: Reading): before is L {
  return before !== null && before.url === url && before.page === page;
}

/**
 * What is known of a list after one more reading; `deals` are ours, row by row. A list that renders only the rows in sight
 * is read piece by piece: what was scrolled past still belongs to it. Without a count of its own another filter could be
 * in force by now, so only what stands there counts.
 */
export function listAfter(before: ListLook | null, reading: Reading, deals: readonly (string | null)[]): ListLook {
  const total = reading.rows?.total ?? null;
  const known = isSameView(before, reading) && total !== null && before.total === total ? before : null;
  const rows = reading.deals.map(
    ({ recordId, url, fields }, at): ListRow => ({
      recordId,
      deal: deals[at] ?? null,
      name: fields.name?.ok ? fields.name.value : null,
      url,
    }),
  );
  const here = new Set(rows.map(({ recordId }) => recordId));
  const past = known?.rows.filter(({ recordId }) => recordId !== null && !here.has(recordId)) ?? [];
  const all = [...rows, ...past].slice(
    0,
    total === null ? LIMITS.deals : Math.min(LIMITS.deals, Math.max(total, rows.length)),
  );
  return {
    url: reading.url,
    page: reading.page === 'board' ? 'board' : 'list',
    rows: all,
    shown: [...new Set([...shownColumns(reading), ...(known?.shown ?? [])])],
    loaded: Math.max(reading.rows?.loaded ?? rows.length, all.length),
    total,
    sums: checkSums(reading),
  };
}
