import { avatar, div, h, icon, span } from './dom.js';
import { openDeals, timeline } from './timeline.js';

const CURRENCIES = { USD: 'US Dollar', EUR: 'Euro', GBP: 'Pound Sterling', CHF: 'Swiss Franc', JPY: 'Japanese Yen' };
const EMPTY = '---';
const BREADCRUMB = 'MscrmControls.Containers.ProcessBreadCrumb-processHeaderStageName_';
const WORDS = {
  en: {
    name: 'Topic',
    account: 'Account',
    contact: 'Contact',
    currency: 'Currency',
    revenue: 'Est. revenue',
    close: 'Est. close date',
    probability: 'Probability',
    rating: 'Rating',
    owner: 'Owner',
    status: 'Status',
    need: 'Customer need',
  },
  de: {
    name: 'Thema',
    account: 'Firma',
    contact: 'Kontakt',
    currency: 'Währung',
    revenue: 'Gesch. Umsatz',
    close: 'Gesch. Abschlussdatum',
    probability: 'Wahrscheinlichkeit',
    rating: 'Bewertung',
    owner: 'Besitzer',
    status: 'Status',
    need: 'Kundenbedarf',
  },
  fr: {
    name: 'Sujet',
    account: 'Compte',
    contact: 'Contact',
    currency: 'Devise',
    revenue: 'Revenu estimé',
    close: 'Date de clôture estimée',
    probability: 'Probabilité',
    rating: 'Évaluation',
    owner: 'Propriétaire',
    status: 'Statut',
    need: 'Besoin du client',
  },
};
const wordsOf = (fmt) => WORDS[fmt.lang.slice(0, 2)] ?? WORDS.en;
const money = (fmt) => (deal) => (deal.amount === null ? '' : fmt.money(deal.amount, deal.currency));

function section(attr, label, inner, control = 'MscrmControls.Containers.FieldSectionItem') {
  return h(
    'div',
    { 'data-lp-id': `${control}|${attr}|opportunity`, class: 'item' },
    h(
      'div',
      { 'data-id': `${attr}-FieldSectionItemContainer`, class: 'pair' },
      h('label', { 'data-id': `${attr}.fieldControl-label`, class: 'soft' }, label),
      inner,
    ),
  );
}

function lookup(attr, value, prefix = '') {
  const tag = `${prefix}${attr}.fieldControl-LookupResultsDropdown_${attr}_selected_tag`;
  return h(
    'div',
    { 'data-id': `${prefix}${attr}.fieldControl-Lookup_${attr}`, class: 'lookup' },
    value
      ? h(
          'div',
          { role: 'link', tabindex: '0', 'data-id': tag, class: 'link', 'aria-label': value },
          h('span', { 'data-id': `${tag}_text` }, value),
        )
      : EMPTY,
  );
}

function text(ctx, attr, field, show) {
  return ctx.input(
    field,
    { 'data-id': `${attr}.fieldControl-text-box-text`, 'aria-label': attr, placeholder: EMPTY },
    show,
  );
}

function process(ctx) {
  const { deal, state } = ctx;
  const days = Math.round((Date.parse(state.today) - Date.parse(deal.stageSince)) / 86_400_000);
  return h(
    'ul',
    { id: 'bpfContainer', class: 'paper' },
    h(
      'li',
      { class: 'bpf-name', role: 'presentation' },
      h('b', null, deal.pipeline),
      h('span', { class: 'soft small' }, `Active for ${days} days`),
    ),
    state.stages.map((stage) => {
      const current = stage.id === deal.stageId;
      return h(
        'li',
        {
          id: `MscrmControls.Containers.ProcessBreadCrumb-processHeaderStage_${stage.id}`,
          'data-selected-stage': current ? 'true' : 'false',
          class: stage.order < deal.stageOrder ? 'passed' : null,
          onclick: () => deal.outcome === 'open' && !current && ctx.put({ stageId: stage.id }),
        },
        h('span', { class: 'ring', 'aria-hidden': 'true' }),
        h('div', { 'data-id': BREADCRUMB + stage.id }, stage.label),
      );
    }),
  );
}

function record(ctx) {
  const { deal, fmt } = ctx;
  const word = wordsOf(fmt);
  const closed = deal.outcome !== 'open';
  const status = closed ? (deal.outcome === 'won' ? 'Won' : 'Lost') : 'Open';
  const amount = (value) => (value === null ? '' : money(fmt)({ ...deal, amount: value }));
  const date = (prefix = '') =>
    ctx.input(
      'closeDate',
      {
        'data-id': `${prefix}estimatedclosedate.fieldControl-date-time-input`,
        'aria-label': word.close,
        placeholder: EMPTY,
      },
      fmt.numeric,
    );
  const command = (name, id, onclick) =>
    h('button', { class: 'command', 'data-id': `opportunity|NoRelationship|Form|${id}`, onclick }, name);
  const head = (label, inner) => div('head-fact', inner, div('soft small', label));
  return h(
    'div',
    { 'data-id': 'editFormRoot', class: 'form' },
    div(
      'commands row',
      command('Save', 'Mscrm.Form.opportunity.Save', ctx.save),
      command('Close as Won', 'Mscrm.Form.opportunity.MarkAsWon', () => ctx.put({ outcome: 'won' })),
      command('Close as Lost', 'Mscrm.Form.opportunity.MarkAsLost', () => ctx.put({ outcome: 'lost' })),
      command('Refresh', 'Mscrm.Modern.refreshCommand', () => ctx.app.refresh()),
      span('spread'),
      ctx.previous && h('a', { class: 'button', href: ctx.previous.href, title: 'Previous record' }, icon('left')),
      ctx.next && h('a', { class: 'button', href: ctx.next.href, title: 'Next record' }, icon('right')),
    ),
    closed &&
      h(
        'div',
        { id: 'message-formReadOnlyNotification', class: 'notice', role: 'alert' },
        `Read-only. This record’s status: ${status}`,
      ),
    div(
      'paper header row',
      avatar(deal.account),
      div(
        '',
        h(
          'h1',
          { 'data-id': 'header_title', title: deal.name },
          deal.name,
          h('span', { 'data-id': 'header_saveState', class: 'soft state' }, ' - Saved'),
        ),
        div('soft', 'Opportunity · Sales'),
      ),
      div(
        'row facts spread',
        head(
          word.close,
          h(
            'div',
            { 'data-id': 'header_estimatedclosedate.fieldControl-text-box-container' },
            fmt.numeric(deal.closeDate) || EMPTY,
          ),
        ),
        head(
          word.revenue,
          h('div', { 'data-id': 'header_estimatedvalue.fieldControl-text-box-container' }, money(fmt)(deal) || EMPTY),
        ),
        head(
          word.status,
          h(
            'div',
            { 'data-id': 'header_statecode.fieldControl-option-set-container' },
            h('span', { id: 'header_statecode_text-value' }, status),
          ),
        ),
        head(word.owner, lookup('ownerid', deal.owner, 'header_')),
      ),
    ),
    process(ctx),
    div(
      'tablist row',
      span('tab on', 'Summary'),
      span('tab', 'Product line items'),
      span('tab', 'Quotes'),
      span('tab', 'Related'),
    ),
    ctx.late('details', () =>
      div(
        'three',
        div(
          'paper pad',
          section('name', word.name, text(ctx, 'name', 'name')),
          section('parentcontactid', word.contact, lookup('parentcontactid', deal.contact)),
          section('parentaccountid', word.account, lookup('parentaccountid', deal.account)),
          section(
            'transactioncurrencyid',
            word.currency,
            lookup('transactioncurrencyid', CURRENCIES[deal.currency] ?? deal.currency),
          ),
          section(
            'estimatedvalue',
            word.revenue,
            ctx.input(
              'amount',
              {
                'data-id': 'estimatedvalue.fieldControl-currency-text-input',
                'aria-label': word.revenue,
                placeholder: EMPTY,
              },
              amount,
            ),
          ),
          section('estimatedclosedate', word.close, date()),
          section(
            'closeprobability',
            word.probability,
            ctx.input('probability', {
              'data-id': 'closeprobability.fieldControl-whole-number-text-input',
              'aria-label': word.probability,
            }),
          ),
          section(
            'opportunityratingcode',
            word.rating,
            h(
              'div',
              { 'data-id': 'opportunityratingcode.fieldControl-option-set-container' },
              h(
                'select',
                { 'aria-label': word.rating },
                ['Hot', 'Warm', 'Cold'].map((one) => h('option', { '.selected': one === 'Warm' }, one)),
              ),
            ),
          ),
          section(
            'customerneed',
            word.need,
            h('textarea', {
              'data-id': 'customerneed.fieldControl-text-box-text',
              rows: 2,
              '.value': `Fewer losses in transit at ${deal.account}.`.slice(0, 200),
            }),
          ),
        ),
        ctx.late('side', () =>
          div(
            'paper pad',
            h('h3', null, 'Timeline'),
            deal.nextStep &&
              div(
                'row next',
                span('soft', icon('check')),
                div('', div('', deal.nextStep), div('soft small', `Task · due ${fmt.numeric(deal.nextStepDue)}`)),
              ),
            timeline(ctx),
          ),
        ),
        div(
          'paper pad',
          h('h3', null, 'Stakeholders'),
          div('row', avatar(deal.contact), div('', div('', deal.contact), div('soft small', 'Stakeholder'))),
          h('h3', { class: 'gap' }, 'Sales team'),
          div('row', avatar(deal.owner), div('', deal.owner)),
        ),
      ),
    ),
  );
}

const COLUMNS = ['name', 'parentaccountid', 'estimatedvalue', 'estimatedclosedate', 'closeprobability', 'ownerid'];
const HEADS = {
  name: 'name',
  parentaccountid: 'account',
  estimatedvalue: 'revenue',
  estimatedclosedate: 'close',
  closeprobability: 'probability',
  ownerid: 'owner',
};

function list(ctx) {
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

export default {
  torn: 'mixed',
  tornMs: 50,
  nameAt: '[data-id="header_title"]',
  parse: ({ pathname, searchParams }) => {
    if (pathname !== '/main.aspx' || searchParams.get('etn') !== 'opportunity') return { kind: 'none' };
    if (searchParams.get('pagetype') === 'entitylist') return { kind: 'list' };
    return { kind: 'record', id: searchParams.get('id') };
  },
  title: ({ deal }) =>
    deal ? `Opportunity: ${deal.name} - Dynamics 365` : 'Opportunities My Open Opportunities - Dynamics 365',
  dirty: (outlet) => {
    const mark = outlet.querySelector('[data-id="header_saveState"]');
    if (mark) mark.textContent = ' - Unsaved';
  },
  frame: ({ state, body }) => {
    const outlet = div('outlet');
    const link = (name, mark, href) =>
      h('a', { href: href ?? '#', class: href ? 'on' : null }, icon(mark), span('', name));
    body.append(
      h(
        'header',
        { class: 'top row' },
        icon('menu'),
        h('b', null, 'Sales Hub'),
        h(
          'label',
          { class: 'search row' },
          h('input', { type: 'search', placeholder: 'Search', 'aria-label': 'Search' }),
        ),
        span('spread'),
        avatar(state.user),
      ),
      h(
        'nav',
        { class: 'sitemap', 'aria-label': 'Site map' },
        link('Home', 'home'),
        span('soft small', 'My Work'),
        link('Activities', 'check'),
        link('Dashboards', 'chart'),
        span('soft small', 'Customers'),
        link('Accounts', 'building'),
        link('Contacts', 'people'),
        span('soft small', 'Sales'),
        link('Opportunities', 'deal', state.hrefs.list),
      ),
      outlet,
    );
    return outlet;
  },
  record,
  list,
};
