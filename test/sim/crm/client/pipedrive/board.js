import { avatar, div, h, span } from '../dom.js';
import { openDeals, sum } from '../timeline.js';
import { money, wordsOf } from './words.js';

export function board(ctx) {
  const { state, fmt } = ctx;
  const word = wordsOf(fmt);
  const tile = (deal) =>
    h(
      'div',
      { draggable: 'true' },
      h(
        'div',
        { 'data-test': 'pipeline-deal-tile', class: 'paper tile' },
        h('a', { href: deal.href }, h('span', null, deal.name), h('div', { class: 'soft small' }, deal.account)),
        div(
          'row',
          avatar(deal.owner),
          h('div', { 'data-test': 'pipeline-deal-value' }, money(fmt, deal)),
          span('spread'),
          h('span', {
            'data-test': 'activity-status-indicator',
            class: `dot ${!deal.nextStepDue ? 'none' : deal.nextStepDue < state.today ? 'past' : 'planned'}`,
            title: deal.nextStep ?? '',
          }),
        ),
      ),
    );
  return h(
    'div',
    { 'data-test': 'pipeline-view', class: 'pipeline' },
    div(
      'row pad',
      h('button', { class: 'button good' }, '+ Deal'),
      span('spread'),
      h(
        'span',
        { class: 'soft' },
        `${fmt.short(sum(openDeals(state.deals)), 'USD')} · ${openDeals(state.deals).length} ${word.deal}`,
      ),
      h('button', { class: 'button', 'data-test': 'pipeline-select' }, state.pipeline),
      h('button', { class: 'button' }, 'Everyone'),
    ),
    ctx.late('soon', () =>
      div(
        'board',
        state.stages.map((stage) => {
          const deals = openDeals(state.deals).filter(({ stageId }) => stageId === stage.id);
          return h(
            'div',
            { 'data-test': `stage-${stage.id}`, class: 'lane' },
            h(
              'div',
              { 'data-test': `stage-header-${stage.id}` },
              h('div', null, h('div', { class: 'lane-name' }, stage.label)),
              h(
                'small',
                { 'data-test': 'stage-summary', class: 'soft' },
                deals.length === 0
                  ? h('span', null, fmt.short(0, 'USD'))
                  : h(
                      'div',
                      null,
                      h('span', null, fmt.short(sum(deals), 'USD')),
                      h('span', null, ' · '),
                      h('span', null, `${deals.length} ${word.deal}`),
                    ),
              ),
            ),
            h('div', { 'data-test': 'deals-list', class: 'cards' }, deals.map(tile)),
          );
        }),
      ),
    ),
  );
}
