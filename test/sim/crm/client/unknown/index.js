import { div, h } from '../dom.js';

/** A CRM of the company's own making: plain tables, no reader knows it. */
const record = ({ deal, fmt }) =>
  div(
    'paper sheet',
    h('h1', null, deal.name),
    h(
      'table',
      { class: 'deals-table' },
      [
        ['Customer', deal.account],
        ['Worth', fmt.money(deal.amount, deal.currency)],
        ['Phase', deal.stageLabel],
        ['Due', fmt.medium(deal.closeDate)],
        ['Handled by', deal.owner],
      ].map(([name, value]) => h('tr', null, h('th', null, name), h('td', null, value))),
    ),
  );

const list = ({ state, fmt }) =>
  div(
    'paper sheet',
    h('h1', null, 'Order book'),
    h(
      'table',
      { class: 'deals-table' },
      state.deals
        .slice(0, 40)
        .map((deal) =>
          h(
            'tr',
            null,
            h('td', null, h('a', { href: `/record/${deal.serial}` }, deal.name)),
            h('td', null, fmt.money(deal.amount, deal.currency)),
            h('td', null, fmt.medium(deal.closeDate)),
          ),
        ),
    ),
  );

const BY_SERIAL = new Map();

export default {
  torn: 'off',
  nameAt: 'h1',
  parse: ({ pathname }) => {
    const serial = /^\/record\/(\d+)/.exec(pathname)?.[1];
    return serial ? { kind: 'record', id: BY_SERIAL.get(serial) ?? null } : { kind: 'list' };
  },
  frame: ({ state, body }) => {
    for (const { serial, recordId } of state.deals) BY_SERIAL.set(String(serial), recordId);
    const outlet = div('outlet');
    body.append(h('header', { class: 'top' }, h('b', null, 'Order desk')), outlet);
    return outlet;
  },
  record,
  list,
};
