import { div, h } from '../dom.js';
import { toolbar } from './toolbar.js';
import { numberOf, wordsOf } from './words.js';

const COLUMNS = [
  ['number', 'char'],
  ['party', 'many2one'],
  ['description', 'char'],
  ['employee', 'many2one'],
  ['amount', 'float'],
  ['state', 'selection'],
  ['start_date', 'date'],
  ['end_date', 'date'],
  ['conversion_probability', 'integer'],
];

function cellText({ fmt }, deal, name) {
  const sign = fmt.sign(deal.currency);
  switch (name) {
    case 'number':
      return numberOf(deal);
    case 'party':
      return deal.account;
    case 'description':
      return deal.name;
    case 'employee':
      return deal.owner;
    case 'amount':
      return deal.amount === null
        ? ''
        : sign.before
          ? sign.text + fmt.number(deal.amount)
          : `${fmt.number(deal.amount)} ${sign.text}`;
    case 'state':
      return deal.stageLabel;
    case 'start_date':
      return fmt.padded(deal.createdOn);
    case 'end_date':
      return fmt.padded(deal.closeDate);
    default:
      return String(deal.probability);
  }
}

export function list(ctx) {
  const word = wordsOf(ctx.fmt);
  const deals = ctx.state.deals.filter(({ outcome }) => outcome === 'open');
  // A column that the user hid is still in the table.
  const hidden = (name) => (name === 'start_date' ? ' invisible' : '');
  const row = (deal) =>
    h(
      'tr',
      { role: 'row', tabindex: '0', onclick: () => ctx.app.go(deal.href) },
      h(
        'td',
        { class: 'selection-state' },
        h('input', {
          type: 'checkbox',
          tabindex: '-1',
          'aria-label': 'Select',
          onclick: (event) => event.stopPropagation(),
        }),
      ),
      COLUMNS.map(([name, type]) => {
        const text = cellText(ctx, deal, name);
        return h(
          'td',
          {
            'data-title': `${word[name]}: `,
            class: `${type === 'float' || type === 'integer' ? 'number' : ''}${hidden(name)}`.trim() || null,
          },
          h('div', { class: 'cell' }, h('div', { class: `column-${type}`, title: text }, text)),
        );
      }),
    );
  const table = () =>
    h(
      'div',
      { class: 'treeview responsive' },
      h(
        'table',
        { class: 'tree deals-table' },
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            h('th', { class: 'selection-state' }),
            COLUMNS.map(([name, type]) =>
              h(
                'th',
                { class: `${type === 'float' || type === 'integer' ? 'number' : ''}${hidden(name)}`.trim() || null },
                h('label', null, word[name]),
              ),
            ),
          ),
        ),
        h('tbody', null, deals.map(row)),
      ),
    );
  return h(
    'div',
    { class: 'tab-pane active', role: 'tabpanel' },
    toolbar(ctx, h('button', { class: 'button main' }, 'New'), h('button', { class: 'button' }, 'Switch')),
    div('screen', ctx.late('soon', table)),
  );
}
