import { div, h } from '../dom.js';
import { component } from './component.js';
import { money, wordsOf } from './words.js';

function item(ctx, word, api, value, input) {
  return component(
    ctx,
    'records-record-layout-item',
    { 'field-label': word, role: 'listitem' },
    h(
      'div',
      { class: 'slds-form-element', 'data-target-selection-name': `sfdc:RecordField.Opportunity.${api}` },
      h('span', { class: 'test-id__field-label' }, word),
      h('span', { class: 'test-id__field-value' }, ctx.editing && input ? h('lightning-input', null, input) : value),
    ),
  );
}

const out = (text) => h('lightning-formatted-text', { slot: 'outputField' }, text ?? '');

const lookup = (name, href = '#') =>
  h(
    'force-lookup',
    { slot: 'outputField' },
    h('records-hoverable-link', null, h('a', { href }, h('span', null, name))),
  );

export function details(ctx) {
  const { deal, fmt } = ctx;
  const word = wordsOf(fmt);
  const pair = (...items) => component(ctx, 'records-record-layout-row', { role: 'list' }, items);
  const field = (name) => ({ name });
  const section = (title, ...rows) =>
    h(
      'records-record-layout-section',
      null,
      h('h3', { class: 'test-id__section-header-title' }, title),
      div('layout-rows', rows),
    );
  const owner = h(
    'force-owner-lookup',
    { slot: 'outputField' },
    h('force-lookup', null, h('a', { href: '#' }, deal.owner)),
  );
  const stage = h('sfa-output-stage-name', { slot: 'outputField' }, h('span', null, deal.stageLabel));
  return h(
    'records-lwc-detail-panel',
    null,
    h(
      'records-base-record-form',
      null,
      h(
        'records-lwc-record-layout',
        null,
        section(
          'Opportunity Information',
          pair(
            item(ctx, word.owner, 'OwnerId', owner),
            item(
              ctx,
              word.amount,
              'Amount',
              out(money(ctx, deal)),
              ctx.input('amount', field('Amount'), (v) => (v === null ? '' : fmt.number(v))),
            ),
          ),
          pair(
            item(ctx, word.name, 'Name', out(deal.name), ctx.input('name', field('Name'))),
            item(
              ctx,
              word.closeDate,
              'CloseDate',
              out(fmt.numeric(deal.closeDate)),
              ctx.input('closeDate', field('CloseDate'), fmt.numeric),
            ),
          ),
          pair(
            item(ctx, word.account, 'AccountId', lookup(deal.account)),
            item(ctx, word.nextStep, 'NextStep', out(deal.nextStep), ctx.input('nextStep', field('NextStep'))),
          ),
          pair(
            item(ctx, word.stage, 'StageName', stage),
            item(
              ctx,
              word.nextStepDue,
              'Next_Step_Date__c',
              out(fmt.numeric(deal.nextStepDue)),
              ctx.input('nextStepDue', field('Next_Step_Date__c'), fmt.numeric),
            ),
          ),
          pair(
            item(ctx, word.forecast, 'ForecastCategoryName', out(deal.forecastCategory)),
            item(
              ctx,
              word.probability,
              'Probability',
              h('lightning-formatted-number', { slot: 'outputField' }, fmt.percent(deal.probability)),
              ctx.input('probability', field('Probability')),
            ),
          ),
        ),
        section(
          'System Information',
          pair(
            item(
              ctx,
              word.created,
              'CreatedById',
              h(
                'records-modstamp',
                { slot: 'outputField' },
                lookup(deal.owner),
                ', ',
                out(`${fmt.numeric(deal.createdOn)}, 9:12`),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}
