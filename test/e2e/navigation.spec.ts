import { pathOf, recordIdOf, urlOf } from '../sim/crm/addresses.ts';
import { SIM_CRMS } from '../sim/crm/profiles.ts';
import { expect, overlay, type StoredChange, test } from './harness.ts';

/** Switches of the demo CRM's pages: which comes first, and by how much. */
const TORN = [
  { torn: 'url-first', wait: 40 },
  { torn: 'mixed', wait: 250 },
  { torn: 'page-first', wait: 120 },
] as const;

for (const crm of SIM_CRMS) {
  test(`${crm}: going from deal to deal without a reload never mixes two of them`, async ({
    extension,
    demo,
    stored,
  }) => {
    const deals = demo.deals.filter(({ outcome }) => outcome === 'open').slice(0, 3);
    const page = await extension.context.newPage();
    await page.goto(urlOf(crm, 'record', deals[0], { late: 'on' }));
    await expect(overlay(page).pill).toBeVisible();

    for (const switches of TORN) {
      for (const deal of deals) {
        await page.evaluate(
          ([href, sim]) => {
            const control = (window as unknown as { __sim: { go(href: string): void } }).__sim;
            Object.assign(control, sim);
            control.go(href);
          },
          [pathOf(crm, 'record', deal), switches] as const,
        );
        // Long enough for some to settle and some to be left in the middle of it.
        await page.waitForTimeout(deal === deals[1] ? 90 : 1_700);
      }
    }
    // The one that was only passed by is looked at in the end.
    await page.evaluate(
      (href) => {
        (window as unknown as { __sim: { go(href: string): void } }).__sim.go(href);
      },
      pathOf(crm, 'record', deals[1]),
    );
    await page.waitForTimeout(2_500);

    const rows = await stored();
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
        told('amount').every(
          (amount) => (amount as { minor: number }).minor === Math.round((truth?.amount ?? 0) * 100),
        ),
      ).toBe(true);
    }
    expect(aliases.length).toBe(deals.length);
  });
}
