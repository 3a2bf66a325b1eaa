import { avatar, div, h, icon, span } from '../dom.js';
import { timeline } from '../timeline.js';
import { lookup, section, text } from './parts.js';
import { EMPTY, money, wordsOf } from './words.js';

const CURRENCIES = { USD: 'US Dollar', EUR: 'Euro', GBP: 'Pound Sterling', CHF: 'Swiss Franc', JPY: 'Japanese Yen' };

const BREADCRUMB = 'MscrmControls.Containers.ProcessBreadCrumb-processHeaderStageName_';

function process(ctx) {
  const { deal, state } = ctx;
  const days = Math.round((Date.parse(state.today) - Date.parse(deal.stageSince)) / 86_400_000);
  return h(
    'ul',
    { id: 'bpfContainer', class: 'paper' },
    h(
      'li',
      { class: 'bpf-name', role: 'presentation' },
      h('b', null, deal.pipeline),
      h('span', { class: 'soft small' }, `Active for ${days} days`),
    ),
    state.stages.map((stage) => {
      const current = stage.id === deal.stageId;
      return h(
        'li',
        {
          id: `MscrmControls.Containers.ProcessBreadCrumb-processHeaderStage_${stage.id}`,
          'data-selected-stage': current ? 'true' : 'false',
          class: stage.order < deal.stageOrder ? 'passed' : null,
          onclick: () => deal.outcome === 'open' && !current && ctx.put({ stageId: stage.id }),
        },
        h('span', { class: 'ring', 'aria-hidden': 'true' }),
        h('div', { 'data-id': BREADCRUMB + stage.id }, stage.label),
      );
    }),
  );
}

export function record(ctx) {
  const { deal, fmt } = ctx;
  const word = wordsOf(fmt);
  const closed = deal.outcome !== 'open';
  const status = closed ? (deal.outcome === 'won' ? 'Won' : 'Lost') : 'Open';
  const amount = (value) => (value === null ? '' : money(fmt)({ ...deal, amount: value }));
  const date = (prefix = '') =>
    ctx.input(
      'closeDate',
      {
        'data-id': `${prefix}estimatedclosedate.fieldControl-date-time-input`,
        'aria-label': word.close,
        placeholder: EMPTY,
      },
      fmt.numeric,
    );
  const command = (name, id, onclick) =>
    h('button', { class: 'command', 'data-id': `opportunity|NoRelationship|Form|${id}`, onclick }, name);
  const head = (label, inner) => div('head-fact', inner, div('soft small', label));
  return h(
    'div',
    { 'data-id': 'editFormRoot', class: 'form' },
    div(
      'commands row',
      command('Save', 'Mscrm.Form.opportunity.Save', ctx.save),
      command('Close as Won', 'Mscrm.Form.opportunity.MarkAsWon', () => ctx.put({ outcome: 'won' })),
      command('Close as Lost', 'Mscrm.Form.opportunity.MarkAsLost', () => ctx.put({ outcome: 'lost' })),
      command('Refresh', 'Mscrm.Modern.refreshCommand', () => ctx.app.refresh()),
      span('spread'),
      ctx.previous && h('a', { class: 'button', href: ctx.previous.href, title: 'Previous record' }, icon('left')),
      ctx.next && h('a', { class: 'button', href: ctx.next.href, title: 'Next record' }, icon('right')),
    ),
    closed &&
      h(
        'div',
        { id: 'message-formReadOnlyNotification', class: 'notice', role: 'alert' },
        `Read-only. This record’s status: ${status}`,
      ),
    div(
      'paper header row',
      avatar(deal.account),
      div(
        '',
        h(
          'h1',
          { 'data-id': 'header_title', title: deal.name },
          deal.name,
          h('span', { 'data-id': 'header_saveState', class: 'soft state' }, ' - Saved'),
        ),
        div('soft', 'Opportunity · Sales'),
      ),
      div(
        'row facts spread',
        head(
          word.close,
          h(
            'div',
            { 'data-id': 'header_estimatedclosedate.fieldControl-text-box-container' },
            fmt.numeric(deal.closeDate) || EMPTY,
          ),
        ),
        head(
          word.revenue,
          h('div', { 'data-id': 'header_estimatedvalue.fieldControl-text-box-container' }, money(fmt)(deal) || EMPTY),
        ),
        head(
          word.status,
          h(
            'div',
            { 'data-id': 'header_statecode.fieldControl-option-set-container' },
            h('span', { id: 'header_statecode_text-value' }, status),
          ),
        ),
        head(word.owner, lookup('ownerid', deal.owner, 'header_')),
      ),
    ),
    process(ctx),
    div(
      'tablist row',
      span('tab on', 'Summary'),
      span('tab', 'Product line items'),
      span('tab', 'Quotes'),
      span('tab', 'Related'),
    ),
    ctx.late('details', () =>
      div(
        'three',
        div(
          'paper pad',
          section('name', word.name, text(ctx, 'name', 'name')),
          section('parentcontactid', word.contact, lookup('parentcontactid', deal.contact)),
          section('parentaccountid', word.account, lookup('parentaccountid', deal.account)),
          section(
            'transactioncurrencyid',
            word.currency,
            lookup('transactioncurrencyid', CURRENCIES[deal.currency] ?? deal.currency),
          ),
          section(
            'estimatedvalue',
            word.revenue,
            ctx.input(
              'amount',
              {
                'data-id': 'estimatedvalue.fieldControl-currency-text-input',
                'aria-label': word.revenue,
                placeholder: EMPTY,
              },
              amount,
            ),
          ),
          section('estimatedclosedate', word.close, date()),
          section(
            'closeprobability',
            word.probability,
            ctx.input('probability', {
              'data-id': 'closeprobability.fieldControl-whole-number-text-input',
              'aria-label': word.probability,
            }),
          ),
          section(
            'msdyn_forecastcategory',
            word.forecast,
            h(
              'div',
              { 'data-id': 'msdyn_forecastcategory.fieldControl-option-set-container' },
              h(
                'select',
                { 'aria-label': word.forecast },
                ['Pipeline', 'Best Case', 'Commit', 'Omitted', 'Closed'].map((one) =>
                  h('option', { '.selected': one === deal.forecastCategory }, one),
                ),
              ),
            ),
          ),
          section(
            'createdon',
            word.created,
            h('input', {
              type: 'text',
              'data-id': 'createdon.fieldControl-date-time-input',
              readonly: true,
              '.value': fmt.numeric(deal.createdOn),
            }),
          ),
          section(
            'opportunityratingcode',
            word.rating,
            h(
              'div',
              { 'data-id': 'opportunityratingcode.fieldControl-option-set-container' },
              h(
                'select',
                { 'aria-label': word.rating },
                ['Hot', 'Warm', 'Cold'].map((one) => h('option', { '.selected': one === 'Warm' }, one)),
              ),
            ),
          ),
          section(
            'customerneed',
            word.need,
            h('textarea', {
              'data-id': 'customerneed.fieldControl-text-box-text',
              rows: 2,
              '.value': `Fewer losses in transit at ${deal.account}.`.slice(0, 200),
            }),
          ),
        ),
        ctx.late('side', () =>
          div(
            'paper pad',
            h('h3', null, 'Timeline'),
            deal.nextStep &&
              div(
                'row next',
                span('soft', icon('check')),
                div('', div('', deal.nextStep), div('soft small', `Task · due ${fmt.numeric(deal.nextStepDue)}`)),
              ),
            timeline(ctx),
          ),
        ),
        div(
          'paper pad',
          h('h3', null, 'Stakeholders'),
          div('row', avatar(deal.contact), div('', div('', deal.contact), div('soft small', 'Stakeholder'))),
          h('h3', { class: 'gap' }, 'Sales team'),
          div('row', avatar(deal.owner), div('', deal.owner)),
        ),
      ),
    ),
  );
}
