import { FIELD_NAMES, type FieldName } from '../deal/fields.ts';
import type { ImportedChange, RefusalReason } from '../deal/imported.ts';
import { ownUse } from './crm-shape.ts';
import { currencyOf } from './currency-name.ts';
import { keyReader } from './deal-key.ts';
import { usesOfHeader } from './header-words.ts';
import { columnOf, type ImportPlan } from './import-plan.ts';
import { readMoment } from './read-date.ts';
import { isNothing, readField } from './read-field.ts';
import type { Said } from './said-row.ts';
import { type TableRow, textOf } from './table.ts';
import { isFieldName } from './uses.ts';

/** Reads rows of a field or stage history. */
export function changeReader(plan: ImportPlan): (row: TableRow) => Said<ImportedChange> {
  const [field, old, next, when, currency] = (['field', 'old', 'new', 'when', 'currency'] as const).map((use) =>
    columnOf(plan, use),
  );
  const keyOf = keyReader(plan);
  return ({ row, cells }) => {
    const refuse = (reason: RefusalReason): Said<ImportedChange> => ({ refused: { row, reason } });
    const key = keyOf(cells);
    if (key.recordId === null && key.name === null) return refuse('no-name');
    const name = field ? fieldNamed(textOf(cells[field.index]), plan) : plan.historyField;
    if (name === null || !next || !when || isNothing(cells[when.index])) return refuse('no-value');
    const at = readMoment(cells[when.index] ?? '', when.format, plan);
    if (!at.ok) return refuse('unreadable');
    const said = currency ? currencyOf(textOf(cells[currency.index]), plan.language) : null;
    const to = readField(name, cells[next.index], next, plan, said);
    if (!to.ok && to.reason !== 'empty') return refuse('unreadable');
    const from = old ? readField(name, cells[old.index], old, plan, said) : null;
    if (!to.ok && !from?.ok) return refuse('no-value');
    return { said: { row, key, field: name, from, to, at: at.value } };
  };
}

/** Machine names of fields in histories; labels are known as headers are. */
const MACHINE_NAMES: Record<string, FieldName> = {
  stagename: 'stage',
  dealstage: 'stage',
  stage_id: 'stage',
  stepname: 'stage',
  closedate: 'closeDate',
  date_deadline: 'closeDate',
  estimatedclosedate: 'closeDate',
  expected_close_date: 'closeDate',
  closing_date: 'closeDate',
  amount: 'amount',
  expected_revenue: 'amount',
  estimatedvalue: 'amount',
  value: 'amount',
  hubspot_owner_id: 'owner',
  ownerid: 'owner',
  user_id: 'owner',
  dealname: 'name',
  deal_name: 'name',
  nextstep: 'nextStep',
  hs_next_step: 'nextStep',
  forecastcategoryname: 'forecastCategory',
  probability: 'probability',
  accountid: 'account',
  partner_id: 'account',
};

const remembered = new Map<string, FieldName | null>();

/** The field that a cell of a history names; null for one that is not kept. */
function fieldNamed(text: string, { crm }: ImportPlan): FieldName | null {
  const key = `${crm}|${text.slice(0, 120)}`;
  let name = remembered.get(key);
  if (name === undefined) {
    name = lookUp(text.slice(0, 120), crm);
    if (remembered.size > 500) remembered.clear();
    remembered.set(key, name);
  }
  return name;
}

function lookUp(text: string, crm: string): FieldName | null {
  const own = ownUse(crm, text);
  if (own !== undefined) return own !== null && isFieldName(own) ? own : null;
  const machine = MACHINE_NAMES[text.trim().toLowerCase()];
  if (machine) return machine;
  const uses = usesOfHeader(text, 'deals').map(({ use }) => use);
  return FIELD_NAMES.find((field) => uses.includes(field)) ?? null;
}
