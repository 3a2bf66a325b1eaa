import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { simulateTeam } from '../team/team.ts';
import { urlOf } from './addresses.ts';
import { createDemoCrm, type DemoCrm } from './demo-crm.ts';
import { openPage } from './open-page.ts';
import { PROFILES, SIM_CRMS, type SimCrm } from './profiles.ts';

const team = simulateTeam({ seed: 1, endDay: '2026-11-23' });
const { atRisk, healthy } = team.showcase;
const STILL = { late: 'off', torn: 'off' };
let demo: DemoCrm;

beforeEach(() => {
  demo = createDemoCrm({ team });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const SF = '.lafPageHost.active [data-target-selection-name="sfdc:RecordField.Opportunity.';
const PANE = '.tab-pane.active ';

/** Per CRM: where a reader finds the amount and the close date, and how the page writes them in English and German. */
const SHOWN: Record<SimCrm, { amount: string; date: string; en: [string, string]; de: [string, string] }> = {
  salesforce: {
    amount: `${SF}Amount"] [slot="outputField"]`,
    date: `${SF}CloseDate"] [slot="outputField"]`,
    en: ['$84,000.00', '12/7/2026'],
    de: ['84.000,00 $', '7.12.2026'],
  },
  hubspot: {
    amount: '[data-card-type="PROPERTIES_V3"] [data-selenium-test="property-input-amount"]',
    date: '[data-selenium-test="property-input-closedate"]',
    en: ['$84,000.00', '12/07/2026'],
    de: ['84.000,00 $', '07.12.2026'],
  },
  pipedrive: {
    amount: '.field:nth-of-type(2) > :last-child',
    date: '.field:nth-of-type(4) > :last-child',
    en: ['$84,000', 'December 7, 2026'],
    de: ['84.000 $', '7. Dezember 2026'],
  },
  dynamics: {
    amount: 'input[data-id*="estimatedvalue.fieldControl"]',
    date: '[data-id="estimatedclosedate.fieldControl-date-time-input"]',
    en: ['$84,000.00', '12/7/2026'],
    de: ['84.000,00 $', '7.12.2026'],
  },
  odoo: {
    amount: '.o_field_widget[name="expected_revenue"] input',
    date: 'input[data-field="date_deadline"]',
    en: ['84,000.00', '12/07/2026'],
    de: ['84.000,00', '07.12.2026'],
  },
  tryton: {
    amount: `${PANE}input[name="amount"]:not([type="number"])`,
    date: `${PANE}input[name="end_date"]`,
    en: ['84,000.00', '12/07/2026'],
    de: ['84.000,00', '07.12.2026'],
  },
};

const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ').trim();

describe.each(SIM_CRMS)('%s', (crm) => {
  const { amount, date, en, de } = SHOWN[crm];
  const read = (page: Awaited<ReturnType<typeof openPage>>, selector: string) =>
    plain(
      selector.includes('input[') ||
        selector.includes(' input') ||
        (selector.includes('-input"]') && crm === 'dynamics')
        ? page.value(selector)
        : page.text(selector),
    );

  it('writes amount and date in the language of the address', async () => {
    const english = await openPage(demo, urlOf(crm, 'record', atRisk, STILL));
    expect([read(english, amount), read(english, date)]).toEqual(en);
    const german = await openPage(demo, urlOf(crm, 'record', atRisk, { ...STILL, lang: 'de-DE' }));
    expect([read(german, amount), read(german, date)]).toEqual(de);
  });

  it('lists every open deal on its list or board, and opens one without a reload', async () => {
    const page = await openPage(demo, urlOf(crm, PROFILES[crm].home, undefined, STILL));
    expect(page.document.body.textContent).toContain(atRisk.name);
    const before = page.location.href;
    await page.sim.go(new URL(urlOf(crm, 'record', healthy)).href.replace(page.location.origin, ''));
    expect(page.location.href).not.toBe(before);
    expect(read(page, amount)).toContain('41,500');
  });

  it('brings late parts later', async () => {
    const page = await openPage(demo, urlOf(crm, 'record', atRisk, { late: 60, torn: 'off' }));
    const late = crm === 'odoo' ? date : amount;
    expect(() => read(page, late)).toThrow();
    await page.wait(90);
    expect(read(page, late)).toBe(crm === 'odoo' ? en[1] : en[0]);
  });

  it('shows another address than page for a moment, as told', async () => {
    const page = await openPage(demo, urlOf(crm, 'record', atRisk, { late: 'off', torn: 'url-first', wait: 60 }));
    const target = new URL(urlOf(crm, 'record', healthy));
    const gone = page.sim.go(target.pathname + target.search + target.hash);
    await page.wait(20);
    expect(
      page.location.href.endsWith(crm === 'tryton' ? target.hash : target.pathname + target.search + target.hash),
    ).toBe(true);
    expect(read(page, amount)).toBe(en[0]);
    await gone;
    expect(read(page, amount)).toContain('41,500');
  });

  it('holds a draft that is not the deal until it is saved', async () => {
    const page = await openPage(demo, urlOf(crm, 'record', atRisk, STILL));
    page.sim.edit();
    const input = [...page.document.querySelectorAll<HTMLInputElement>('input[type="text"]')].find(
      (one) => one.value.includes('84,000') && !one.closest('[aria-hidden="true"], .tab-pane:not(.active)'),
    );
    input?.setAttribute('data-found', '');
    page.type('[data-found]', '61,250.50');
    expect(demo.find(atRisk.id).amount).toBe(84_000);
    await page.sim.save();
    expect(demo.find(atRisk.id).amount).toBe(61_250.5);
    expect(read(page, amount)).toContain('61,250.50');
  });

  it('shows what someone else changed once it is asked again', async () => {
    const page = await openPage(demo, urlOf(crm, 'record', atRisk, STILL));
    demo.edit(atRisk.id, { amount: 12_345 });
    await page.sim.refresh();
    expect(read(page, amount)).toContain('12,345');
  });

  it('shows hostile names as text', async () => {
    const [hostile] = demo.addHostile();
    for (const kind of ['record', PROFILES[crm].home] as const) {
      const page = await openPage(demo, urlOf(crm, kind, hostile, STILL));
      expect(page.document.querySelector('img, body script')).toBeNull();
    }
  });

  it('stands in a closed shadow root, twice, or without an id when told to', async () => {
    const closed = await openPage(demo, urlOf(crm, 'record', atRisk, { ...STILL, closed: 'on' }));
    expect(closed.document.body.textContent).not.toContain('Saltmarsh');
    const twice = await openPage(demo, urlOf(crm, 'record', atRisk, { ...STILL, forms: 2 }));
    expect(twice.document.querySelector('.quick-view')?.querySelectorAll('*').length).toBeGreaterThan(20);
    const nameless = await openPage(demo, urlOf(crm, 'record', undefined, STILL));
    expect(read(nameless, amount)).toBe(en[0]);
  });
});

it('keeps earlier Salesforce pages in the document, hidden and first', async () => {
  const page = await openPage(demo, urlOf('salesforce', 'record', atRisk, STILL));
  await page.sim.go(new URL(urlOf('salesforce', 'record', healthy)).pathname);
  const hosts = [...page.document.querySelectorAll('.lafPageHost')];
  expect(hosts.map((host) => host.getAttribute('aria-hidden'))).toEqual(['true', null]);
  expect(hosts[0]?.textContent).toContain('Saltmarsh');
});

it('draws Salesforce behind open shadow roots when told to, 50 rows at first', async () => {
  const flat = await openPage(demo, urlOf('salesforce', 'list', undefined, STILL));
  expect(flat.document.querySelectorAll('tr[data-row-key-value^="006"]')).toHaveLength(50);
  const deep = await openPage(demo, urlOf('salesforce', 'list', undefined, { ...STILL, shadow: 'on' }));
  expect(deep.document.querySelector('lst-object-home')?.shadowRoot).not.toBeNull();
  expect(deep.document.querySelector('tr')).toBeNull();
});

it('keeps the forms of other Tryton tabs in the document, hidden', async () => {
  const page = await openPage(demo, urlOf('tryton', 'record', atRisk, STILL));
  await page.sim.go('/#acme/model/sale.opportunity/13;name=%22Opportunities%22');
  expect(page.document.querySelectorAll('input[name="description"]')).toHaveLength(2);
  expect(page.document.querySelectorAll('.tab-pane.active input[name="amount"]')).toHaveLength(2);
});

it('writes Odoo stages last first, with the current one marked', async () => {
  const page = await openPage(demo, urlOf('odoo', 'record', atRisk, STILL));
  const stages = [...page.document.querySelectorAll('.o_arrow_button')];
  expect(stages.map((stage) => stage.textContent)).toEqual([
    'Won',
    'Negotiation',
    'Proposition',
    'Needs agreed',
    'Qualified',
    'New',
  ]);
  expect(page.text('.o_arrow_button[aria-checked="true"]')).toBe('Proposition');
});

it('moves a deal to the stage that was clicked', async () => {
  const page = await openPage(demo, urlOf('dynamics', 'record', atRisk, STILL));
  page.document.querySelectorAll<HTMLElement>('#bpfContainer li')[2]?.click();
  await page.wait(20);
  expect(demo.find(atRisk.id).stage).toBe(1);
});

it('changes as often as it is told to, and weighs as many nodes', async () => {
  const page = await openPage(demo, urlOf('hubspot', 'record', atRisk, { ...STILL, nodes: 3000, churn: 500 }));
  expect(page.document.querySelectorAll('*').length).toBeGreaterThan(2900);
  let changes = 0;
  const { MutationObserver } = page.document.defaultView as unknown as typeof globalThis;
  const observer = new MutationObserver((records) => {
    changes += records.length;
  });
  observer.observe(page.document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  await page.wait(300);
  observer.disconnect();
  expect(changes).toBeGreaterThan(100);
  page.document.querySelector('.ticker')?.remove();
});
