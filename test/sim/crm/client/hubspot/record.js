import { avatar, div, h, icon, span } from '../dom.js';
import { timeline } from '../timeline.js';
import { EMPTY, shown, wordsOf } from './words.js';

/** HubSpot's labels carry a zero-width space here and there. */
const ZERO_WIDTH = '\u200B';

const EDITED = {
  amount: 'amount',
  closedate: 'closeDate',
  hs_next_step: 'nextStep',
  dealname: 'name',
  notes_next_activity_date: 'nextStepDue',
};

function stageSelect(ctx, attrs) {
  const { deal, state } = ctx;
  return h(
    'select',
    { 'aria-label': 'Deal stage', ...attrs, onchange: (event) => ctx.put({ stageId: event.target.value }) },
    state.stages.map(({ id, label }) => h('option', { value: id, '.selected': id === deal.stageId }, label)),
  );
}

function highlight(ctx) {
  const { deal } = ctx;
  const word = wordsOf(ctx.fmt);
  const plain = (property) =>
    h(
      'div',
      { class: 'fact', 'data-test-id': `highlight-property-item-${property}` },
      h('span', { class: 'soft' }, `${word[property]}: `),
      h('span', { 'data-test-id': `highlight-property-display-${property}` }, shown(ctx, property) || EMPTY),
    );
  return h(
    'div',
    { 'data-test-id': 'record-highlight-content', class: 'paper pad' },
    div(
      'row',
      span('mark', icon('deal')),
      h(
        'h2',
        { 'data-test-id': 'highlight-record-label' },
        h('span', { 'data-selenium-test': 'highlightTitle' }, deal.name),
      ),
    ),
    plain('amount'),
    plain('closedate'),
    h(
      'div',
      { class: 'fact', 'data-test-id': 'highlight-property-item-dealstage' },
      h('span', { class: 'soft' }, `${word.dealstage}: `),
      h(
        'div',
        { 'data-test-id': 'deal-stage-select' },
        h(
          'div',
          { 'data-test-id': 'property-input-dealstage' },
          ctx.editing ? stageSelect(ctx) : h('span', null, deal.stageLabel),
        ),
      ),
    ),
    // One item that joins two properties of the contact, as the real page does.
    h(
      'div',
      { class: 'fact', 'data-test-id': 'highlight-property-item-jobtitle-and-company' },
      h('span', { class: 'soft' }, `${deal.contact} · Head of Operations at ${deal.account}`),
    ),
    div(
      'quick row',
      ['Note', 'Email', 'Call', 'Task', 'Meeting'].map((name) =>
        h(
          'button',
          { class: 'round', 'aria-label': name },
          icon(name === 'Email' ? 'mail' : 'check'),
          h('small', null, name),
        ),
      ),
    ),
  );
}

export function property(ctx, name) {
  const word = wordsOf(ctx.fmt)[name];
  const text = shown(ctx, name);
  const label = h('label', { class: 'soft small' }, word.slice(0, 3) + ZERO_WIDTH + word.slice(3));
  // The owner is the one row without a property marker.
  const value =
    name === 'hubspot_owner_id'
      ? h('div', null, text)
      : ctx.editing && EDITED[name]
        ? ctx.input(EDITED[name], { 'data-selenium-test': `property-input-${name}` }, () => text)
        : h('span', { 'data-selenium-test': `property-input-${name}` }, text || EMPTY);
  return h(
    'span',
    { 'data-test-id': name, class: 'property' },
    h(
      'div',
      { 'data-deferred-property-input-root': 'true' },
      label,
      h('div', { 'data-test-id': 'hover-content-wrapper' }),
      value,
    ),
  );
}

const ABOUT = [
  'dealname',
  'amount',
  'closedate',
  'dealstage',
  'pipeline',
  'hubspot_owner_id',
  'hs_next_step',
  'notes_next_activity_date',
  'hs_deal_stage_probability',
  'hs_manual_forecast_category',
  'createdate',
  'notes_last_contacted',
];

function about(ctx) {
  const card = (inner) =>
    h('div', { 'data-card-type': 'PROPERTIES_V3', class: 'paper pad' }, h('h3', null, 'About this deal'), inner);
  const rows = (make) => h('ul', { 'data-selenium-test': 'profile-properties-list' }, ABOUT.map(make));
  const waiting = rows(() => h('span', { 'data-test-id': 'property-input-skeleton', class: 'skeleton line' }));
  const list = ctx.late('details', () => rows((name) => property(ctx, name)), waiting);
  return card([
    list,
    ctx.editing
      ? div(
          'dock row',
          h('button', { class: 'button main', 'data-test-id': 'save-button', onclick: ctx.save }, 'Save'),
          h('button', { class: 'button', onclick: ctx.cancel }, 'Cancel'),
        )
      : h('button', { class: 'button', 'data-test-id': 'edit-properties', onclick: ctx.edit }, 'Edit properties'),
  ]);
}

/** Cards of the other objects; they repeat property markers, for the company's own properties. */
function associations(ctx) {
  const { deal, state } = ctx;
  const card = (type, title, inner) =>
    h(
      'div',
      { 'data-test-id': `card-wrapper-ASSOCIATION_V3/${type}`, class: 'paper pad' },
      h('h3', null, title),
      inner,
    );
  return [
    card(
      '0-1',
      'Contacts (1)',
      div('row', avatar(deal.contact), h('a', { href: `/contacts/${state.ids.portal}/record/0-1/501` }, deal.contact)),
    ),
    card(
      '0-2',
      'Companies (1)',
      div(
        '',
        h('a', { href: `/contacts/${state.ids.portal}/record/0-2/8${deal.serial}` }, deal.account),
        h(
          'div',
          { class: 'soft small' },
          'Company name: ',
          h('span', { 'data-selenium-test': 'property-input-name' }, deal.account),
        ),
        h(
          'div',
          { class: 'soft small' },
          'Annual revenue: ',
          h('span', { 'data-selenium-test': 'property-input-amount' }, ctx.fmt.money(7_250_000, deal.currency)),
        ),
      ),
    ),
    card(
      '0-5',
      'Tickets (0)',
      h('p', { class: 'soft small' }, 'See the customer requests associated with this record.'),
    ),
  ];
}

export function record(ctx) {
  return div(
    'three',
    h('div', { 'data-test-id': 'left-sidebar', class: 'stack' }, highlight(ctx), about(ctx)),
    h(
      'div',
      { 'data-test-id': 'middle-pane', class: 'stack' },
      div(
        'row pane-head',
        span('tab', 'Overview'),
        span('tab on', 'Activities'),
        span('spread'),
        ctx.previous && h('a', { class: 'button', href: ctx.previous.href, title: 'Previous record' }, icon('left')),
        ctx.next && h('a', { class: 'button', href: ctx.next.href, title: 'Next record' }, icon('right')),
      ),
      ctx.late('side', () =>
        div(
          'paper pad',
          timeline(ctx, {
            card: { 'data-selenium-test': 'timeline-card' },
            stamp: { 'data-test-id': 'event-timestamp' },
          }),
        ),
      ),
    ),
    h('div', { 'data-test-id': 'right-sidebar', class: 'stack' }, associations(ctx)),
  );
}
