import type { Case, DataSet } from '../cases.ts';
import { readCsv } from '../csv.ts';
import { record } from '../record.ts';

/** The columns that are questions of a checklist, under the names that ours has; the others keep their own. */
const QUESTIONS: Record<string, string> = {
  ...{
    Authority: 'decision maker',
    Competitors: 'competitor',
    Budgt_alloc: 'budget',
    Needs_def: 'need',
    Scope: 'scope',
  },
  ...{ Purch_dept: 'purchasing', Comp_size: 'company size', Partnership: 'partner', Forml_tend: 'tender', RFI: 'rfi' },
  ...{ RFP: 'rfp', Growth: 'growth', Posit_statm: 'positive statement', Source: 'source', Client: 'client' },
  ...{ Strat_deal: 'strategic', Cross_sale: 'cross-sale', Up_sale: 'up-sale', Deal_type: 'deal type' },
  ...{ Att_t_client: 'treatment', Product: 'product' },
};
/** "Mid" of an authority is somebody who takes part in the decision. */
const ANSWERS: Record<string, string> = {
  ...{ High: 'yes', Clear: 'yes', Low: 'no', 'Few questions': 'partly', 'Info gathering': 'partly' },
};
const COLUMNS = Object.keys(QUESTIONS);
const FIRST = Date.parse('2014-01-06T12:00:00Z');
const DAY_MS = 86_400_000;

export const salvirtB2b: DataSet = {
  name: 'salvirt_b2b',
  file: 'deals.csv',
  split: 'folds',
  leaks: ['Seller'],
  read: (file) => readCsv(file, [...COLUMNS, 'Status']).map(caseOf),
};

/** There are no dates: each deal stands open for a week, one after the other in the file's order. */
function caseOf(row: Record<string, string>, index: number): Case {
  const at = FIRST + index * DAY_MS;
  const answers = COLUMNS.map((column) => {
    const said = row[column] ?? '';
    return { question: QUESTIONS[column] ?? column, answer: (ANSWERS[said] ?? said).toLowerCase(), at, recordedAt: at };
  });
  const looks = [
    { at, said: { outcome: 'open' as const } },
    { at: at + 7 * DAY_MS, said: { outcome: row.Status === 'Won' ? ('won' as const) : ('lost' as const) } },
  ];
  const group = COLUMNS.map((column) => row[column]).join('|');
  return {
    history: record(`deal ${index}`, looks, { answers }),
    moments: [{ at: at + 1, label: 'open' }],
    start: at,
    group,
  };
}
