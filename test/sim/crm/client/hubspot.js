import { avatar, div, h, icon, span } from './dom.js';
import { openDeals, sum, timeline } from './timeline.js';

const WORDS = {
  en: {
    amount: 'Amount',
    closedate: 'Close date',
    dealstage: 'Deal stage',
    pipeline: 'Pipeline',
    hubspot_owner_id: 'Deal owner',
    hs_next_step: 'Next step',
    notes_next_activity_date: 'Next activity date',
    hs_deal_stage_probability: 'Deal probability',
    hs_manual_forecast_category: 'Forecast category',
    createdate: 'Create date',
    notes_last_contacted: 'Last contacted',
    dealname: 'Deal name',
  },
  de: {
    amount: 'Betrag',
    closedate: 'Abschlussdatum',
    dealstage: 'Deal-Phase',
    pipeline: 'Pipeline',
    hubspot_owner_id: 'Zuständiger Mitarbeiter',
    hs_next_step: 'Nächster Schritt',
    notes_next_activity_date: 'Datum der nächsten Aktivität',
    hs_deal_stage_probability: 'Deal-Wahrscheinlichkeit',
    hs_manual_forecast_category: 'Prognosekategorie',
    createdate: 'Erstellungsdatum',
    notes_last_contacted: 'Zuletzt kontaktiert',
    dealname: 'Deal-Name',
  },
  fr: {
    amount: 'Montant',
    closedate: 'Date de fermeture',
    dealstage: 'Phase de la transaction',
    pipeline: 'Pipeline',
    hubspot_owner_id: 'Propriétaire de la transaction',
    hs_next_step: 'Étape suivante',
    notes_next_activity_date: 'Date de la prochaine activité',
    hs_deal_stage_probability: 'Probabilité',
    hs_manual_forecast_category: 'Catégorie de prévision',
    createdate: 'Date de création',
    notes_last_contacted: 'Dernier contact',
    dealname: 'Nom de la transaction',
  },
};
const wordsOf = (fmt) => WORDS[fmt.lang.slice(0, 2)] ?? WORDS.en;

const EMPTY = '--';
/** HubSpot's labels carry a zero-width space here and there. */
const ZERO_WIDTH = '\u200B';

/** Property → how the page writes it, and the deal's field when it can be edited. */
function shown({ deal, fmt }, property) {
  switch (property) {
    case 'amount':
      return deal.amount === null ? '' : fmt.money(deal.amount, deal.currency);
    case 'closedate':
      return fmt.padded(deal.closeDate);
    case 'dealstage':
      return deal.stageLabel;
    case 'pipeline':
      return deal.pipeline;
    case 'hubspot_owner_id':
      return deal.owner;
    case 'hs_next_step':
      return deal.nextStep ?? '';
    case 'notes_next_activity_date':
      return fmt.padded(deal.nextStepDue);
    case 'hs_deal_stage_probability':
      return fmt.percent(deal.probability);
    case 'hs_manual_forecast_category':
      return deal.forecastCategory;
    case 'createdate':
      return fmt.padded(deal.createdOn);
    case 'notes_last_contacted':
      return fmt.padded(deal.lastActivity);
    default:
      return deal.name;
  }
}

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

function property(ctx, name) {
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

function record(ctx) {
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

function list(ctx) {
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

function board(ctx) {
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

export default {
  torn: 'url-first',
  tornMs: 20,
  nameAt: '[data-selenium-test="highlightTitle"]',
  parse: ({ pathname }) => {
    const found = /^\/contacts\/\d+\/(?:record\/0-3|deal)\/(\d*)/.exec(pathname);
    if (found) return { kind: 'record', id: found[1] || null };
    return { kind: /^\/contacts\/\d+\/objects\/0-3\/views\/[^/]+\/(list|board)/.exec(pathname)?.[1] ?? 'none' };
  },
  title: ({ deal }) => deal?.name ?? 'Deals',
  frame: ({ state, body }) => {
    const outlet = div('outlet');
    // The navigation's ids look like properties of a record.
    const link = (id, name, mark, href) =>
      h(
        'a',
        { 'data-test-id': id, href: href ?? '#', title: name, 'aria-label': name, class: id === 'deals' ? 'on' : null },
        icon(mark),
      );
    body.append(
      h(
        'nav',
        { class: 'rail', 'aria-label': 'Main' },
        link('home', 'Home', 'home'),
        link('contacts', 'Contacts', 'people'),
        link('companies', 'Companies', 'building'),
        link('deals', 'Deals', 'deal', state.hrefs.list),
        link('tasks', 'Tasks', 'check'),
        link('reports', 'Reports', 'chart'),
      ),
      h(
        'header',
        { class: 'top row' },
        h(
          'label',
          { class: 'search row' },
          icon('search'),
          h('input', { type: 'search', placeholder: 'Search', 'aria-label': 'Search' }),
        ),
        span('spread'),
        span('', 'acme'),
        avatar(state.user),
      ),
      outlet,
    );
    return outlet;
  },
  record,
  list,
  board,
};
