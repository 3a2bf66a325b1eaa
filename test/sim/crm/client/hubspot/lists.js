import { div, h, span } from '../dom.js';
import { openDeals, sum } from '../timeline.js';
import { EMPTY, shown, wordsOf } from './words.js';

const COLUMNS = [
  'dealname',
  'amount',
  'closedate',
  'dealstage',
  'hubspot_owner_id',
  'hs_next_step',
  'notes_next_activity_date',
  'notes_last_contacted',
];

export function list(ctx) {
  const word = wordsOf(ctx.fmt);
  const deals = openDeals(ctx.state.deals);
  const row = (deal, at) =>
    h(
      'tr',
      { 'data-test-id': `row-${deal.recordId}` },
      COLUMNS.map((name, column) => {
        const text = shown({ ...ctx, deal }, name) || EMPTY;
        const inner =
          name === 'dealname'
            ? h(
                'a',
                { href: deal.href, 'data-link-use-href': 'true' },
                h('span', { 'data-test-id': 'truncated-object-label' }, text),
              )
            : h('span', null, text);
        return h(
          'td',
          {
            'data-table-external-id': `cell-${at}-${column}-${name}-${deal.recordId}`,
            class: name === 'amount' ? 'number' : null,
          },
          inner,
        );
      }),
    );
  const table = () =>
    h(
      'div',
      { 'data-test-id': 'framework-data-table', class: 'scroller' },
      h(
        'table',
        { class: 'deals-table' },
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            COLUMNS.map((name) =>
              h(
                'th',
                { 'data-table-external-id': `header-${name}`, class: name === 'amount' ? 'number' : null },
                word[name],
              ),
            ),
          ),
        ),
        h('tbody', null, deals.map(row)),
      ),
    );
  return div('index paper', indexHead(ctx, deals), ctx.late('soon', table));
}

function indexHead({ state }, deals) {
  return div(
    'row pad',
    h('h1', null, 'Deals'),
    h('span', { class: 'soft', 'data-test-id': 'record-count' }, `${deals.length} records`),
    span('spread'),
    h('a', { class: 'button', href: state.hrefs.list }, 'Table'),
    h('a', { class: 'button', href: state.hrefs.board }, 'Board'),
    h('button', { class: 'button main' }, 'Create deal'),
  );
}

export function board(ctx) {
  const { state, fmt } = ctx;
  const word = wordsOf(fmt);
  const card = (deal) => {
    const line = (at, name) =>
      h(
        'div',
        { 'data-test-id': `cdbc-property-${at}`, class: 'small' },
        h('span', { 'data-test-id': 'cdbc-property-label', class: 'soft' }, `${word[name]}: `),
        h('span', { 'data-test-id': 'cdbc-property-value' }, shown({ ...ctx, deal }, name) || EMPTY),
      );
    return h(
      'div',
      { 'data-test-id': 'cdb-column-item', 'data-selenium-id': deal.recordId },
      h(
        'div',
        { 'data-test-id': 'cdb-card', class: 'paper card' },
        h(
          'div',
          { 'data-test-id': 'cdbc-card' },
          h(
            'a',
            { href: deal.href, 'data-test-id': 'board-card-section-title-link' },
            h('span', { 'data-test-id': 'cdbc-title' }, deal.name),
          ),
          line(0, 'amount'),
          line(1, 'closedate'),
          line(2, 'hubspot_owner_id'),
        ),
      ),
    );
  };
  return div(
    'index',
    indexHead(ctx, openDeals(state.deals)),
    div(
      'board',
      state.stages.map((stage) => {
        const deals = state.deals.filter(({ stageId, outcome }) => stageId === stage.id && outcome === 'open');
        return h(
          'div',
          { 'data-test-id': 'cdb-column', class: 'lane' },
          div(
            'row',
            h('div', { 'data-test-id': 'cdb-column-name' }, stage.label),
            h('span', { class: 'soft' }, deals.length),
          ),
          div('cards', deals.map(card)),
          h(
            'div',
            { 'data-test-id': 'cdb-column-footer', class: 'soft small' },
            h('span', { 'data-test-id': 'summary-line-1' }, `${fmt.short(sum(deals), 'USD')} | Total amount`),
          ),
        );
      }),
    ),
  );
}
