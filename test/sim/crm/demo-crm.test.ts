import { afterAll, describe, expect, it } from 'vitest';
import { simulateTeam } from '../team/team.ts';
import { recordIdOf, salesforceId, urlOf } from './addresses.ts';
import { createDemoCrm } from './demo-crm.ts';
import { DEMO_HOSTS, SIM_CRMS, stageIn } from './profiles.ts';
import { startDemoServer } from './serve.ts';

const team = simulateTeam({ seed: 1, endDay: '2026-11-23' });
const demo = createDemoCrm({ team });
const { atRisk } = team.showcase;

describe('addresses', () => {
  it.each(SIM_CRMS)('gives every deal a record id of its own in %s', (crm) => {
    const ids = team.deals.map((deal) => recordIdOf(crm, deal));
    expect(new Set(ids).size).toBe(150);
    for (const deal of team.deals) expect(urlOf(crm, 'record', deal)).toContain(recordIdOf(crm, deal));
  });

  it('writes Salesforce ids with their three letters of check', () => {
    expect(salesforceId(1)).toMatch(/^006[A-Za-z0-9]{12}[A-Z0-5]{3}$/);
  });

  it('keeps the switches of the demo apart from the CRM’s own parameters', () => {
    const url = new URL(urlOf('dynamics', 'record', atRisk, { late: 'off', lang: 'de-DE' }));
    expect(url.searchParams.get('etn')).toBe('opportunity');
    expect(url.searchParams.get('sim')).toBe('late=off');
    expect(url.searchParams.get('lang')).toBe('de-DE');
  });
});

describe('the demo CRM', () => {
  it('answers every page of its hosts with one document, and other hosts not at all', () => {
    for (const origin of Object.values(DEMO_HOSTS)) {
      expect(demo.handle({ url: `${origin}/any/page` })).toMatchObject({ status: 200 });
    }
    expect(demo.handle({ url: 'https://example.com/' }).status).toBe(404);
  });

  it('never puts what stands in the address into the document', () => {
    const { body } = demo.handle({ url: `${DEMO_HOSTS.hubspot}/?lang="><script>alert(1)</script>` });
    expect(body).not.toContain('alert');
  });

  it('serves its own scripts and nothing above them', () => {
    const get = (name: string) => demo.handle({ url: `${DEMO_HOSTS.odoo}/sim/client/${name}` }).status;
    expect([get('app.js'), get('odoo/style.css'), get('..%2fdemo-crm.ts'), get('none.js')]).toEqual([
      200, 200, 404, 404,
    ]);
  });

  it('stores what a page posts, in the words of that CRM', () => {
    const own = createDemoCrm({ team });
    const post = (body: string) =>
      own.handle({ url: `${DEMO_HOSTS.odoo}/sim/api/deal/${recordIdOf('odoo', atRisk)}`, method: 'POST', body }).status;
    expect(post('{"stageId":"4","amount":70000}')).toBe(200);
    expect(own.find(atRisk.id)).toMatchObject({ outcome: 'won', amount: 70_000, probability: 100 });
    expect(post('{"stageId":"2"}')).toBe(200);
    expect(own.find(atRisk.id)).toMatchObject({ outcome: 'open', stage: 1, stageSince: team.endDay });
    expect(post('not json')).toBe(400);
  });

  it('shows one change in all six CRMs', () => {
    const own = createDemoCrm({ team });
    own.edit(atRisk.id, { closeDate: '2027-01-29' });
    for (const crm of SIM_CRMS) {
      const url = `${DEMO_HOSTS[crm]}/sim/api/deal/${recordIdOf(crm, atRisk)}`;
      expect(JSON.parse(own.handle({ url }).body)).toMatchObject({ closeDate: '2027-01-29' });
    }
  });

  it('adds hostile deals once, on demand', () => {
    const own = createDemoCrm({ team });
    const hostile = own.addHostile();
    expect(own.addHostile()).toBe(hostile);
    expect(own.deals).toHaveLength(150 + hostile.length);
    expect(hostile.some(({ name }) => name.startsWith('<img'))).toBe(true);
    expect(hostile.some(({ nextStep }) => (nextStep?.length ?? 0) > 1_000_000)).toBe(true);
  });

  it('knows a stage for every state in every CRM', () => {
    for (const crm of SIM_CRMS) {
      for (let stage = 0; stage < 5; stage++) {
        for (const outcome of ['open', 'won', 'lost'] as const)
          expect(stageIn(crm, stage, outcome).label).not.toBe('?');
      }
    }
  });
});

describe('the demo server', () => {
  const started = startDemoServer(demo, 'hubspot');
  afterAll(async () => (await started).close());

  it('listens on this computer alone and serves the CRM it was given', async () => {
    const { origin } = await started;
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(`${origin}/contacts/1`)).text()).toContain('data-sim="hubspot"');
    expect(await (await fetch(`${origin}/sim/api/state`)).json()).toMatchObject({ crm: 'hubspot' });
  });
});
