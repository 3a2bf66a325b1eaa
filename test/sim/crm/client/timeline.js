import { avatar, div, h } from './dom.js';

const WORDS = { mail: 'Email', call: 'Call', meeting: 'Meeting', document: 'Document' };

/** One line of what happened between seller and buyer. */
export function sayEvent(deal, event) {
  const [from, to] = event.side === 'buyer' ? [deal.contact, deal.owner] : [deal.owner, deal.contact];
  return event.what === 'mail'
    ? `${from} wrote to ${to}`
    : `${WORDS[event.what]} with ${event.side === 'buyer' ? from : to}`;
}

/** What happened lately, newest first. `card` and `stamp` are the attributes this CRM puts on an entry and its date. */
export function timeline(ctx, { card, stamp } = {}) {
  const { deal, fmt } = ctx;
  if (deal.history.length === 0) return h('p', { class: 'soft' }, 'No activity yet.');
  return div(
    'timeline',
    deal.history.map((event) =>
      h(
        'div',
        card ?? null,
        avatar(event.side === 'buyer' ? deal.contact : deal.owner),
        div('', div('', sayEvent(deal, event)), h('span', { class: 'soft small', ...stamp }, fmt.medium(event.day))),
      ),
    ),
  );
}

/** What a column's head adds up: deals in the company's own currency. */
export const sum = (deals) =>
  deals.reduce(
    (total, { amount, currency }) => total + (currency === 'USD' && Number.isFinite(amount) ? amount : 0),
    0,
  );
export const openDeals = (deals) => deals.filter(({ outcome }) => outcome === 'open');

/** Won in the quarter that runs, as a saved view of what was closed shows them. */
export function wonThisQuarter({ today, deals }) {
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
  const from = `${today.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
  return deals.filter(({ outcome, closeDate }) => outcome === 'won' && closeDate >= from);
}
