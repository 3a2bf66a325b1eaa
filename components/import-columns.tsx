import type { DateOrder } from '../lib/deal/day.ts';
import { FIELD_NAMES, type FieldName } from '../lib/deal/fields.ts';
import type { ColumnFormat } from '../lib/import/column-look.ts';
import type { ImportPlan, PlannedColumn } from '../lib/import/import-plan.ts';
import type { Found, FoundColumn } from '../lib/import/inspect-file.ts';
import { type ColumnUse, NEEDED, USES_OF } from '../lib/import/uses.ts';
import type { ImportActions } from './import-state.ts';
import { counted, USE_WORDS } from './import-words.ts';

type Props = { found: Found; plan: ImportPlan; actions: ImportActions };

/** Which column is read as what, with its first values and what says so. */
export function ImportColumns({ found, plan, actions }: Props) {
  const lacking = lackingIn(plan);
  const needsField = plan.kind === 'history' && !plan.columns.some(({ use }) => use === 'field');
  return (
    <section aria-labelledby="columns">
      <h2 id="columns">Columns</h2>
      {lacking && <p class="line error">{lacking}</p>}
      {needsField && (
        <label class="narrow">
          No column names the field: every row is of
          <select
            value={plan.historyField}
            onChange={({ currentTarget }) => actions.change({ historyField: currentTarget.value as FieldName })}
          >
            {FIELD_NAMES.map((field) => (
              <option key={field} value={field}>
                {USE_WORDS[field]}
              </option>
            ))}
          </select>
        </label>
      )}
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">In the file</th>
              <th scope="col">First values</th>
              <th scope="col">Read as</th>
              <th scope="col">Written</th>
            </tr>
          </thead>
          <tbody>
            {found.columns.map((column, index) => {
              const planned = plan.columns[index];
              return (
                planned && (
                  <Column key={index} index={index} column={column} planned={planned} plan={plan} actions={actions} />
                )
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** What the plan cannot do without, as a sentence; null where it has all. */
export function lackingIn({ kind, columns }: ImportPlan): string | null {
  const has = new Set(columns.map(({ use }) => use));
  const lacking = NEEDED[kind].filter((group) => !group.some((use) => has.has(use)));
  if (lacking.length === 0) return null;
  const words = lacking.map((group) => group.map((use) => `“${USE_WORDS[use]}”`).join(' or '));
  return `No column is read as ${words.join(', nor as ')}. Say below which one is.`;
}

const HOW: Record<FoundColumn['how'], string> = {
  crm: 'As this CRM exports it',
  header: 'By its header',
  'page-words': 'By its header, as pages have it',
  none: '',
};

type ColumnProps = {
  index: number;
  column: FoundColumn;
  planned: PlannedColumn;
  plan: ImportPlan;
  actions: ImportActions;
};

function Column({ index, column, planned, plan, actions }: ColumnProps) {
  const { header, samples, how } = column;
  return (
    <tr data-use={planned.use ?? 'none'}>
      <th scope="row">{header}</th>
      <td class="samples">{samples.join(' · ')}</td>
      <td>
        <select
          aria-label={`“${header}” is read as`}
          value={planned.use ?? ''}
          onChange={({ currentTarget }) =>
            actions.setColumn(index, { use: (currentTarget.value || null) as ColumnUse | null })
          }
        >
          <option value="">Left out</option>
          {USES_OF[plan.kind].map((use) => (
            <option key={use} value={use}>
              {USE_WORDS[use]}
            </option>
          ))}
        </select>
        {planned.use !== null && planned.use === column.use && <small class="quiet">{HOW[how]}</small>}
      </td>
      <td>
        <Written index={index} column={column} planned={planned} actions={actions} />
      </td>
    </tr>
  );
}

const DATES: ReadonlySet<ColumnUse | null> = new Set<ColumnUse | null>([
  'closeDate',
  'nextStepDue',
  'createdOn',
  'lastActivity',
  'when',
  'due',
  'periodFrom',
  'periodTo',
  'old',
  'new',
]);
const FIGURES: ReadonlySet<ColumnUse | null> = new Set<ColumnUse | null>(['amount', 'target', 'old', 'new']);

function Written({ index, column, planned, actions }: Omit<ColumnProps, 'plan'>) {
  const { use, format } = planned;
  const set = (change: Partial<ColumnFormat>) => actions.setColumn(index, { format: change });
  const numericDates = column.openDates > 0 || column.format.dateOrder !== null;
  const doubt = DATES.has(use) && column.openDates > 0 && format.dateOrder === null;
  return (
    <>
      {FIGURES.has(use) && (
        <select
          aria-label={`Figures in “${column.header}”`}
          value={format.decimal ?? ''}
          onChange={({ currentTarget }) => set({ decimal: (currentTarget.value || null) as ColumnFormat['decimal'] })}
        >
          <option value="">Plain figures</option>
          <option value="point">1,234.50</option>
          <option value="comma">1.234,50</option>
        </select>
      )}
      {DATES.has(use) && numericDates && (
        <select
          aria-label={`Dates in “${column.header}”`}
          value={format.dateOrder ?? ''}
          onChange={({ currentTarget }) => set({ dateOrder: (currentTarget.value || null) as DateOrder | null })}
        >
          <option value="">Order not known</option>
          <option value="dmy">Day first</option>
          <option value="mdy">Month first</option>
          <option value="ymd">Year first</option>
        </select>
      )}
      {use === 'probability' && (
        <select
          aria-label={`Shares in “${column.header}”`}
          value={format.share ?? ''}
          onChange={({ currentTarget }) => set({ share: (currentTarget.value || null) as ColumnFormat['share'] })}
        >
          <option value="">As it stands</option>
          <option value="percent">60 is 60 %</option>
          <option value="fraction">0.6 is 60 %</option>
        </select>
      )}
      {doubt && (
        <small>
          {counted(column.openDates, 'date', 'dates')} could be two days. Left out until you say which comes first.
        </small>
      )}
    </>
  );
}
