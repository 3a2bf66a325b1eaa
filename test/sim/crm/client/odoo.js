import { avatar, div, h, icon, span } from './dom.js';
import { sum, timeline } from './timeline.js';

const WORDS = {
  en: {
    revenue: 'Expected Revenue',
    probability: 'Probability',
    customer: 'Customer',
    closing: 'Expected Closing',
    person: 'Salesperson',
    team: 'Sales Team',
    due: (n) => `Due in ${n} days:`,
    late: (n) => `${n} days overdue:`,
    today: 'Today:',
    by: 'for',
  },
  de: {
    revenue: 'Erwarteter Umsatz',
    probability: 'Wahrscheinlichkeit',
    customer: 'Kunde',
    closing: 'Erwarteter Abschluss',
    person: 'Vertriebsmitarbeiter',
    team: 'Verkaufsteam',
    due: (n) => `Fällig in ${n} Tagen:`,
    late: (n) => `${n} Tage überfällig:`,
    today: 'Heute:',
    by: 'für',
  },
  fr: {
    revenue: 'Revenu espéré',
    probability: 'Probabilité',
    customer: 'Client',
    closing: 'Clôture prévue',
    person: 'Vendeur',
    team: 'Équipe commerciale',
    due: (n) => `Échéance dans ${n} jours :`,
    late: (n) => `${n} jours de retard :`,
    today: 'Aujourd’hui :',
    by: 'pour',
  },
};
const wordsOf = (fmt) => WORDS[fmt.lang.slice(0, 2)] ?? WORDS.en;

const widget = (name, type, ...children) => h('div', { name, class: `o_field_widget o_field_${type}` }, children);

/** Symbol and number stand apart by a no-break space. */
function moneyText(fmt, deal) {
  const sign = fmt.sign(deal.currency);
  const number = fmt.number(deal.amount);
  return sign.before ? `${sign.text}\u00A0${number}` : `${number}\u00A0${sign.text}`;
}

function monetary(ctx) {
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

function statusbar(ctx) {
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

function activities(ctx) {
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

function controlPanel(ctx, title, ...end) {
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

function record(ctx) {
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
          ctx.late('side', () => timeline(ctx, { card: { class: 'o-mail-Message' } })),
        ),
      ),
    ),
  );
}

let datapoint = 1;

function board(ctx) {
  const { state, fmt, app } = ctx;
  const card = (deal) =>
    h(
      'div',
      {
        class: 'o_kanban_record',
        role: 'article',
        tabindex: '0',
        'data-id': `datapoint_${datapoint++}`,
        onclick: () => app.go(deal.href),
      },
      h(
        'div',
        { class: 'oe_kanban_content paper' },
        h('strong', { class: 'o_kanban_record_title' }, h('span', null, deal.name)),
        h(
          'div',
          { name: 'expected_revenue', class: 'o_field_widget o_field_monetary' },
          h('span', null, deal.amount === null ? '' : moneyText(fmt, deal)),
        ),
        h('span', { class: 'o_text_overflow soft' }, deal.account),
        div(
          'row',
          span('stars soft', '★☆☆'),
          span('spread'),
          h(
            'div',
            { name: 'user_id', class: 'o_field_widget o_field_many2one_avatar_user' },
            h('span', { title: deal.owner }, avatar(deal.owner)),
          ),
        ),
      ),
    );
  const group = (stage) => {
    const deals = state.deals.filter(({ stageId, outcome }) => stageId === stage.id && outcome !== 'lost');
    const few = stage.kind === 'won' ? deals.slice(-12) : deals;
    return h(
      'div',
      { class: 'o_kanban_group', 'data-id': `datapoint_${datapoint++}` },
      h(
        'div',
        { class: 'o_kanban_header' },
        h(
          'div',
          { class: 'o_kanban_header_title row' },
          h('div', { class: 'o_column_title' }, h('span', null, stage.label)),
        ),
        h(
          'div',
          { class: 'o_kanban_counter row' },
          div('o_column_progress'),
          h(
            'div',
            { class: 'o_animated_number soft' },
            h('b', null, fmt.short(sum(deals), 'USD').replace(/[^\d.,\p{L}]/gu, '')),
          ),
        ),
      ),
      few.map(card),
      h('div', { class: 'o_kanban_record o_kanban_ghost' }),
    );
  };
  return h(
    'div',
    { class: 'o_action o_view_controller' },
    controlPanel(
      ctx,
      '',
      h('button', { class: 'button main' }, 'New'),
      span('spread'),
      h(
        'label',
        { class: 'search row' },
        icon('search'),
        h('input', { type: 'search', placeholder: 'Search...', 'aria-label': 'Search' }),
      ),
    ),
    h(
      'div',
      { class: 'o_content' },
      h(
        'div',
        { class: 'o_kanban_view o_opportunity_kanban' },
        ctx.late('soon', () => div('o_kanban_renderer o_kanban_grouped', state.stages.map(group))),
      ),
    ),
  );
}

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
