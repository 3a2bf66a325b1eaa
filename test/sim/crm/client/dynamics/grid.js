import { div, h } from '../dom.js';
import { openDeals } from '../timeline.js';
import { money, wordsOf } from './words.js';

const COLUMNS = ['name', 'parentaccountid', 'estimatedvalue', 'estimatedclosedate', 'closeprobability', 'ownerid'];

const HEADS = {
  name: 'name',
  parentaccountid: 'account',
  estimatedvalue: 'revenue',
  estimatedclosedate: 'close',
  closeprobability: 'probability',
  ownerid: 'owner',
};

export function list(ctx) {
  const { fmt, state } = ctx;
  const word = wordsOf(fmt);
  const deals = openDeals(state.deals);
  const cell = (deal, id) => {
    if (id === 'name') return h('a', { href: deal.href, 'aria-label': deal.name }, h('span', null, deal.name));
    if (id === 'estimatedvalue') return money(fmt)(deal);
    if (id === 'estimatedclosedate') return fmt.numeric(deal.closeDate);
    if (id === 'closeprobability') return String(deal.probability);
    return id === 'ownerid' ? deal.owner : deal.account;
  };
  const grid = () =>
    h(
      'div',
      { 'data-id': 'entity_control-powerapps_onegrid_control_container', class: 'paper grid', role: 'grid' },
      h(
        'div',
        { class: 'ag-header-row', role: 'row' },
        COLUMNS.map((id, at) =>
          h('div', { role: 'columnheader', 'aria-colindex': at + 2, 'col-id': id }, word[HEADS[id]]),
        ),
      ),
      h(
        'div',
        { 'data-id': 'data-set-body-container', class: 'scroller' },
        h(
          'div',
          { class: 'ag-center-cols-container', role: 'rowgroup' },
          deals.map((deal, at) =>
            h(
              'div',
              { role: 'row', 'row-index': at, class: 'ag-row' },
              COLUMNS.map((id, column) =>
                h(
                  'div',
                  {
                    role: 'gridcell',
                    'aria-colindex': column + 2,
                    'col-id': id,
                    class: id === 'estimatedvalue' ? 'number' : null,
                  },
                  cell(deal, id),
                ),
              ),
            ),
          ),
        ),
      ),
      h('div', { class: 'grid-foot soft small' }, `Rows: ${deals.length}`),
    );
  return div(
    'form',
    div(
      'commands row',
      ['New', 'Delete', 'Refresh', 'Export to Excel'].map((name) => h('button', { class: 'command' }, name)),
    ),
    div('view-name', h('h1', null, 'My Open Opportunities')),
    ctx.late('soon', grid),
  );
}
