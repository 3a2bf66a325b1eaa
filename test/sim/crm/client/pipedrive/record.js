import { avatar, div, h, icon, span } from '../dom.js';
import { timeline } from '../timeline.js';
import { EMPTY, money, wordsOf } from './words.js';

const daysSince = (day, today) => Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);

function stages(ctx) {
  const { deal, state, fmt } = ctx;
  return h(
    'div',
    { class: 'selector', role: 'listbox', 'aria-label': 'Stages' },
    state.stages.map((stage) => {
      const current = stage.id === deal.stageId;
      // The current one says how long the deal has stood in it, glued before the name.
      const days = `${daysSince(deal.stageSince, state.today)} ${wordsOf(fmt).days}`;
      return h(
        'button',
        {
          class: `cui5-stage-selector__stage${stage.order <= deal.stageOrder ? ' reached' : ''}`,
          role: 'option',
          'aria-selected': current ? 'true' : 'false',
          'aria-label': stage.label,
          onclick: () => deal.outcome === 'open' && !current && ctx.put({ stageId: stage.id }),
        },
        current ? `${days} · ${stage.label}` : '',
      );
    }),
  );
}

function fields(ctx) {
  const { deal, fmt } = ctx;
  const word = wordsOf(fmt);
  const value = money(fmt, deal);
  const row = (name, text, input) =>
    div(
      'field',
      h('span', { 'data-testid': 'field-name', class: 'soft' }, name),
      h('div', null, ctx.editing && input ? input : text || EMPTY),
    );
  return div(
    'paper pad',
    div(
      'row',
      h('h3', null, 'Summary'),
      span('spread'),
      !ctx.editing && h('button', { class: 'button', 'data-testid': 'edit-fields', onclick: ctx.edit }, 'Edit'),
    ),
    row(
      word.value,
      value,
      ctx.input('amount', { name: 'value' }, (v) => (v === null ? '' : fmt.number(v))),
    ),
    row(word.probability, `${deal.probability}%`, ctx.input('probability', { name: 'probability' })),
    row(word.close, fmt.long(deal.closeDate), ctx.input('closeDate', { name: 'expected_close_date' }, fmt.numeric)),
    row(word.step, deal.nextStep, ctx.input('nextStep', { name: 'next_step' })),
    row(word.next, fmt.long(deal.nextStepDue), ctx.input('nextStepDue', { name: 'next_activity_date' }, fmt.numeric)),
    row(word.owner, deal.owner),
    row(word.created, fmt.long(deal.createdOn)),
    ctx.editing &&
      div(
        'row dock',
        h('button', { class: 'button', onclick: ctx.cancel }, 'Cancel'),
        h('button', { class: 'button good', 'data-testid': 'save-fields', onclick: ctx.save }, 'Save'),
      ),
  );
}

export function record(ctx) {
  const { deal, state } = ctx;
  const link = (kind, name, mark) =>
    div('row', span('soft', icon(mark)), h('a', { href: `/${kind}/${deal.serial}` }, name));
  const ending =
    deal.outcome === 'open'
      ? [
          h(
            'button',
            { class: 'button good', 'data-testid': 'won-button', onclick: () => ctx.put({ outcome: 'won' }) },
            'Won',
          ),
          h(
            'button',
            { class: 'button bad', 'data-testid': 'lost-button', onclick: () => ctx.put({ outcome: 'lost' }) },
            'Lost',
          ),
        ]
      : [
          h(
            'span',
            { class: `status ${deal.outcome}`, 'data-testid': 'deal-status' },
            deal.outcome === 'won' ? 'Won' : 'Lost',
          ),
          h(
            'button',
            { class: 'button', 'data-testid': 'reopen-button', onclick: () => ctx.put({ outcome: 'open' }) },
            'Reopen',
          ),
        ];
  const rename = h('textarea', {
    rows: 1,
    'aria-label': 'Title',
    '.value': ctx.app.draft.name ?? deal.name,
    oninput: (event) => ctx.app.setDraft('name', event.target.value),
    onchange: ctx.save,
  });
  return div(
    'deal',
    div(
      'paper pad head',
      div(
        'row',
        h('div', { 'data-testid': 'header-title', class: 'name' }, rename),
        span('spread'),
        div('row owner', avatar(deal.owner), div('small', div('', deal.owner), div('soft', 'Owner'))),
        ending,
      ),
      stages(ctx),
      div(
        'row soft small crumbs',
        h('a', { href: state.hrefs.board }, deal.pipeline),
        ' › ',
        deal.stageLabel,
        span('spread'),
        ctx.previous && h('a', { href: ctx.previous.href, title: 'Previous record' }, icon('left')),
        ctx.next && h('a', { href: ctx.next.href, title: 'Next record' }, icon('right')),
      ),
    ),
    div(
      'two',
      div(
        'stack',
        ctx.late('details', () => fields(ctx)),
        div('paper pad stack', link('person', deal.contact, 'people'), link('organization', deal.account, 'building')),
      ),
      div(
        'stack',
        div(
          'paper pad row',
          ['Notes', 'Activity', 'Call', 'Email', 'Files'].map((name, at) => span(at ? 'soft' : 'on', name)),
        ),
        ctx.late('side', () => div('paper pad', h('h3', null, 'History'), timeline(ctx))),
      ),
    ),
  );
}
