import { avatar, div, h, icon, span } from '../dom.js';
import { board, list } from './lists.js';
import { record } from './record.js';

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
