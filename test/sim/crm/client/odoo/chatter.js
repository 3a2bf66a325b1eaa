import { avatar, div, h } from '../dom.js';
import { sayEvent } from '../timeline.js';

/** What a done activity leaves in its message; a mail shows an envelope beside its author. */
const ICON = { call: 'fa-phone', meeting: 'fa-users' };

function message(ctx, { day, author, mail, icon, text, tracked }) {
  return h(
    'div',
    { class: 'o-mail-Message row', role: 'group' },
    avatar(author),
    div(
      'o-mail-Message-core',
      div(
        'o-mail-Message-header row',
        h('span', { class: 'o-mail-Message-author' }, h('strong', null, author)),
        mail && h('span', { class: 'o-mail-Message-notification' }, h('i', { class: 'fa fa-envelope-o' })),
        h(
          'small',
          { class: 'o-mail-Message-date soft', title: `${ctx.fmt.padded(day)}, 10:24:00` },
          ctx.fmt.brief(day),
        ),
      ),
      tracked &&
        h(
          'ul',
          null,
          h(
            'li',
            { class: 'o-mail-Message-tracking', role: 'group' },
            h('span', { class: 'o-mail-Message-trackingOld' }, tracked.from),
            h('i', { class: 'o-mail-Message-trackingSeparator' }, ' → '),
            h('span', { class: 'o-mail-Message-trackingNew' }, tracked.to),
            h('span', { class: 'o-mail-Message-trackingField soft' }, '(Stage)'),
          ),
        ),
      text &&
        h('div', { class: 'o-mail-Message-body' }, icon && h('span', { class: `fa ${icon} fa-fw` }), icon && ' ', text),
    ),
  );
}

/** Messages and moves of the stage, newest first. A contact is called by the company and the name. */
export function chatter(ctx) {
  const { deal } = ctx;
  const said = deal.history.map((event) => ({
    day: event.day,
    author: event.what === 'mail' && event.side === 'buyer' ? `${deal.account}, ${deal.contact}` : deal.owner,
    mail: event.what === 'mail',
    icon: ICON[event.what],
    text: sayEvent(deal, event),
  }));
  const moved = deal.moves.map((move) => ({ day: move.day, author: deal.owner, tracked: move }));
  const all = [...said, ...moved].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  return div(
    'o-mail-Thread timeline',
    all.map((one) => message(ctx, one)),
  );
}
