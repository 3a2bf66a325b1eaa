import { LIMITS } from '../../deal/reading.ts';
import type { CellSet, FieldMap, FieldRule, RecordMap, RowMap, Take } from '../types.ts';

/**
 * What a planned activity says stands in quotes. Versions 14 to 18 in order: 14 has an element for it, and one for what
 * kind of activity it is where it says nothing; in later ones it is the only part of the activity in quotes.
 */
const QUOTED = /^[^“”«»„]*[“«„]\s*([^“”«»„]+?)\s*[”»“][^“”«»„]*$/;
const ACTIVITY: readonly Take[] = [
  { from: '.o_Activity .o_Activity_summary', pattern: /^[“«„]\s*(.+?)\s*[”»“]$/ },
  '.o_Activity .o_Activity_type',
  { from: '.o_ActivityView', pattern: QUOTED },
  { from: '.o-mail-Activity', pattern: QUOTED },
];

const fields = {
  name: { kind: 'text', names: ['name'] },
  amount: { kind: 'money', names: ['expected_revenue'] },
  stage: { kind: 'stage' },
  closeDate: { kind: 'date', names: ['date_deadline'] },
  owner: { kind: 'text', names: ['user_id'] },
  account: { kind: 'text', names: ['partner_id', 'partner_name'] },
  probability: { kind: 'percent', names: ['probability'] },
  nextStep: { kind: 'text', longest: LIMITS.text, from: ACTIVITY },
  // 14 has no day, only "Due in 7 days" as of when the page was drawn, and in English whatever the user's language.
  nextStepDue: { kind: 'date', from: ['.o_ActivityView_dueDateText@title', '.o-mail-Activity-due@title'] },
  createdOn: { kind: 'date', names: ['create_date'] },
  outcome: {
    kind: 'outcome',
    // The ribbon's words are translated, its colour is not.
    from: [
      { from: '.ribbon :is(.bg-success, .text-bg-success)', is: 'won' },
      { from: '.ribbon :is(.bg-danger, .text-bg-danger)', is: 'lost' },
    ],
    byStage: true,
  },
} satisfies FieldMap;

const cells: CellSet = {
  cell: '.o_field_widget[name]',
  name: '@name',
  value: [
    // The input first: an amount's symbol stands beside it, with a ghost of the figure.
    'input.o_input:not([type="checkbox"])',
    'textarea',
    'select',
    '',
    // A field that holds nothing is not drawn at all where a form is read.
    { from: '@class', pattern: /(?:^| )o_field_empty()(?: |$)/ },
  ],
};

/** The time spent in a stage is glued to its name from 17 on: "Proposition4m". */
const stageLabel: Take = { from: '', pattern: /^\s*(.*?)\s*(?:\d+\s?\p{L}{1,3})?\s*$/su };

export const record: RecordMap = {
  // Forms in dialogs stand outside.
  scope: ['.o_action_manager', 'body'],
  cells: [cells],
  fields,
  stages: {
    item: '.o_statusbar_status button[data-value]',
    label: [stageLabel],
    id: ['@data-value'],
    current: '[aria-checked="true"], [aria-current="step"], .o_arrow_button_current',
    reversed: true,
  },
  // The chatter of 14 is the only part of the page that names its record; it comes after the form.
  recordId: [{ from: '.o_Chatter_thread@data-thread-local-id', pattern: /^mail\.thread_crm\.lead_(\d+)$/ }],
  // Up to 15 a form is read or edited; from 16 on it is always inputs, and the buttons show once one was changed.
  editing: '.o_form_dirty, .o_form_buttons_edit, .o_form_status_indicator_buttons:not(.invisible) .o_form_button_save',
};

/** Won and lost stand in no column: a stage's name tells the won ones, and a lost deal keeps the stage it had. */
const outcome: FieldRule = { kind: 'outcome', byStage: 'closed' };

/** Cards and rows carry no record id: `datapoint_12`, and in 14 `crm.lead_12`, is a handle of the page's own. */
export const board: readonly RowMap[] = [
  {
    scope: ['.o_kanban_view'],
    row: '.o_kanban_record:not(.o_kanban_ghost)',
    column: {
      of: '.o_kanban_group',
      label: ['.o_column_title > span', '.o_column_title'],
      id: [{ from: '@data-id', pattern: /^(\d+)$/ }],
      // Recurring revenue stands beside it, with a plus.
      sum: {
        kind: 'money',
        from: ['.o_animated_number', '.o_kanban_counter_side'].map((from): Take => ({ from, pattern: /^([^+]*)$/ })),
      },
    },
    fields: {
      name: {
        kind: 'text',
        from: ['.o_kanban_record_title', '[name="name"]', '.fw-bold', 'span:not(:has(*)):not([class*="o_field"])'],
      },
      amount: { kind: 'money', from: ['[name="expected_revenue"]'] },
      stage: { kind: 'stage' },
      account: {
        kind: 'text',
        // In 14 the amount stands in the line below the name, and the account in the next.
        from: [
          '[name="partner_id"]',
          '.o_text_overflow',
          'div.o_kanban_record_subtitle + div > span:not([class])',
          'span.o_kanban_record_subtitle',
        ],
      },
      owner: {
        kind: 'text',
        from: [
          '[name="user_id"] [data-tooltip]@data-tooltip',
          '[name="user_id"] [title]@title',
          '.oe_kanban_avatar@title',
        ],
      },
      outcome,
    },
  },
];

const listed: RowMap = {
  // The pager stands beside the list.
  scope: ['.o_action_manager', 'body'],
  row: '.o_list_view tr.o_data_row',
  cells: [
    {
      cell: '> td',
      name: '@name',
      heads: { table: 'table', cell: 'thead > tr > th', name: '@data-name' },
      value: [''],
    },
  ],
  fields: {
    name: { kind: 'text', names: ['name'] },
    amount: { kind: 'money', names: ['expected_revenue'] },
    stage: { kind: 'stage', names: ['stage_id'] },
    closeDate: { kind: 'date', names: ['date_deadline'] },
    owner: { kind: 'text', names: ['user_id'] },
    account: { kind: 'text', names: ['partner_id', 'partner_name'] },
    probability: { kind: 'percent', names: ['probability'] },
    nextStep: { kind: 'text', names: ['activity_ids'], inCell: ['.o_activity_summary'], longest: LIMITS.text },
    // Not the one of "my" activities: it is empty where the next is a colleague's.
    nextStepDue: { kind: 'date', names: ['activity_date_deadline'], inCell: ['[title]@title', ''] },
    createdOn: { kind: 'date', names: ['create_date'] },
    outcome,
  },
  // Of a grouped list it counts the groups.
  total: [{ from: '.o_pager_limit', unless: '.o_group_header' }],
};

/**
 * What the foot of the amounts' column says, which is told by its place alone. While rows are selected it is of those;
 * it shows no currency up to 16, and none but the first row's could be meant where all rows agree.
 */
function footAt(place: number): RowMap {
  const sum: FieldRule = {
    kind: 'money',
    from: [
      {
        from: `tfoot > tr > td:nth-child(${place})`,
        unless: '.o_data_row_selected, .o_data_row .o_list_record_selector input:checked',
      },
    ],
    currency: [{ from: '.o_data_row [name="expected_revenue"]', pattern: /([^\d\s.,'’()+−-]+)/ }],
  };
  return {
    ...listed,
    column: {
      of: '.o_action:has(tr.o_data_row)',
      label: [],
      // The rows of one page stand there, and the foot is of all of them; of a grouped list it is of folded ones too.
      count: [{ from: '.o_pager_counter', pattern: /^1-(\d+) ?\/ ?[\d.,\s]+$/, unless: '.o_group_header' }],
      sum,
    },
  };
}

const withFoot = new Map<number, readonly RowMap[]>();

/** A list whose amounts stand in this place of each row, from 1 on. */
export function listWith(place: number): readonly RowMap[] {
  const maps = withFoot.get(place) ?? [footAt(place), listed];
  withFoot.set(place, maps);
  return maps;
}
