import { div, h, icon, span } from './dom.js';

const WORDS = {
  en: {
    number: 'Number',
    description: 'Description',
    party: 'Party',
    employee: 'Employee',
    amount: 'Amount',
    state: 'State',
    start_date: 'Start Date',
    end_date: 'End Date',
    conversion_probability: 'Conversion Probability',
    comment: 'Comment',
    address: 'Contact',
    title: 'Opportunities',
    save: 'Save',
  },
  de: {
    number: 'Nummer',
    description: 'Beschreibung',
    party: 'Partei',
    employee: 'Mitarbeiter',
    amount: 'Betrag',
    state: 'Status',
    start_date: 'Startdatum',
    end_date: 'Enddatum',
    conversion_probability: 'Abschlusswahrscheinlichkeit',
    comment: 'Kommentar',
    address: 'Kontakt',
    title: 'Chancen',
    save: 'Speichern',
  },
  fr: {
    number: 'Numéro',
    description: 'Description',
    party: 'Tiers',
    employee: 'Employé',
    amount: 'Montant',
    state: 'État',
    start_date: 'Date de début',
    end_date: 'Date de fin',
    conversion_probability: 'Probabilité de conversion',
    comment: 'Commentaire',
    address: 'Contact',
    title: 'Opportunités',
    save: 'Enregistrer',
  },
};
const wordsOf = (fmt) => WORDS[fmt.lang.slice(0, 2)] ?? WORDS.en;
const numberOf = (deal) => `OPP-${String(deal.serial).padStart(4, '0')}`;

let made = 0;

function field(ctx, name, ...inner) {
  const id = `field-${++made}`;
  const [first] = inner;
  (first.matches('input, select, textarea') ? first : first.querySelector('input, select, textarea'))?.setAttribute(
    'id',
    id,
  );
  return div('pair', h('label', { for: id, class: 'form-label' }, wordsOf(ctx.fmt)[name]), div('value', inner));
}

/** A number has two inputs: the visible one in the user's locale, and a hidden one with the canonical figure. */
function numeric(ctx, name, key, show) {
  const { deal } = ctx;
  const readonly = deal.outcome !== 'open';
  const canonical = deal[key] ?? '';
  return h(
    'span',
    { class: 'input-group' },
    ctx.input(key, { name, class: 'form-control', readonly }, show),
    h('input', { type: 'number', name, step: 'any', style: 'display: none', '.value': String(canonical) }),
  );
}

function form(ctx) {
  const { deal, fmt, state } = ctx;
  const readonly = deal.outcome !== 'open';
  const text = (name, key, show) => ctx.input(key, { name, class: 'form-control', readonly }, show);
  const fixed = (name, value) =>
    h('input', { type: 'text', name, class: 'form-control', readonly, autocomplete: 'off', '.value': value ?? '' });
  const sign = fmt.sign(deal.currency);
  const symbol = h('span', { class: sign.before ? 'symbol symbol-start' : 'symbol symbol-end' }, sign.text);
  const amount = numeric(ctx, 'amount', 'amount', (value) => (value === null ? '' : fmt.number(value)));
  if (sign.before) amount.prepend(symbol);
  else amount.append(symbol);
  const select = h(
    'select',
    {
      name: 'state',
      class: 'form-control',
      disabled: readonly,
      onchange: (event) => ctx.app.setDraft('stageId', JSON.parse(event.target.value)),
    },
    [...state.stages, { id: 'cancelled', label: 'Cancelled' }].map(({ id, label }) =>
      h('option', { value: JSON.stringify(id), '.selected': id === (ctx.app.draft.stageId ?? deal.stageId) }, label),
    ),
  );
  const comment = h('textarea', {
    name: 'comment',
    rows: 4,
    class: 'form-control',
    readonly,
    '.value': ctx.app.draft.nextStep ?? deal.nextStep ?? '',
    oninput: (event) => ctx.app.setDraft('nextStep', event.target.value),
  });
  return h(
    'div',
    { class: 'form' },
    div(
      'form-grid',
      field(ctx, 'party', fixed('party', deal.account)),
      field(ctx, 'address', fixed('contact', deal.contact)),
      field(ctx, 'description', text('description', 'name')),
      field(ctx, 'number', fixed('number', numberOf(deal))),
      field(ctx, 'start_date', fixed('start_date', fmt.padded(deal.createdOn))),
      field(ctx, 'end_date', text('end_date', 'closeDate', fmt.padded)),
      field(ctx, 'amount', amount),
      field(
        ctx,
        'conversion_probability',
        numeric(ctx, 'conversion_probability', 'probability', (value) => String(value ?? '')),
      ),
      field(ctx, 'employee', fixed('employee', deal.owner)),
      field(ctx, 'state', select),
    ),
    field(ctx, 'comment', comment),
  );
}

function toolbar(ctx, ...more) {
  return div(
    'toolbar row',
    more,
    span('spread'),
    ctx.previous && h('a', { class: 'button', href: ctx.previous.href, title: 'Previous' }, icon('left')),
    ctx.next && h('a', { class: 'button', href: ctx.next.href, title: 'Next' }, icon('right')),
  );
}

function record(ctx) {
  const save = h(
    'button',
    { class: 'button main', id: null, 'data-action': 'save', onclick: ctx.save },
    wordsOf(ctx.fmt).save,
  );
  return h(
    'div',
    { class: 'tab-pane active', role: 'tabpanel', 'data-model': 'sale.opportunity' },
    toolbar(ctx, save, h('button', { class: 'button', onclick: ctx.cancel }, icon('left'), ' Reload')),
    h(
      'div',
      { class: 'screen' },
      ctx.late('soon', () => form(ctx)),
    ),
  );
}

const COLUMNS = [
  ['number', 'char'],
  ['party', 'many2one'],
  ['description', 'char'],
  ['employee', 'many2one'],
  ['amount', 'float'],
  ['state', 'selection'],
  ['start_date', 'date'],
  ['end_date', 'date'],
  ['conversion_probability', 'integer'],
];

function cellText({ fmt }, deal, name) {
  const sign = fmt.sign(deal.currency);
  switch (name) {
    case 'number':
      return numberOf(deal);
    case 'party':
      return deal.account;
    case 'description':
      return deal.name;
    case 'employee':
      return deal.owner;
    case 'amount':
      return deal.amount === null
        ? ''
        : sign.before
          ? sign.text + fmt.number(deal.amount)
          : `${fmt.number(deal.amount)} ${sign.text}`;
    case 'state':
      return deal.stageLabel;
    case 'start_date':
      return fmt.padded(deal.createdOn);
    case 'end_date':
      return fmt.padded(deal.closeDate);
    default:
      return String(deal.probability);
  }
}

function list(ctx) {
  const word = wordsOf(ctx.fmt);
  const deals = ctx.state.deals.filter(({ outcome }) => outcome === 'open');
  // A column that the user hid is still in the table.
  const hidden = (name) => (name === 'start_date' ? ' invisible' : '');
  const row = (deal) =>
    h(
      'tr',
      { role: 'row', tabindex: '0', onclick: () => ctx.app.go(deal.href) },
      h(
        'td',
        { class: 'selection-state' },
        h('input', {
          type: 'checkbox',
          tabindex: '-1',
          'aria-label': 'Select',
          onclick: (event) => event.stopPropagation(),
        }),
      ),
      COLUMNS.map(([name, type]) => {
        const text = cellText(ctx, deal, name);
        return h(
          'td',
          {
            'data-title': `${word[name]}: `,
            class: `${type === 'float' || type === 'integer' ? 'number' : ''}${hidden(name)}`.trim() || null,
          },
          h('div', { class: 'cell' }, h('div', { class: `column-${type}`, title: text }, text)),
        );
      }),
    );
  const table = () =>
    h(
      'div',
      { class: 'treeview responsive' },
      h(
        'table',
        { class: 'tree deals-table' },
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            h('th', { class: 'selection-state' }),
            COLUMNS.map(([name, type]) =>
              h(
                'th',
                { class: `${type === 'float' || type === 'integer' ? 'number' : ''}${hidden(name)}`.trim() || null },
                h('label', null, word[name]),
              ),
            ),
          ),
        ),
        h('tbody', null, deals.map(row)),
      ),
    );
  return h(
    'div',
    { class: 'tab-pane active', role: 'tabpanel' },
    toolbar(ctx, h('button', { class: 'button main' }, 'New'), h('button', { class: 'button' }, 'Switch')),
    div('screen', ctx.late('soon', table)),
  );
}

export default {
  torn: 'page-first',
  tornMs: 30,
  nameAt: '.tab-pane.active input[name="description"]',
  parse: ({ hash }) => {
    const found = /^#[\w-]+\/model\/sale\.opportunity(?:\/(\d+))?(?:;(.*))?$/.exec(hash);
    if (!found) return { kind: 'none' };
    if (found[1]) return { kind: 'record', id: found[1] };
    return decodeURIComponent(found[2] ?? '').includes('mode=["form"]')
      ? { kind: 'record', id: null }
      : { kind: 'list' };
  },
  push: (href) => {
    location.hash = href.slice(href.indexOf('#'));
  },
  title: ({ deal, fmt }) => `${deal?.name ?? wordsOf(fmt).title} - Tryton`,
  frame: ({ state, fmt, body }) => {
    // The menu is a tree of its own, in the same kind of table.
    const menu = ['Party', 'Product', 'Sales', 'Accounting', 'Administration'];
    const entry = (name, href) =>
      h(
        'tr',
        { role: 'row' },
        h(
          'td',
          { 'data-title': 'Name: ' },
          h(
            'div',
            { class: 'cell' },
            href
              ? h('a', { href, class: 'column-char', title: name }, name)
              : h('span', { class: 'column-char', title: name }, name),
          ),
        ),
      );
    const tabs = h('ul', { class: 'nav-tabs row', role: 'tablist' });
    const content = h('div', { class: 'tab-content' });
    content.tabs = tabs;
    body.append(
      h(
        'nav',
        { class: 'navbar row' },
        icon('menu'),
        h('b', null, 'Tryton'),
        h(
          'label',
          { class: 'search row' },
          icon('search'),
          h('input', { type: 'search', placeholder: 'Search', 'aria-label': 'Search' }),
        ),
        span('spread'),
        span('soft', state.user),
      ),
      div(
        'workspace',
        h(
          'aside',
          { id: 'menu' },
          h(
            'table',
            { class: 'tree' },
            h(
              'tbody',
              null,
              menu.flatMap((name) => [entry(name), name === 'Sales' && entry(wordsOf(fmt).title, state.hrefs.list)]),
            ),
          ),
        ),
        h('div', { id: 'tabs' }, tabs, content),
      ),
    );
    return content;
  },
  // Every tab keeps its form in the document; only the last one opened is shown.
  mount: (ctx, outlet, page) => {
    const key = ctx.deal?.recordId ?? 'list';
    outlet.querySelector(`[data-tab="${key}"]`)?.remove();
    for (const pane of outlet.children) pane.classList.remove('active');
    page.dataset.tab = key;
    page.dataset.name = ctx.deal?.name ?? wordsOf(ctx.fmt).title;
    page.dataset.href = ctx.deal?.href ?? ctx.state.hrefs.list;
    outlet.append(page);
    while (outlet.children.length > 4) outlet.firstElementChild.remove();
    outlet.tabs.replaceChildren(
      ...[...outlet.children].map((pane) =>
        h(
          'li',
          { role: 'presentation', class: pane === page ? 'active' : null },
          h('a', { role: 'tab', href: pane.dataset.href }, pane.dataset.name.slice(0, 28)),
        ),
      ),
    );
  },
  dirty: (outlet) => {
    const tab = outlet.tabs.querySelector('.active a');
    if (tab && !tab.textContent.startsWith('* ')) tab.textContent = `* ${tab.textContent}`;
  },
  record,
  list,
};
