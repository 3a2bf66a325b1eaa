import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDay } from '../../../lib/deal/day.ts';
import { money } from '../../../lib/deal/money.ts';
import type { Case, DataSet } from '../cases.ts';
import { readCsv } from '../csv.ts';
import { DATA } from '../data.ts';
import { record } from '../record.ts';

export const mavenCrm: DataSet = {
  name: 'maven_crm',
  file: 'sales_pipeline.csv',
  split: 'time',
  leaks: ['close_value', 'sales_agent'],
  read(file) {
    const prices = pricesBeside(file);
    const columns = ['opportunity_id', 'product', 'account', 'deal_stage', 'engage_date', 'close_date'];
    return readCsv(file, columns).flatMap((row) => caseOf(row, prices) ?? []);
  },
};

function pricesBeside(file: string): Map<string, number> {
  const beside = join(dirname(file), 'products.csv');
  const rows = readCsv(existsSync(beside) ? beside : join(DATA, 'maven_crm', 'products.csv'), [
    'product',
    'sales_price',
  ]);
  return new Map(rows.map((row) => [nameOf(row.product), Number(row.sales_price)]));
}

/** The close date says when the end was known, and nothing before that. */
function caseOf(row: Record<string, string>, prices: ReadonlyMap<string, number>): Case | null {
  const outcome = row.deal_stage === 'Won' ? ('won' as const) : row.deal_stage === 'Lost' ? ('lost' as const) : null;
  if (!outcome || !isDay(row.engage_date ?? '') || !isDay(row.close_date ?? '')) return null;
  const at = Date.parse(`${row.engage_date}T12:00:00Z`);
  const end = Math.max(at + 2, Date.parse(`${row.close_date}T12:00:00Z`));
  const price = prices.get(nameOf(row.product));
  const said = {
    ...{ account: row.account || null, createdOn: row.engage_date ?? null, outcome: 'open' as const },
    ...{ amount: price === undefined ? null : money(price, 'USD') },
  };
  const id = row.opportunity_id ?? '';
  const answers = [{ question: 'product', answer: nameOf(row.product), at, recordedAt: at }];
  const history = record(
    id,
    [
      { at, said },
      { at: end, said: { outcome } },
    ],
    { answers },
  );
  return { history, moments: [{ at: at + 1, label: 'engaged' }], start: at, group: id };
}

const nameOf = (product: string | undefined): string => (product ?? '').replaceAll(' ', '').toLowerCase();
