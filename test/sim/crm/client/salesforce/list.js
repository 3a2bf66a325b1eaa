import { div, h, icon, span } from '../dom.js';
import { openDeals, wonThisQuarter } from '../timeline.js';
import { component } from './component.js';
import { money, wordsOf } from './words.js';

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
      style: ctx.sim.rows ? `height: ${ROW_PX}px` : null,
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
const ROW_PX = 40;

/** The view `WonThisQuarter` shows what was closed, any other what is open; `only=NAME` is a filter by owner. */
function dealsIn({ state, route, sim }) {
  const deals = route.view === 'WonThisQuarter' ? wonThisQuarter(state) : openDeals(state.deals);
  return sim.only ? deals.filter(({ owner }) => owner === sim.only) : deals;
}

/** With `rows=20` so many stand in the page, those in sight and the next: the others leave it as it is scrolled. */
function drawWindow(ctx, scroller, body, deals) {
  const from = Math.max(0, Math.min(Math.floor(scroller.scrollTop / ROW_PX), deals.length - ctx.sim.rows));
  if (body.dataset.from === String(from)) return;
  body.dataset.from = String(from);
  const rows = deals.slice(from, from + ctx.sim.rows).map((deal, at) => rowOf(ctx, deal, from + at));
  const space = (count) => h('tr', { style: `height: ${count * ROW_PX}px` });
  body.replaceChildren(space(from), ...rows, space(deals.length - from - rows.length));
}

export function list(ctx) {
  const word = wordsOf(ctx.fmt);
  const deals = dealsIn(ctx);
  const body = h(
    'tbody',
    { 'data-rowgroup-body': '' },
    deals.slice(0, CHUNK).map((deal, at) => rowOf(ctx, deal, at)),
  );
  const status = h('span', { class: 'countSortedByFilteredBy' }, '');
  const count = () => {
    const loaded = ctx.sim.rows ? deals.length : body.children.length;
    const more = loaded < deals.length ? '+' : '';
    status.textContent = `${loaded}${more} items • Sorted by ${word.name} • Filtered by All opportunities`;
  };
  count();
  const scroller = h(
    'div',
    {
      class: 'slds-scrollable_y scroller',
      onscroll: () => {
        if (ctx.sim.rows) return drawWindow(ctx, scroller, body, deals);
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
  if (ctx.sim.rows) drawWindow(ctx, scroller, body, deals);
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
