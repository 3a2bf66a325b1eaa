import { div, h, icon, span } from '../dom.js';
import { chatter } from './chatter.js';
import { activities, monetary, statusbar } from './fields.js';
import { controlPanel, widget } from './parts.js';
import { wordsOf } from './words.js';

export function record(ctx) {
  const { deal, fmt } = ctx;
  const word = wordsOf(fmt);
  const many2one = (name, value) =>
    widget(
      name,
      'many2one',
      h(
        'div',
        { class: 'o_field_many2one_selection' },
        h('input', { class: 'o_input', id: `${name}_0`, autocomplete: 'off', '.value': value ?? '' }),
      ),
    );
  const line = (name, word, inner) =>
    div('o_wrap_field row', h('label', { class: 'o_form_label', for: `${name}_0` }, word), inner);
  const status = h(
    'div',
    { class: 'o_form_status_indicator' },
    h(
      'div',
      { class: 'o_form_status_indicator_buttons row invisible' },
      h(
        'button',
        { type: 'button', class: 'o_form_button_save btn button', title: 'Save manually', onclick: ctx.save },
        'Save',
      ),
      h(
        'button',
        { type: 'button', class: 'o_form_button_cancel btn button', title: 'Discard all changes', onclick: ctx.cancel },
        'Discard',
      ),
    ),
  );
  const step = (to, name) =>
    h(
      to ? 'a' : 'span',
      {
        class: `o_pager_${name} button`,
        ...(to ? { href: to.href } : { 'aria-disabled': 'true' }),
        'aria-label': name,
      },
      icon(name === 'next' ? 'right' : 'left'),
    );
  const sheet = h(
    'div',
    { class: 'o_form_sheet paper' },
    deal.outcome !== 'open' &&
      h(
        'div',
        { class: 'o_widget o_widget_web_ribbon' },
        h(
          'div',
          { class: 'ribbon' },
          h(
            'span',
            {
              class: deal.outcome === 'won' ? 'text-bg-success' : 'text-bg-danger',
              title: deal.outcome === 'won' ? 'Won' : 'Lost',
            },
            deal.outcome === 'won' ? 'Won' : 'Lost',
          ),
        ),
      ),
    div(
      'oe_title',
      h(
        'h1',
        null,
        widget(
          'name',
          'text',
          h('textarea', {
            class: 'o_input',
            id: 'name_0',
            rows: 1,
            '.value': ctx.app.draft.name ?? deal.name,
            oninput: (event) => ctx.app.setDraft('name', event.target.value),
          }),
        ),
      ),
    ),
    div(
      'o_group figures',
      div('', h('label', { class: 'o_form_label', for: 'expected_revenue_0' }, word.revenue), monetary(ctx)),
      div('at', 'at'),
      div(
        '',
        h('label', { class: 'o_form_label', for: 'probability_0' }, word.probability),
        div(
          'row',
          widget(
            'probability',
            'float',
            ctx.input('probability', { class: 'o_input', id: 'probability_0' }, (value) => fmt.number(value)),
          ),
          span('', '%'),
          h(
            'div',
            { name: 'automated_probability', class: 'o_field_widget o_field_float o_readonly_modifier soft small' },
            h('span', null, fmt.number(Math.max(1, deal.probability - 7.5))),
          ),
          span('soft small', '%'),
        ),
      ),
    ),
    ctx.late('details', () =>
      div(
        'o_group two',
        div(
          '',
          line('partner_id', word.customer, many2one('partner_id', deal.account)),
          line(
            'contact_name',
            'Contact',
            widget(
              'contact_name',
              'char',
              h('input', { class: 'o_input', id: 'contact_name_0', '.value': deal.contact }),
            ),
          ),
        ),
        div(
          '',
          line('user_id', word.person, many2one('user_id', deal.owner)),
          line(
            'date_deadline',
            word.closing,
            h(
              'div',
              { name: 'date_deadline', class: `o_field_widget o_field_date${deal.closeDate ? '' : ' o_field_empty'}` },
              ctx.input(
                'closeDate',
                { class: 'o_input', id: 'date_deadline_0', 'data-field': 'date_deadline' },
                fmt.padded,
              ),
            ),
          ),
          line('team_id', word.team, many2one('team_id', 'Sales')),
        ),
      ),
    ),
    div(
      'o_notebook',
      div('row', span('on', 'Internal Notes'), span('soft', 'Extra Information')),
      h('p', { class: 'soft' }, `Met ${deal.contact} at their site.`),
    ),
  );
  return h(
    'div',
    { class: 'o_action o_view_controller' },
    controlPanel(
      ctx,
      deal.name,
      status,
      span('spread'),
      h('div', { class: 'o_pager row' }, step(ctx.previous, 'previous'), step(ctx.next, 'next')),
    ),
    h(
      'div',
      { class: 'o_content' },
      h(
        'div',
        { class: 'o_form_view o_lead_opportunity_form o_form_editable' },
        div(
          'o_form_sheet_bg',
          div(
            'o_form_statusbar row',
            div(
              'o_statusbar_buttons row',
              h(
                'button',
                {
                  type: 'button',
                  name: 'action_set_won_rainbowman',
                  class: 'button main',
                  onclick: () => ctx.put({ outcome: 'won' }),
                },
                'Won',
              ),
              h(
                'button',
                { type: 'button', name: 'lost', class: 'button', onclick: () => ctx.put({ outcome: 'lost' }) },
                'Lost',
              ),
            ),
            statusbar(ctx),
          ),
          sheet,
        ),
        h(
          'div',
          { class: 'o-mail-Chatter' },
          div(
            'row',
            h('button', { class: 'button main' }, 'Send message'),
            h('button', { class: 'button' }, 'Log note'),
            h('button', { class: 'button' }, 'Activities'),
          ),
          activities(ctx),
          ctx.late('side', () => chatter(ctx)),
        ),
      ),
    ),
  );
}
