import { recordIdOf, urlOf } from '../sim/crm/addresses.ts';
import type { CrmDeal } from '../sim/crm/demo-crm.ts';
import { SIM_CRMS, type SimCrm, stageIn } from '../sim/crm/profiles.ts';
import { expect, fieldsOf, overlay, test } from './harness.ts';

/** What a reader of this CRM's record page must have stored of a deal. */
function figures(crm: SimCrm, deal: CrmDeal) {
  const stage = stageIn(crm, deal.stage, deal.outcome);
  return {
    name: deal.name,
    amount: expect.objectContaining({ minor: Math.round(deal.amount * 100), halfStep: 0 }),
    stage: expect.objectContaining({ label: stage.label }),
    closeDate: deal.closeDate,
    owner: deal.owner,
    account: deal.account,
    probability: deal.probability,
  };
}

for (const crm of SIM_CRMS) {
  test(`${crm}: an opened deal is stored with its right figures, and its prompt stands on the page`, async ({
    extension,
    demo,
    withHistory,
    stored,
    complaints,
  }) => {
    const deal = demo.find(demo.team.showcase.atRisk.id);
    await withHistory(crm, deal);
    const page = await extension.context.newPage();
    await page.goto(urlOf(crm, 'record', deal));

    const { pill, card } = overlay(page);
    await expect(pill).toBeVisible();
    await pill.click();
    await expect(card).toBeVisible();
    await expect(card.locator('.lead')).toContainText('?');
    await expect(card).not.toContainText('%');

    await expect(async () => {
      expect(fieldsOf(await stored(), recordIdOf(crm, deal))).toMatchObject(figures(crm, deal));
    }).toPass();
    expect(complaints).toEqual([]);
  });
}
