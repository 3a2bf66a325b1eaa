import { div, h, icon, span } from '../dom.js';
import { list } from './list.js';
import { record } from './record.js';
import { wordsOf } from './words.js';

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
