import type { Page } from '@playwright/test';
import type { Extension } from '../browser/extension.ts';
import type { Rows } from '../browser/seed.ts';
import { pathOf, recordIdOf, urlOf } from '../sim/crm/addresses.ts';
import type { CrmDeal } from '../sim/crm/demo-crm.ts';
import { SIM_CRMS, type SimCrm } from '../sim/crm/profiles.ts';
import { expect, overlay, type StoredChange, test } from './harness.ts';

// A deal after one that was passed by is waited for, for ten seconds of turns that its page had.
test.setTimeout(180_000);

/** Switches of the demo CRM's pages: which comes first, and by how much. */
const TORN = [
  { torn: 'url-first', wait: 40 },
  { torn: 'mixed', wait: 250 },
  { torn: 'page-first', wait: 120 },
] as const;

/** What a machine under load does to a page: its answers come late, it is blocked again and again, it is slow in all. */
const STRAINS = {
  'late answers': (page: Page) =>
    page.evaluate(() => {
      const ask = window.fetch.bind(window);
      window.fetch = async (...what) => {
        await new Promise((done) => setTimeout(done, 1_500));
        return ask(...what);
      };
    }),
  'a blocked page': (page: Page) =>
    page.evaluate(() => {
      setInterval(() => {
        for (const end = performance.now() + 400; performance.now() < end; );
      }, 450);
    }),
  'a slow processor': async (page: Page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 20 });
  },
} as const;

function go(page: Page, path: string, switches: (typeof TORN)[number]): Promise<void> {
  return page.evaluate(
    ([href, sim]) => {
      const control = (window as unknown as { __sim: { go(href: string): void } }).__sim;
      Object.assign(control, sim);
      control.go(href);
    },
    [path, switches] as const,
  );
}

/** From deal to deal: some stay long enough to settle, and one is left in the middle of it. */
async function walk(
  { context }: Extension,
  crm: SimCrm,
  [first, second, third]: readonly CrmDeal[],
  switches: (typeof TORN)[number],
  strain?: (page: Page) => Promise<void>,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(urlOf(crm, 'record', first, { late: 'on' }));
  await expect(overlay(page).pill).toBeVisible();
  await strain?.(page);
  const steps = [
    [first, 1_700],
    [second, 90],
    [third, 1_700],
    // The one that was only passed by is looked at in the end.
    [second, 2_500],
  ] as const;
  for (const [deal, dwell] of steps) {
    await go(page, pathOf(crm, 'record', deal), switches);
    await page.waitForTimeout(dwell);
  }
  return page;
}

/** Whatever was stored of a deal is its own. */
function expectUnmixed(crm: SimCrm, deals: readonly CrmDeal[], rows: Rows): void {
  const names = new Map(deals.map((deal) => [recordIdOf(crm, deal), deal]));
  const aliases = rows.aliases as { recordId: string; deal: string }[];
  for (const { recordId, deal: id } of aliases) {
    const truth = names.get(recordId);
    const changes = (rows.changes as StoredChange[]).filter(({ deal }) => deal === id);
    expect(truth, `a deal that was never opened: ${recordId}`).toBeDefined();
    const told = (field: string) => changes.filter((change) => change.field === field).map(({ to }) => to);
    expect(new Set(told('name'))).toEqual(new Set([truth?.name]));
    expect(told('closeDate').every((day) => day === truth?.closeDate)).toBe(true);
    expect(told('owner').every((owner) => owner === truth?.owner)).toBe(true);
    expect(told('account').every((account) => account === truth?.account)).toBe(true);
    expect(
      told('amount').every((amount) => (amount as { minor: number }).minor === Math.round((truth?.amount ?? 0) * 100)),
    ).toBe(true);
  }
}

for (const crm of SIM_CRMS) {
  test(`${crm}: going from deal to deal without a reload never mixes two of them`, async ({
    extension,
    demo,
    stored,
  }) => {
    const deals = demo.deals.filter(({ outcome }) => outcome === 'open').slice(0, 3);
    // Each in a tab of its own: no CRM changes its habit within one page.
    const [page] = await Promise.all(TORN.map((switches) => walk(extension, crm, deals, switches)));
    const isRecorded = async (deal: CrmDeal) =>
      ((await stored()).aliases as { recordId: string }[]).some(({ recordId }) => recordId === recordIdOf(crm, deal));
    // One that was passed by too fast to be seen is waited for as over a slow line, and so is the one after it.
    for (const deal of deals.slice(1)) {
      if (page) await go(page, pathOf(crm, 'record', deal), TORN[0]);
      await expect.poll(() => isRecorded(deal), { timeout: 40_000 }).toBe(true);
    }
    const rows = await stored();
    expectUnmixed(crm, deals, rows);
    expect(rows.aliases?.length).toBe(deals.length);
  });
}

for (const crm of ['odoo', 'tryton'] as const) {
  for (const [name, strain] of Object.entries(STRAINS)) {
    test(`${crm}: ${name} makes no deal look like another`, async ({ extension, demo, stored }) => {
      const deals = demo.deals.filter(({ outcome }) => outcome === 'open').slice(0, 3);
      await Promise.all(TORN.map((switches) => walk(extension, crm, deals, switches, strain)));
      expectUnmixed(crm, deals, await stored());
    });
  }
}
