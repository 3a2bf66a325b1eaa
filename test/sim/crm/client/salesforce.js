import { avatar, div, h, icon, span } from './dom.js';
import { openDeals, timeline } from './timeline.js';

const WORDS = {
  en: {
    name: 'Opportunity Name',
    account: 'Account Name',
    amount: 'Amount',
    closeDate: 'Close Date',
    stage: 'Stage',
    owner: 'Opportunity Owner',
    probability: 'Probability (%)',
    forecast: 'Forecast Category',
    nextStep: 'Next Step',
    nextStepDue: 'Next Step Date',
    created: 'Created By',
    type: 'Type',
    source: 'Lead Source',
    activity: 'Last Activity',
  },
  de: {
    name: 'Opportunityname',
    account: 'Accountname',
    amount: 'Betrag',
    closeDate: 'Schlusstermin',
    stage: 'Phase',
    owner: 'Opportunity-Inhaber',
    probability: 'Wahrscheinlichkeit (%)',
    forecast: 'Prognosekategorie',
    nextStep: 'Nächster Schritt',
    nextStepDue: 'Datum nächster Schritt',
    created: 'Erstellt von',
    type: 'Typ',
    source: 'Lead-Quelle',
    activity: 'Letzte Aktivität',
  },
  fr: {
    name: 'Nom de l’opportunité',
    account: 'Nom du compte',
    amount: 'Montant',
    closeDate: 'Date de clôture',
    stage: 'Étape',
    owner: 'Propriétaire de l’opportunité',
    probability: 'Probabilité (%)',
    forecast: 'Catégorie de prévision',
    nextStep: 'Étape suivante',
    nextStepDue: 'Date de l’étape suivante',
    created: 'Créé par',
    type: 'Type',
    source: 'Origine de la piste',
    activity: 'Dernière activité',
  },
};
const wordsOf = (fmt) => WORDS[fmt.lang.slice(0, 2)] ?? WORDS.en;

let sheet;
/** A component of the page: with `?sim=shadow` its content stands behind an open shadow root, else in the document. */
function component(ctx, tag, attrs, ...children) {
  const host = h(tag, attrs);
  if (!ctx.sim.shadow) {
    host.append(...children.flat().filter(Boolean));
    return host;
  }
  const root = host.attachShadow({ mode: 'open' });
  if (!sheet && typeof CSSStyleSheet === 'function' && 'replaceSync' in CSSStyleSheet.prototype) {
    const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
    sheet = new CSSStyleSheet();
    sheet.replaceSync(rules.map(({ cssText }) => cssText).join('\n'));
  }
  if (sheet) root.adoptedStyleSheets = [sheet];
  root.append(...children.flat().filter(Boolean));
  return host;
}

const money = ({ fmt }, deal) => (deal.amount === null ? '' : fmt.money(deal.amount, deal.currency));

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

function item(ctx, word, api, value, input) {
  return component(
    ctx,
    'records-record-layout-item',
    { 'field-label': word, role: 'listitem' },
    h(
      'div',
      { class: 'slds-form-element', 'data-target-selection-name': `sfdc:RecordField.Opportunity.${api}` },
      h('span', { class: 'test-id__field-label' }, word),
      h('span', { class: 'test-id__field-value' }, ctx.editing && input ? h('lightning-input', null, input) : value),
    ),
  );
}

const out = (text) => h('lightning-formatted-text', { slot: 'outputField' }, text ?? '');
const lookup = (name, href = '#') =>
  h(
    'force-lookup',
    { slot: 'outputField' },
    h('records-hoverable-link', null, h('a', { href }, h('span', null, name))),
  );

function details(ctx) {
  const { deal, fmt } = ctx;
  const word = wordsOf(fmt);
  const pair = (...items) => component(ctx, 'records-record-layout-row', { role: 'list' }, items);
  const field = (name) => ({ name });
  const section = (title, ...rows) =>
    h(
      'records-record-layout-section',
      null,
      h('h3', { class: 'test-id__section-header-title' }, title),
      div('layout-rows', rows),
    );
  const owner = h(
    'force-owner-lookup',
    { slot: 'outputField' },
    h('force-lookup', null, h('a', { href: '#' }, deal.owner)),
  );
  const stage = h('sfa-output-stage-name', { slot: 'outputField' }, h('span', null, deal.stageLabel));
  return h(
    'records-lwc-detail-panel',
    null,
    h(
      'records-base-record-form',
      null,
      h(
        'records-lwc-record-layout',
        null,
        section(
          'Opportunity Information',
          pair(
            item(ctx, word.owner, 'OwnerId', owner),
            item(
              ctx,
              word.amount,
              'Amount',
              out(money(ctx, deal)),
              ctx.input('amount', field('Amount'), (v) => (v === null ? '' : fmt.number(v))),
            ),
          ),
          pair(
            item(ctx, word.name, 'Name', out(deal.name), ctx.input('name', field('Name'))),
            item(
              ctx,
              word.closeDate,
              'CloseDate',
              out(fmt.numeric(deal.closeDate)),
              ctx.input('closeDate', field('CloseDate'), fmt.numeric),
            ),
          ),
          pair(
            item(ctx, word.account, 'AccountId', lookup(deal.account)),
            item(ctx, word.nextStep, 'NextStep', out(deal.nextStep), ctx.input('nextStep', field('NextStep'))),
          ),
          pair(
            item(ctx, word.stage, 'StageName', stage),
            item(
              ctx,
              word.nextStepDue,
              'Next_Step_Date__c',
              out(fmt.numeric(deal.nextStepDue)),
              ctx.input('nextStepDue', field('Next_Step_Date__c'), fmt.numeric),
            ),
          ),
          pair(
            item(ctx, word.forecast, 'ForecastCategoryName', out(deal.forecastCategory)),
            item(
              ctx,
              word.probability,
              'Probability',
              h('lightning-formatted-number', { slot: 'outputField' }, fmt.percent(deal.probability)),
              ctx.input('probability', field('Probability')),
            ),
          ),
        ),
        section(
          'System Information',
          pair(
            item(
              ctx,
              word.created,
              'CreatedById',
              h(
                'records-modstamp',
                { slot: 'outputField' },
                lookup(deal.owner),
                ', ',
                out(`${fmt.numeric(deal.createdOn)}, 9:12`),
              ),
            ),
          ),
        ),
      ),
    ),
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

function record(ctx) {
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

const COLUMNS = [
  ['name', 'Name', 'text'],
  ['account', 'Account.Name', 'text'],
  ['amount', 'Amount', 'currency'],
  ['closeDate', 'CloseDate', 'date-local'],
  ['stage', 'StageName', 'text'],
  ['nextStep', 'NextStep', 'text'],
  ['nextStepDue', 'Next_Step_Date__c', 'date-local'],
  ['owner', 'Owner.Alias', 'text'],
  ['activity', 'LastActivityDate', 'date-local'],
];

function cellOf(ctx, deal, name) {
  const { fmt } = ctx;
  switch (name) {
    case 'amount':
      return [money(ctx, deal), deal.amount];
    case 'closeDate':
      return [fmt.numeric(deal.closeDate), deal.closeDate];
    case 'nextStepDue':
      return [fmt.numeric(deal.nextStepDue), deal.nextStepDue];
    case 'activity':
      return [fmt.numeric(deal.lastActivity), deal.lastActivity];
    case 'stage':
      return [deal.stageLabel, deal.stageLabel];
    default:
      return [deal[name] ?? '', deal[name]];
  }
}

function rowOf(ctx, deal, at) {
  const word = wordsOf(ctx.fmt);
  return h(
    'tr',
    {
      role: 'row',
      class: 'slds-hint-parent',
      'data-row-key-value': deal.recordId,
      'data-row-number': at + 1,
      'aria-rowindex': at + 2,
    },
    h(
      'td',
      { role: 'gridcell', class: 'soft number', 'data-col-key-value': 'SYSTEM_ROW_NUMBER-SYSTEM_ROW_NUMBER-0' },
      at + 1,
    ),
    COLUMNS.map(([name, api, type], column) => {
      const [text, raw] = cellOf(ctx, deal, name);
      const head = name === 'name';
      return h(
        head ? 'th' : 'td',
        {
          role: head ? 'rowheader' : 'gridcell',
          scope: head ? 'row' : null,
          'data-label': word[name],
          class: name === 'amount' ? 'number' : null,
          'data-col-key-value': `${api}-${type}-${column + 1}`,
          'data-cell-value': raw ?? '',
        },
        h(
          'span',
          { 'data-cell-type': type },
          head
            ? h('a', { href: deal.href, 'data-refid': 'recordId', 'data-recordid': deal.recordId, title: text }, text)
            : text,
        ),
      );
    }),
  );
}

/** Rows that are in the page before anyone scrolls. */
const CHUNK = 50;

function list(ctx) {
  const word = wordsOf(ctx.fmt);
  const deals = openDeals(ctx.state.deals);
  const body = h(
    'tbody',
    { 'data-rowgroup-body': '' },
    deals.slice(0, CHUNK).map((deal, at) => rowOf(ctx, deal, at)),
  );
  const status = h('span', { class: 'countSortedByFilteredBy' }, '');
  const count = () => {
    const more = body.children.length < deals.length ? '+' : '';
    status.textContent = `${body.children.length}${more} items • Sorted by ${word.name} • Filtered by All opportunities`;
  };
  count();
  const scroller = h(
    'div',
    {
      class: 'slds-scrollable_y scroller',
      onscroll: () => {
        if (scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 80) return;
        const from = body.children.length;
        body.append(...deals.slice(from, from + CHUNK).map((deal, at) => rowOf(ctx, deal, from + at)));
        count();
      },
    },
    h(
      'table',
      { class: 'deals-table slds-table', role: 'grid', 'aria-label': 'All Open' },
      h(
        'thead',
        null,
        h(
          'tr',
          { 'data-row-key-value': 'HEADER' },
          h('th', { 'aria-label': 'Row' }),
          COLUMNS.map(([name, api]) =>
            h(
              'th',
              {
                scope: 'col',
                'aria-label': word[name],
                'data-col-key-value': api,
                class: name === 'amount' ? 'number' : null,
              },
              word[name],
            ),
          ),
        ),
      ),
      body,
    ),
  );
  const nest = (tags, inner) => tags.reduceRight((child, tag) => component(ctx, tag, null, child), inner);
  return component(
    ctx,
    'lst-object-home',
    null,
    component(
      ctx,
      'lst-list-view-manager',
      { class: 'paper' },
      div(
        'row list-head',
        span('badge', icon('deal')),
        div('', div('soft small', 'Opportunities'), h('h1', null, 'All Open'), div('soft small', status)),
        div('row spread', h('button', { class: 'button' }, 'New'), h('button', { class: 'button' }, 'Import')),
      ),
      ctx.late('soon', () =>
        nest(
          [
            'lst-common-list-internal',
            'lst-primary-display-manager',
            'lst-primary-display',
            'lst-primary-display-grid',
            'lightning-datatable',
          ],
          scroller,
        ),
      ),
    ),
  );
}

const RECORD = /^\/lightning\/r\/(?:Opportunity\/)?(006[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?)\/view/;

export default {
  torn: 'url-first',
  tornMs: 30,
  nameAt: '.lafPageHost.active [slot="primaryField"]',
  parse: ({ pathname }) => {
    const id = RECORD.exec(pathname)?.[1];
    if (id) return { kind: 'record', id };
    if (pathname === '/lightning/r/Opportunity/view') return { kind: 'record', id: null };
    return { kind: /^\/lightning\/o\/Opportunity\/(list|home)/.test(pathname) ? 'list' : 'none' };
  },
  title: ({ deal }) => (deal ? `${deal.name} | Opportunity | Salesforce` : 'All Open | Opportunities | Salesforce'),
  frame: ({ state, body }) => {
    const outlet = div('outlet');
    const tab = (name, on, href) => h('a', { class: on ? 'on' : null, href: href ?? '#', title: name }, name);
    body.append(
      h(
        'header',
        { class: 'top row' },
        span('cloud', 'acme'),
        h(
          'label',
          { class: 'search row' },
          icon('search'),
          h('input', { type: 'search', placeholder: 'Search...', 'aria-label': 'Search' }),
        ),
        span('spread'),
        avatar(state.user),
      ),
      h(
        'one-appnav',
        { class: 'nav row' },
        icon('menu'),
        h('b', null, 'Sales'),
        tab('Home'),
        tab('Opportunities', true, state.hrefs.list),
        tab('Accounts'),
        tab('Contacts'),
        tab('Forecasts'),
        tab('Reports'),
      ),
      outlet,
    );
    return outlet;
  },
  // Lightning keeps earlier pages mounted, hidden and first in the document.
  mount: (_ctx, outlet, page) => {
    for (const old of outlet.children) {
      old.classList.remove('active');
      old.setAttribute('aria-hidden', 'true');
      old.style.display = 'none';
    }
    while (outlet.children.length > 2) outlet.firstElementChild.remove();
    outlet.append(div('windowViewMode-maximized oneContent active lafPageHost', page));
  },
  record,
  list,
};
