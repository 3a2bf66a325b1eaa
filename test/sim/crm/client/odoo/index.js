import { avatar, h, icon, span } from '../dom.js';
import { board } from './board.js';
import { record } from './record.js';

export default {
  // The router writes the address in a timeout, after the page is there.
  torn: 'page-first',
  tornMs: 25,
  nameAt: '.o_field_widget[name="name"] textarea',
  order: (deals) => [...deals].sort((a, b) => a.stageOrder - b.stageOrder || a.serial - b.serial),
  parse: ({ pathname, hash }) => {
    const fragment = new URLSearchParams(hash.slice(1));
    if (pathname !== '/web' || fragment.get('model') !== 'crm.lead') return { kind: 'none' };
    if (fragment.get('view_type') === 'form') return { kind: 'record', id: fragment.get('id') };
    return { kind: 'board' };
  },
  title: ({ deal }) => (deal ? `Odoo - ${deal.name}` : 'Odoo - Pipeline'),
  dirty: (outlet) => outlet.querySelector('.o_form_status_indicator_buttons')?.classList.remove('invisible'),
  frame: ({ state, body }) => {
    const outlet = h('div', { class: 'o_action_manager' });
    body.append(
      h(
        'header',
        { class: 'o_navbar' },
        h(
          'nav',
          { class: 'o_main_navbar row' },
          icon('menu'),
          h('a', { class: 'o_menu_brand', href: state.hrefs.board }, 'CRM'),
          h('a', { href: state.hrefs.board }, 'Sales'),
          h('a', { href: '#' }, 'Leads'),
          h('a', { href: '#' }, 'Reporting'),
          span('spread'),
          span('', 'acme'),
          avatar(state.user),
        ),
      ),
      outlet,
    );
    return outlet;
  },
  record,
  board,
};
