import { cleanText } from '../crm/values/index.ts';
import type { DealKey } from '../deal/imported.ts';
import { LIMITS } from '../deal/reading.ts';
import { canonicalRecordId } from './crm-shape.ts';
import { columnOf, type ImportPlan, type ReadColumn } from './import-plan.ts';
import { isNothing } from './read-field.ts';
import { type Cell, textOf } from './table.ts';

/** Reads which deal a row speaks of; made once per file. */
export function keyReader(plan: ImportPlan): (cells: readonly Cell[]) => DealKey {
  const id = columnOf(plan, 'recordId');
  const [name, account, owner] = (['name', 'account', 'owner'] as const).map((use) => columnOf(plan, use));
  const words = (cells: readonly Cell[], column: ReadColumn | null | undefined) => {
    if (!column || isNothing(cells[column.index])) return null;
    return cleanText(textOf(cells[column.index])).slice(0, LIMITS.name) || null;
  };
  return (cells) => ({
    recordId: id && !isNothing(cells[id.index]) ? canonicalRecordId(plan.crm, textOf(cells[id.index])) : null,
    name: words(cells, name),
    account: words(cells, account),
    owner: words(cells, owner),
  });
}
