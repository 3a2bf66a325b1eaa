import { avatar, div, h, icon, span } from '../dom.js';
import { sum } from '../timeline.js';
import { controlPanel, moneyText } from './parts.js';

let datapoint = 1;

export function board(ctx) {
  const { state, fmt, app } = ctx;
  const card = (deal) =>
    h(
      'div',
      {
        class: 'o_kanban_record',
        role: 'article',
        tabindex: '0',
        'data-id': `datapoint_${datapoint++}`,
        onclick: () => app.go(deal.href),
      },
      h(
        'div',
        { class: 'oe_kanban_content paper' },
        h('strong', { class: 'o_kanban_record_title' }, h('span', null, deal.name)),
        h(
          'div',
          { name: 'expected_revenue', class: 'o_field_widget o_field_monetary' },
          h('span', null, deal.amount === null ? '' : moneyText(fmt, deal)),
        ),
        h('span', { class: 'o_text_overflow soft' }, deal.account),
        div(
          'row',
          span('stars soft', '★☆☆'),
          span('spread'),
          h(
            'div',
            { name: 'user_id', class: 'o_field_widget o_field_many2one_avatar_user' },
            h('span', { title: deal.owner }, avatar(deal.owner)),
          ),
        ),
      ),
    );
  const group = (stage) => {
    const deals = state.deals.filter(({ stageId, outcome }) => stageId === stage.id && outcome !== 'lost');
    const few = stage.kind === 'won' ? deals.slice(-12) : deals;
    return h(
      'div',
      { class: 'o_kanban_group', 'data-id': `datapoint_${datapoint++}` },
      h(
        'div',
        { class: 'o_kanban_header' },
        h(
          'div',
          { class: 'o_kanban_header_title row' },
          h('div', { class: 'o_column_title' }, h('span', null, stage.label)),
        ),
        h(
          'div',
          { class: 'o_kanban_counter row' },
          div('o_column_progress'),
          h(
            'div',
            { class: 'o_animated_number soft' },
            h('b', null, fmt.short(sum(deals), 'USD').replace(/[^\d.,\p{L}]/gu, '')),
          ),
        ),
      ),
      few.map(card),
      h('div', { class: 'o_kanban_record o_kanban_ghost' }),
    );
  };
  return h(
    'div',
    { class: 'o_action o_view_controller' },
    controlPanel(
      ctx,
      '',
      h('button', { class: 'button main' }, 'New'),
      span('spread'),
      h(
        'label',
        { class: 'search row' },
        icon('search'),
        h('input', { type: 'search', placeholder: 'Search...', 'aria-label': 'Search' }),
      ),
    ),
    h(
      'div',
      { class: 'o_content' },
      h(
        'div',
        { class: 'o_kanban_view o_opportunity_kanban' },
        ctx.late('soon', () => div('o_kanban_renderer o_kanban_grouped', state.stages.map(group))),
      ),
    ),
  );
}
