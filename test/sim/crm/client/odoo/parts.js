import { h } from '../dom.js';

export const widget = (name, type, ...children) =>
  h('div', { name, class: `o_field_widget o_field_${type}` }, children);

/** Symbol and number stand apart by a no-break space. */
export function moneyText(fmt, deal) {
  const sign = fmt.sign(deal.currency);
  const number = fmt.number(deal.amount);
  return sign.before ? `${sign.text}\u00A0${number}` : `${number}\u00A0${sign.text}`;
}

export function controlPanel(ctx, title, ...end) {
  return h(
    'div',
    { class: 'o_control_panel row' },
    h(
      'ol',
      { class: 'breadcrumb row' },
      h('li', { class: 'breadcrumb-item' }, h('a', { href: ctx.state.hrefs.board }, 'Pipeline')),
      title && h('li', { class: 'breadcrumb-item o_last_breadcrumb_item active' }, h('span', null, title)),
    ),
    end,
  );
}
