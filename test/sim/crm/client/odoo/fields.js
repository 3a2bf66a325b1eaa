import { avatar, div, h } from '../dom.js';
import { widget } from './parts.js';
import { wordsOf } from './words.js';

export function monetary(ctx) {
  const { fmt, deal } = ctx;
  const sign = fmt.sign(deal.currency);
  const shown = (value) => (value === null ? '' : fmt.number(value));
  const symbol = h(
    'span',
    { class: 'o_input symbol' },
    sign.before ? `${sign.text}\u00A0` : '',
    h('span', { class: 'o_monetary_ghost_value' }, shown(deal.amount)),
    sign.before ? '' : `\u00A0${sign.text}`,
  );
  return widget(
    'expected_revenue',
    'monetary',
    h(
      'div',
      { class: 'text-nowrap' },
      symbol,
      ctx.input('amount', { class: 'o_input', id: 'expected_revenue_0' }, shown),
    ),
  );
}

export function statusbar(ctx) {
  const { deal, state } = ctx;
  // The template writes the stages last first; the style turns them round.
  const buttons = [...state.stages].reverse().map((stage) => {
    const current = stage.id === deal.stageId;
    return h(
      'button',
      {
        type: 'button',
        role: 'radio',
        'data-value': stage.id,
        'aria-checked': current ? 'true' : 'false',
        'aria-current': current ? 'step' : null,
        class: `o_arrow_button btn${current ? ' o_arrow_button_current' : ''}`,
        onclick: () => !current && ctx.put({ stageId: stage.id }),
      },
      stage.label,
    );
  });
  return h(
    'div',
    { name: 'stage_id', class: 'o_field_widget o_field_statusbar' },
    h('div', { class: 'o_statusbar_status', role: 'radiogroup' }, buttons),
  );
}

export function activities(ctx) {
  const { deal, fmt, state } = ctx;
  if (!deal.nextStep) return null;
  const word = wordsOf(fmt);
  const days = deal.nextStepDue ? Math.round((Date.parse(deal.nextStepDue) - Date.parse(state.today)) / 86_400_000) : 0;
  const when = days > 0 ? word.due(days) : days < 0 ? word.late(-days) : word.today;
  return h(
    'div',
    { class: 'o-mail-ActivityList' },
    h('div', { class: 'soft' }, 'Planned Activities'),
    h(
      'div',
      { class: 'o-mail-Activity row' },
      avatar(deal.owner),
      div(
        '',
        h(
          'span',
          { class: `o-mail-Activity-due ${days < 0 ? 'past' : ''}`, title: fmt.padded(deal.nextStepDue) },
          when,
        ),
        ' ',
        h('b', { class: 'o-mail-Activity-summary' }, `“${deal.nextStep}”`),
        ` ${word.by} `,
        h('span', { class: 'o-mail-Activity-user' }, deal.owner),
      ),
    ),
  );
}
