import { avatar, div, h, icon, span } from '../dom.js';
import { list } from './list.js';
import { record } from './record.js';

const RECORD = /^\/lightning\/r\/(?:Opportunity\/)?(006[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?)\/view/;

export default {
  torn: 'url-first',
  tornMs: 30,
  nameAt: '.lafPageHost.active [slot="primaryField"]',
  parse: ({ pathname, searchParams }) => {
    const id = RECORD.exec(pathname)?.[1];
    if (id) return { kind: 'record', id };
    if (pathname === '/lightning/r/Opportunity/view') return { kind: 'record', id: null };
    const isList = /^\/lightning\/o\/Opportunity\/(list|home)/.test(pathname);
    return { kind: isList ? 'list' : 'none', view: searchParams.get('filterName') };
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
