import { LIMITS } from '../../deal/reading.ts';
import type { FieldMap, RecordMap, RowMap } from '../types.ts';

const state = (value: string) => `select[name="state"] option[value='"${value}"']:checked`;

const fields = {
  // Without a description the record goes by its number.
  name: { kind: 'text', from: ['input[name="description"]', 'input[name="number"]'] },
  amount: {
    kind: 'money',
    // A hidden twin of the visible input holds the figure for programs.
    from: ['machine:input[type="number"][name="amount"]', 'input[type="text"][name="amount"]'],
    currency: ['.input-group:has(> input[name="amount"]) > .symbol'],
  },
  stage: { kind: 'stage', from: ['select[name="state"]'] },
  closeDate: { kind: 'date', from: ['input[name="end_date"]'] },
  owner: { kind: 'text', from: ['input[name="employee"]'] },
  account: { kind: 'text', from: ['input[name="party"]'] },
  probability: {
    kind: 'percent',
    from: ['machine:input[type="number"][name="conversion_probability"]', 'input[name="conversion_probability"]'],
  },
  nextStep: {
    kind: 'text',
    longest: LIMITS.text,
    // No field of its own: people keep a line for it in the comment. A blank comment says that there is none.
    from: [
      {
        from: 'textarea[name="comment"]',
        lines: true,
        pattern:
          /(?:(?:^|\n) ?(?:next steps?|nächster schritt|prochaine étape|(?:próximo|siguiente) paso|próximo passo|volgende stap|prossimo passo) ?:|^(?=\s*$))([^\n]*)/i,
      },
    ],
  },
  createdOn: { kind: 'date', from: ['input[name="start_date"]'] },
  outcome: {
    kind: 'outcome',
    from: [
      { from: `${state('converted')}, ${state('won')}`, is: 'won' },
      { from: `${state('lost')}, ${state('cancelled')}`, is: 'lost' },
      { from: `${state('lead')}, ${state('opportunity')}`, is: 'open' },
    ],
    byStage: true,
  },
} satisfies FieldMap;

export const record: RecordMap = {
  // The forms of other tabs stay in the document, hidden.
  scope: ['.form:has(input[name="description"]):has(select[name="state"])'],
  fields,
  stages: {
    item: 'select[name="state"] option',
    label: [''],
    id: [{ from: '@value', pattern: /^"(.+)"$/ }],
    current: ':checked',
  },
  // Nothing in the page tells a saved form from one that is not.
  unsaved: {
    typed: '.form',
    picks: '.form .form-many2one .icon-secondary',
    // The buttons of the form save it before they act. "Cancel" in a dialog leaves all as it is.
    ends: '#save, #reload, .form button[name], .confirmation-dialog button:not(.btn-link), .user-warning-dialog .btn-primary',
    busy: '#processing',
    refused: '.modal.in, .form .has-error',
  },
};

const names = (words: string) => words.split('|');

/** Columns are known by their titles alone; rows carry no id. The words are those of Tryton's own translations
 * that are complete: English, German, French, Spanish, Catalan, Dutch, Portuguese, Italian. */
export const list: readonly RowMap[] = [
  {
    // Not the menu, and not a form's own tables.
    scope: ['.tab-content > .tab-pane'],
    row: '.treeview:not(.form *) > table.tree > tbody > tr:has(> td[data-title])',
    cells: [
      {
        cell: '> td[data-title]',
        name: { from: '@data-title', pattern: /^\s*(.*?)[\s\u00A0]*:?\s*$/ },
        value: ['.widget [title]@title', '[class^="column-"]@title', '.widget', ''],
      },
    ],
    fields: {
      name: {
        kind: 'text',
        names: names('Description|Beschreibung|Descripción|Descripció|Omschrijving|Descrição|Descrizione'),
      },
      amount: {
        kind: 'money',
        names: names('Amount|Betrag|Montant|Importe|Import|Bedrag|Quantidade|Importo'),
        inCell: ['.column-float', '.column-numeric', '[class^="column-"]'],
        currency: ['.column-symbol'],
      },
      stage: {
        kind: 'stage',
        names: names('State|Status|État|Estado|Estat|Stato'),
      },
      closeDate: {
        kind: 'date',
        names: names('End Date|Enddatum|Date de fin|Fecha final|Data final|Eind datum|Data de extremidade|Data finale'),
      },
      owner: {
        kind: 'text',
        names: names('Employee|Mitarbeiter|Employé|Empleado|Empleat|Werknemer|Empregado|Dipendente'),
      },
      account: {
        kind: 'text',
        names: names('Party|Partei|Tiers|Tercero|Tercer|Relatie|Parceiro|Controparte'),
      },
      probability: {
        kind: 'percent',
        names: names(
          'Conversion Probability|Umwandlungswahrscheinlichkeit|Probabilité de conversion|Probabilidad de conversión|Probabilitat de conversió|Conversie waarschijnlijkheid|Probabilidade de Conversão',
        ),
      },
      createdOn: {
        kind: 'date',
        names: names(
          'Start Date|Startdatum|Date de début|Fecha inicial|Data inicial|Start datum|Data de início|Data iniziale',
        ),
      },
      outcome: { kind: 'outcome', byStage: true },
    },
    total: [{ from: '.badge@title', pattern: /\/\s*(\d+)/ }],
  },
];
