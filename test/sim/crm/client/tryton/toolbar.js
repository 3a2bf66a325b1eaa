import { div, h, icon, span } from '../dom.js';

export function toolbar(ctx, ...more) {
  return div(
    'toolbar row',
    more,
    span('spread'),
    ctx.previous && h('a', { class: 'button', href: ctx.previous.href, title: 'Previous' }, icon('left')),
    ctx.next && h('a', { class: 'button', href: ctx.next.href, title: 'Next' }, icon('right')),
  );
}
