import { avatar, div, h, icon, span } from '../dom.js';
import { list } from './grid.js';
import { record } from './record.js';

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
