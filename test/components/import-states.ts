import type { ImportState } from '../../components/import-state.ts';
import type { ColumnFormat } from '../../lib/import/column-look.ts';
import type { ImportPlan } from '../../lib/import/import-plan.ts';
import type { Found, FoundColumn } from '../../lib/import/inspect-file.ts';

/** What the import page shows at each step, with an invented export. */
const plain: ColumnFormat = { decimal: null, dateOrder: null, share: null };

const column = (header: string, use: FoundColumn['use'], samples: string[], part: Partial<FoundColumn> = {}) =>
  ({ header, use, how: use ? 'header' : 'none', format: plain, samples, openDates: 0, ...part }) satisfies FoundColumn;

const columns: FoundColumn[] = [
  column('Deal Name', 'name', ['Amber pier', 'Birch hall'], { how: 'crm' }),
  column('Worth', 'amount', ['1.500,00'], { format: { ...plain, decimal: 'comma' } }),
  column('Ends', 'closeDate', ['03/09/2026'], { openDates: 4 }),
  column('Remark', null, ['call first']),
];

export const found: Found = {
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ';',
  sheets: [],
  sheet: null,
  headerRow: 3,
  rows: 1_240,
  leftOut: { titles: 2, totals: 1 },
  kind: 'deals',
  crm: 'hubspot',
  crmWhy: 'its headers',
  language: 'en',
  columns,
};

export const plan: ImportPlan = {
  kind: 'deals',
  crm: 'hubspot',
  tenant: '',
  file: 'own list.csv',
  at: Date.UTC(2026, 8, 14, 9, 30),
  timeZone: 'UTC',
  language: 'en',
  currency: null,
  historyField: 'stage',
  fiscalYearStart: 1,
  columns: columns.map(({ header, use, format }) => ({ header, use, format })),
};

const nothing: ImportState = {
  file: null,
  reading: null,
  problem: null,
  found: null,
  plan: null,
  crms: [
    { id: 'hubspot', name: 'HubSpot' },
    { id: 'odoo', name: 'Odoo' },
  ],
  sites: [
    { crm: 'hubspot', tenant: '4815162' },
    { crm: 'odoo', tenant: 'odoo.acme.example/acme' },
  ],
  preview: null,
  check: null,
  running: null,
  done: null,
};

const opened: ImportState = {
  ...nothing,
  file: { name: 'own list.csv', size: 52_000 },
  found,
  plan,
  preview: {
    columns: ['Deal', 'Close date'],
    rows: [
      {
        row: 4,
        cells: [
          { text: 'Amber pier', state: 'value' },
          { text: '“03/09/2026” can be read in two ways', state: 'doubt' },
        ],
      },
    ],
    refused: [{ row: 5, why: 'It names no deal: neither a record id nor a name.' }],
  },
};

const sums = { rows: 1_240, fresh: 1_100, changed: 40, same: 88, refused: 12 };
const reasons = [
  { reason: 'no-name' as const, rows: 9 },
  { reason: 'twice-in-file' as const, rows: 3 },
];
const end = { finished: true, sums, reasons };
const half = { rows: 500, fresh: 480, changed: 0, same: 20, refused: 0 };
const stopped = { finished: false, sums: half, reasons: [] };

export const imports = {
  empty: nothing,
  reading: { ...nothing, file: opened.file, reading: 0.4 },
  'no-table': { ...nothing, file: opened.file, problem: 'This file is empty.' },
  opened,
  checking: { ...opened, running: { dry: true, sums: half } },
  'check-stopped': { ...opened, check: stopped },
  checked: { ...opened, check: end },
  importing: { ...opened, check: end, running: { dry: false, sums: half } },
  stopped: { ...opened, check: end, done: stopped },
  done: { ...opened, check: end, done: end },
} satisfies Record<string, ImportState>;
