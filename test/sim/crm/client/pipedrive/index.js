import { avatar, div, h, icon, span } from '../dom.js';
import { board } from './board.js';
import { record } from './record.js';

export default {
  torn: 'page-first',
  tornMs: 60,
  nameAt: '[data-testid="header-title"] textarea',
  parse: ({ pathname }) => {
    const found = /^\/deal\/(\d*)/.exec(pathname);
    if (found) return { kind: 'record', id: found[1] || null };
    return { kind: /^\/pipeline(\/|$)/.test(pathname) ? 'board' : 'none' };
  },
  title: ({ deal }) => (deal ? `${deal.name} - Deals` : 'Pipeline - Pipedrive'),
  frame: ({ state, body }) => {
    const outlet = div('outlet');
    const link = (name, mark, href) =>
      h('a', { href: href ?? '#', title: name, 'aria-label': name, class: href ? 'on' : null }, icon(mark));
    body.append(
      h(
        'nav',
        { class: 'rail', 'aria-label': 'Main' },
        span('logo', 'a'),
        link('Leads', 'people'),
        link('Deals', 'deal', state.hrefs.board),
        link('Mail', 'mail'),
        link('Contacts', 'building'),
        link('Insights', 'chart'),
      ),
      h(
        'header',
        { class: 'top row' },
        h('b', null, 'Deals'),
        h(
          'label',
          { class: 'search row' },
          h('input', { type: 'search', placeholder: 'Search acme', 'aria-label': 'Search' }),
        ),
        span('spread'),
        avatar(state.user),
      ),
      outlet,
    );
    return outlet;
  },
  record,
  board,
};
