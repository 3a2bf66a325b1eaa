import { FIELD_NAMES, type FieldName } from '../deal/fields.ts';
import type { ImportedDeal, RefusalReason } from '../deal/imported.ts';
import { type FieldReadings, LIMITS } from '../deal/reading.ts';
import { foldLabel } from '../deal/same-value.ts';
import { currencyOf } from './currency-name.ts';
import { keyReader } from './deal-key.ts';
import { columnOf, type ImportPlan } from './import-plan.ts';
import { readField, readTick } from './read-field.ts';
import type { Said } from './said-row.ts';
import { type TableRow, textOf } from './table.ts';

/** Reads rows of a deal export, one by one: a deal that came before in the same file is refused. */
export function dealReader(plan: ImportPlan): (row: TableRow) => Said<ImportedDeal> {
  const fields = FIELD_NAMES.flatMap((field) => {
    const column = columnOf(plan, field);
    return column ? [{ field, column }] : [];
  });
  const currency = columnOf(plan, 'currency');
  const link = columnOf(plan, 'link');
  const keyOf = keyReader(plan);
  const ticks = tickReader(plan);
  const seen = new Set<string>();
  return ({ row, cells }) => {
    const refuse = (reason: RefusalReason): Said<ImportedDeal> => ({ refused: { row, reason } });
    const { recordId, name, account, owner } = keyOf(cells);
    if (recordId === null && name === null) return refuse('no-name');
    const mark = recordId ?? `name|${[name, account, owner].map((part) => foldLabel(part ?? '')).join('|')}`;
    if (seen.has(mark)) return refuse('twice-in-file');
    seen.add(mark);
    const said = currency ? currencyOf(textOf(cells[currency.index]), plan.language) : null;
    const readings: Partial<Record<FieldName, unknown>> = {};
    for (const { field, column } of fields) {
      readings[field] = readField(field, cells[column.index], column, plan, field === 'amount' ? said : null);
    }
    const read = withoutPipeline({ ...(readings as FieldReadings), ...ticks(cells) });
    const url = link ? textOf(cells[link.index]).trim() : '';
    const address = /^https?:\/\/\S+$/i.test(url) && url.length <= LIMITS.url ? url : null;
    return { said: { row, recordId, url: address, fields: read } };
  };
}

/** Won and lost from two ticks, as exports have them that keep no word for it. */
function tickReader(plan: ImportPlan): (cells: TableRow['cells']) => FieldReadings {
  const closed = columnOf(plan, 'isClosed');
  const won = columnOf(plan, 'isWon');
  if ((!closed && !won) || columnOf(plan, 'outcome')) return () => ({});
  return (cells) => {
    const isClosed = closed ? readTick(cells[closed.index]) : null;
    const isWon = won ? readTick(cells[won.index]) : null;
    const value = isWon ? 'won' : isClosed === false ? 'open' : isClosed && isWon === false ? 'lost' : null;
    const column = isWon && won ? won : (closed ?? won);
    if (value === null || !column) return {};
    const raw = textOf(cells[column.index]).trim().slice(0, LIMITS.raw);
    return { outcome: { ok: true, value, raw, rule: `column “${column.header}”`.slice(0, LIMITS.name) } };
  };
}

/** HubSpot names a stage with its pipeline where it has several: "Contract sent (Sales Pipeline)". */
function withoutPipeline(fields: FieldReadings): FieldReadings {
  const { stage, pipeline } = fields;
  if (!stage?.ok || !pipeline?.ok) return fields;
  const tail = ` (${pipeline.value})`;
  const { label } = stage.value;
  if (!label.endsWith(tail) || label.length === tail.length) return fields;
  return { ...fields, stage: { ...stage, value: { ...stage.value, label: label.slice(0, -tail.length) } } };
}
