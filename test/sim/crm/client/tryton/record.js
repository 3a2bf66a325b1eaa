import { div, h, icon } from '../dom.js';
import { toolbar } from './toolbar.js';
import { numberOf, wordsOf } from './words.js';

let made = 0;

function field(ctx, name, ...inner) {
  const id = `field-${++made}`;
  const [first] = inner;
  (first.matches('input, select, textarea') ? first : first.querySelector('input, select, textarea'))?.setAttribute(
    'id',
    id,
  );
  return div('pair', h('label', { for: id, class: 'form-label' }, wordsOf(ctx.fmt)[name]), div('value', inner));
}

/** A number has two inputs: the visible one in the user's locale, and a hidden one with the canonical figure. */
function numeric(ctx, name, key, show) {
  const { deal } = ctx;
  const readonly = deal.outcome !== 'open';
  const canonical = deal[key] ?? '';
  return h(
    'span',
    { class: 'input-group' },
    ctx.input(key, { name, class: 'form-control', readonly }, show),
    h('input', { type: 'number', name, step: 'any', style: 'display: none', '.value': String(canonical) }),
  );
}

function form(ctx) {
  const { deal, fmt, state } = ctx;
  const readonly = deal.outcome !== 'open';
  const text = (name, key, show) => ctx.input(key, { name, class: 'form-control', readonly }, show);
  const fixed = (name, value) =>
    h('input', { type: 'text', name, class: 'form-control', readonly, autocomplete: 'off', '.value': value ?? '' });
  const sign = fmt.sign(deal.currency);
  const symbol = h('span', { class: sign.before ? 'symbol symbol-start' : 'symbol symbol-end' }, sign.text);
  const amount = numeric(ctx, 'amount', 'amount', (value) => (value === null ? '' : fmt.number(value)));
  if (sign.before) amount.prepend(symbol);
  else amount.append(symbol);
  const select = h(
    'select',
    {
      name: 'state',
      class: 'form-control',
      disabled: readonly,
      onchange: (event) => ctx.app.setDraft('stageId', JSON.parse(event.target.value)),
    },
    [...state.stages, { id: 'cancelled', label: 'Cancelled' }].map(({ id, label }) =>
      h('option', { value: JSON.stringify(id), '.selected': id === (ctx.app.draft.stageId ?? deal.stageId) }, label),
    ),
  );
  // There is no field for a next step: people keep a line for it in the comment.
  const lead = `${wordsOf(fmt).next}: `;
  const comment = h('textarea', {
    name: 'comment',
    rows: 4,
    class: 'form-control',
    readonly,
    '.value': (ctx.app.draft.nextStep ?? deal.nextStep) ? lead + (ctx.app.draft.nextStep ?? deal.nextStep) : '',
    oninput: (event) => ctx.app.setDraft('nextStep', event.target.value.replace(lead.trim(), '').trim()),
  });
  return h(
    'div',
    { class: 'form' },
    div(
      'form-grid',
      field(ctx, 'party', fixed('party', deal.account)),
      field(ctx, 'address', fixed('contact', deal.contact)),
      field(ctx, 'description', text('description', 'name')),
      field(ctx, 'number', fixed('number', numberOf(deal))),
      field(ctx, 'start_date', fixed('start_date', fmt.padded(deal.createdOn))),
      field(ctx, 'end_date', text('end_date', 'closeDate', fmt.padded)),
      field(ctx, 'amount', amount),
      field(
        ctx,
        'conversion_probability',
        numeric(ctx, 'conversion_probability', 'probability', (value) => String(value ?? '')),
      ),
      field(ctx, 'employee', fixed('employee', deal.owner)),
      field(ctx, 'state', select),
    ),
    field(ctx, 'comment', comment),
  );
}

export function record(ctx) {
  const save = h('button', { class: 'button main', id: 'save', onclick: ctx.save }, wordsOf(ctx.fmt).save);
  return h(
    'div',
    { class: 'tab-pane active', role: 'tabpanel', 'data-model': 'sale.opportunity' },
    toolbar(ctx, save, h('button', { class: 'button', id: 'reload', onclick: ctx.cancel }, icon('left'), ' Reload')),
    h(
      'div',
      { class: 'screen' },
      ctx.late('soon', () => form(ctx)),
    ),
  );
}
