import { addDays, type Day, daysBetween, isDay } from '../../../lib/deal/day.ts';
import { money } from '../../../lib/deal/money.ts';
import type { Case, DataSet } from '../cases.ts';
import { readCsv } from '../csv.ts';
import { record } from '../record.ts';

const COLUMNS = [
  ...['opportunity_id', 'created_date', 'quote_expiry_date', 'planned_delivery_start', 'region', 'account'],
  ...['price_approval_needed', 'price_approval_given', 'code0_approval_needed', 'code0_approval_given', 'currency'],
  ...['amount_usd', 'account_created_date', 'stage'],
];
/** When a deal ended is not known; by the day of delivery it has, and a year is as long as any of them takes. */
const ENDED_WITHIN_DAYS = 365;

export const eci2020: DataSet = {
  name: 'eci2020',
  file: 'opportunities.csv.gz',
  split: 'time',
  leaks: ['sales_contract_no', 'last_modified_date', 'last_modified_by', 'account_owner', 'opportunity_owner'],
  read: (file) => readCsv(file, COLUMNS).flatMap((row) => caseOf(row) ?? []),
};

function caseOf(row: Record<string, string>): Case | null {
  const created = dayIn(row.created_date);
  if (!created || !/^Closed (Won|Lost)$/.test(row.stage ?? '')) return null;
  const delivery = dayIn(row.planned_delivery_start);
  const quote = dayIn(row.quote_expiry_date);
  const client = dayIn(row.account_created_date);
  const at = Date.parse(`${created}T12:00:00Z`);
  const said = {
    ...{
      createdOn: created,
      closeDate: delivery,
      nextStep: 'Quote expires',
      nextStepDue: quote,
      outcome: 'open' as const,
    },
    ...{ account: row.account ?? null, pipeline: row.region ?? null },
    amount: row.amount_usd ? money(Number(row.amount_usd), 'USD') : null,
  };
  const lasts = delivery ? Math.min(ENDED_WITHIN_DAYS, Math.max(0, daysBetween(created, delivery))) : ENDED_WITHIN_DAYS;
  const outcome = row.stage === 'Closed Won' ? ('won' as const) : ('lost' as const);
  const looks = [
    { at, said },
    { at: Date.parse(`${addDays(created, lasts)}T13:00:00Z`), said: { outcome } },
  ];
  const approvals = [
    ['price approval', row.price_approval_needed, row.price_approval_given],
    ['technical approval', row.code0_approval_needed, row.code0_approval_given],
  ].map(([question = '', needed, given]) => ({
    ...{ question, answer: needed !== '1' ? 'not needed' : given === '1' ? 'yes' : 'no', at, recordedAt: at },
  }));
  const known = client
    ? [{ question: 'client since', answer: ageBand(daysBetween(client, created)), at, recordedAt: at }]
    : [];
  const id = row.opportunity_id ?? '';
  const history = record(id, looks, { answers: [...approvals, ...known] });
  return { history, moments: [{ at: at + 1, label: 'created' }], start: at, group: id };
}

/** Coarse, as a checklist would have it. */
function ageBand(days: number): string {
  return days <= 7
    ? 'this week'
    : days <= 90
      ? 'this quarter'
      : days <= 365
        ? 'this year'
        : days <= 1000
          ? 'some years'
          : 'long';
}

function dayIn(text: string | undefined): Day | null {
  const day = (text ?? '').slice(0, 10);
  return isDay(day) ? day : null;
}
