import { avatar, div, h, icon, span } from '../dom.js';
import { timeline } from '../timeline.js';
import { component } from './component.js';
import { details } from './details.js';
import { money, wordsOf } from './words.js';

function path(ctx) {
  const { deal, state } = ctx;
  const closed = deal.outcome !== 'open';
  const steps = state.stages.filter(({ kind }) => kind === 'open' || (closed && kind === deal.outcome));
  const closing = closed ? [] : [{ id: null, label: 'Closed', kind: 'close' }];
  return h(
    'ul',
    { class: 'slds-path__nav', role: 'listbox', 'aria-label': 'Path Options' },
    [...steps, ...closing].map((stage) => {
      const state_ =
        stage.id === deal.stageId
          ? closed
            ? `slds-is-current slds-is-active slds-is-${deal.outcome}`
            : 'slds-is-current slds-is-active'
          : stage.kind === 'open' && (closed || stage.order < deal.stageOrder)
            ? 'slds-is-complete'
            : 'slds-is-incomplete';
      const pick = stage.id && stage.id !== deal.stageId ? () => ctx.put({ stageId: stage.id }) : null;
      return h(
        'li',
        { class: `slds-path__item ${state_}`, role: 'presentation', 'data-name': stage.id },
        h(
          'a',
          {
            class: 'slds-path__link',
            role: 'option',
            tabindex: '-1',
            'aria-selected': stage.id === deal.stageId ? 'true' : 'false',
            ...(pick && { onclick: pick }),
          },
          h('span', { class: 'slds-path__title', 'data-label': stage.label }, stage.label),
        ),
      );
    }),
  );
}

function highlights(ctx) {
  const { deal, fmt } = ctx;
  const word = wordsOf(fmt);
  const facts = [
    [word.account, h('a', { href: '#' }, deal.account)],
    [word.closeDate, h('lightning-formatted-text', null, fmt.numeric(deal.closeDate))],
    [word.amount, h('lightning-formatted-text', null, money(ctx, deal))],
    [word.owner, h('force-lookup', null, h('a', { href: '#' }, deal.owner))],
  ];
  return h(
    'records-lwc-highlights-panel',
    { class: 'paper' },
    component(
      ctx,
      'records-highlights2',
      null,
      div(
        'row highlights-top',
        span('badge', icon('deal')),
        div(
          '',
          h('records-entity-label', { class: 'entityNameTitle' }, 'Opportunity'),
          h('h1', null, h('lightning-formatted-text', { slot: 'primaryField' }, deal.name)),
        ),
        div(
          'row spread',
          ctx.previous && h('a', { class: 'button', href: ctx.previous.href, title: 'Previous record' }, icon('left')),
          ctx.next && h('a', { class: 'button', href: ctx.next.href, title: 'Next record' }, icon('right')),
          h('button', { class: 'button', name: 'Edit', onclick: ctx.edit }, 'Edit'),
        ),
      ),
      div(
        'highlights-facts',
        facts.map(([name, value]) =>
          h(
            'records-highlights-details-item',
            { slot: 'secondaryFields' },
            div(
              '',
              h('p', { class: 'slds-text-title' }, name),
              h('p', { class: 'fieldComponent slds-text-body--regular' }, value),
            ),
          ),
        ),
      ),
    ),
  );
}

function upcoming({ deal, fmt }) {
  if (!deal.nextStep)
    return h('p', { class: 'soft' }, 'No activities to show. Get started by sending an email or scheduling a task.');
  return div(
    'row',
    span('badge small', icon('check')),
    div(
      '',
      div('', deal.nextStep),
      span('soft small', deal.nextStepDue ? fmt.medium(deal.nextStepDue) : 'No due date'),
    ),
  );
}

export function record(ctx) {
  return component(
    ctx,
    'one-record-home-flexipage2',
    null,
    highlights(ctx),
    h('runtime_sales_pathassistant-path', { class: 'paper path' }, path(ctx)),
    div(
      'columns',
      div(
        'paper details',
        div('tabs', span('tab on', 'Details'), span('tab', 'Activity'), span('tab', 'Chatter')),
        ctx.late('details', () => details(ctx)),
        ctx.editing &&
          div(
            'dock row',
            h('button', { class: 'button', name: 'CancelEdit', onclick: ctx.cancel }, 'Cancel'),
            h('button', { class: 'button main', name: 'SaveEdit', onclick: ctx.save }, 'Save'),
          ),
      ),
      div(
        'side',
        div('paper pad', h('h2', null, 'Upcoming & Overdue'), upcoming(ctx)),
        ctx.late('side', () => div('paper pad', h('h2', null, 'Past Activity'), timeline(ctx))),
        div(
          'paper pad',
          h('h2', null, 'Contact Roles (1)'),
          div(
            'row',
            avatar(ctx.deal.contact),
            div('', h('a', { href: '#' }, ctx.deal.contact), div('soft small', 'Decision Maker')),
          ),
        ),
      ),
    ),
  );
}
