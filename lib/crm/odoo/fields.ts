import { LIMITS } from '../../deal/reading.ts';
import type { CellSet, FieldMap, RecordMap, RowMap, Take } from '../types.ts';

/** Versions 14 to 18 in order: what a planned activity says is in quotes, its day in a title. */
const ACTIVITY = ['.o_Activity', '.o_ActivityView', '.o-mail-Activity'];

const fields = {
  name: { kind: 'text', names: ['name'] },
  amount: { kind: 'money', names: ['expected_revenue'] },
  stage: { kind: 'stage' },
  closeDate: { kind: 'date', names: ['date_deadline'] },
  owner: { kind: 'text', names: ['user_id'] },
  account: { kind: 'text', names: ['partner_id', 'partner_name'] },
  probability: { kind: 'percent', names: ['probability'] },
  nextStep: {
    kind: 'text',
    longest: LIMITS.text,
    from: ACTIVITY.map((from): Take => ({ from, pattern: /[“"«„]\s*([^“”"«»„]+?)\s*[”"»“]/ })),
  },
  nextStepDue: {
    kind: 'date',
    from: ['.o_Activity_dueDateText@title', '.o_ActivityView_dueDateText@title', '.o-mail-Activity-due@title'],
  },
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
  // The input first: an amount's symbol stands beside it, with a ghost of the figure.
  value: ['input.o_input:not([type="checkbox"])', 'textarea', 'select', ''],
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
  // Up to 15 a form is read or edited; from 16 on it is always inputs, and the buttons show once one was changed.
  editing: '.o_form_dirty, .o_form_buttons_edit, .o_form_status_indicator_buttons:not(.invisible) .o_form_button_save',
};

/** Cards and rows carry no record id: `datapoint_12` is a handle of the page's own. */
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
      account: { kind: 'text', from: ['[name="partner_id"]', '.o_kanban_record_subtitle', '.o_text_overflow'] },
      owner: {
        kind: 'text',
        from: [
          '[name="user_id"] [data-tooltip]@data-tooltip',
          '[name="user_id"] [title]@title',
          '.oe_kanban_avatar@title',
        ],
      },
      outcome: { kind: 'outcome', byStage: true },
    },
  },
];

export const list: readonly RowMap[] = [
  {
    scope: ['.o_list_view'],
    row: 'tr.o_data_row',
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
      nextStepDue: { kind: 'date', names: ['my_activity_date_deadline', 'activity_date_deadline'] },
      createdOn: { kind: 'date', names: ['create_date'] },
      outcome: { kind: 'outcome', byStage: true },
    },
    total: ['.o_pager_limit'],
  },
];
