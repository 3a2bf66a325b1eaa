import type { FieldMap, RecordMap, RowMap, Take } from '../types.ts';

/** A field's value stands in a hidden input; what is shown beside it is cut after 20 characters and ends in dots. */
const hidden = (name: string) => `input[type="hidden"][name="${name}"]`;
const shownBeside = (name: string): Take => ({
  from: `${hidden(name)} ~ div > span`,
  pattern: /^((?!.*\.{3}$).*)$/,
});

/** Reached stages are green, those of a lost deal red; won and lost share one button behind them. */
const GREEN = '.\\!bg-green-500';
const CLOSED = '.stage ~ * ';

const fields = {
  name: { kind: 'text', from: ['h3.text-lg'] },
  amount: { kind: 'money', from: [`machine:${hidden('lead_value')}`, shownBeside('lead_value')] },
  stage: { kind: 'stage' },
  closeDate: {
    kind: 'date',
    from: [`machine:${hidden('expected_close_date')}`, shownBeside('expected_close_date')],
  },
  // The input holds the user's number.
  owner: { kind: 'text', from: [{ from: `${hidden('user_id')} ~ div > span`, pattern: /^((?!\d+$|.*\.{3}$).*)$/ }] },
  outcome: {
    kind: 'outcome',
    from: [
      { from: `${CLOSED}${GREEN}`, is: 'won' },
      { from: '.stage.\\!bg-red-500', is: 'lost' },
      { from: `.stage${GREEN}`, is: 'open' },
    ],
  },
} satisfies FieldMap;

export const record: RecordMap = {
  fields,
  // Won: every stage is reached, and the deal is in none of them.
  stages: { item: '.stage', label: ['span'], current: `.stage${GREEN}:not(:has(~ * ${GREEN}))` },
  // Edited in place, a field's hidden input gives way to one to type in.
  editing: ['lead_value', 'expected_close_date', 'user_id']
    .map((name) => `input[name="${name}"]:not([type="hidden"])`)
    .join(', '),
};

const count = /\((\d+)\)$/;

export const board: readonly RowMap[] = [
  {
    row: 'a.lead-item',
    id: [{ from: '@href', pattern: /\/leads\/view\/(\d+)\/?$/ }],
    link: '@href',
    column: {
      of: '[class*="min-w-[275px]"]',
      // "Proposition (4)"
      label: [{ from: 'span', pattern: /^(.*?) ?\(\d+\)$/ }],
      count: [{ from: 'span', pattern: count }],
      sum: { kind: 'money', from: ['div:has(> span) + div > span:not(a *)'] },
    },
    fields: {
      name: { kind: 'text', from: ['p'] },
      amount: { kind: 'money', from: ['.rounded-xl:not(:has(.icon-settings-user))'] },
      stage: { kind: 'stage' },
      owner: { kind: 'text', from: ['.rounded-xl:has(.icon-settings-user)'] },
      // The person's organisation, below the person.
      account: { kind: 'text', from: ['.flex-col > span + span'] },
      outcome: { kind: 'outcome', byStage: true },
    },
  },
];

/** The grid has no links and no names: a record's number is in the box that picks it, which is drawn beside it. */
const pick = 'input[name^="mass_action_select_record_"]';

export const ROW = `.table-responsive .row:has(> p ${pick})`;

/** Columns by the product's own words for them, in English, Portuguese and Spanish. */
export const list: readonly RowMap[] = [
  {
    row: ROW,
    id: [{ from: `machine:${pick}@name`, pattern: /_(\d+)$/ }],
    cells: [
      {
        cell: '> p',
        heads: {
          table: '.table-responsive',
          cell: '.row:has(> p input[name="mass_action_select_all_records"]) > *',
          name: 'p',
        },
        value: [''],
      },
    ],
    fields: {
      name: { kind: 'text', names: ['Subject', 'Assunto', 'Asunto'] },
      amount: { kind: 'money', names: ['Lead Value', 'Valor do Lead', 'Valor Estimado del Lead'] },
      stage: { kind: 'stage', names: ['Stage', 'Etapa'] },
      closeDate: {
        kind: 'date',
        names: [
          ...['Expected Close Date', 'Date To', 'Data Esperada de Fechamento'],
          ...['Fecha Hasta', 'Fecha de Cierre Esperada'],
        ],
      },
      owner: { kind: 'text', names: ['Sales Person', 'Pessoa de Vendas', 'Persona de Ventas'] },
      createdOn: { kind: 'date', names: ['Created At', 'Criado Em', 'Creado En'] },
      outcome: { kind: 'outcome', byStage: true },
    },
    // "1 - 10 of 25"
    total: [{ from: 'div.whitespace-nowrap', pattern: /^\d+ - \d+\D+(\d[\d.,]*)$/ }],
  },
];
