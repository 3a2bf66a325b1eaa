import { addDays, type Day } from '../../lib/deal/day.ts';
import { courierLine } from '../../lib/process/courier-line.ts';
import { askAs } from '../browser/ask.ts';
import { letDaysGoBy } from '../browser/days-go-by.ts';
import { type Extension, startExtension } from '../browser/extension.ts';
import { routeDemo } from '../browser/route-demo.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import type { DemoCrm } from '../sim/crm/demo-crm.ts';
import { test as base, expect, overlay } from './harness.ts';

/** The rep's own browser: it shares nothing with the manager's but the CRM. */
const test = base.extend<{ rep: Extension }>({
  rep: async ({ demo }, use) => {
    const rep = await startExtension();
    await routeDemo(rep.context, demo);
    await use(rep);
    await rep.close();
  },
});

type Desk = { extension: Extension; look(): Promise<ReturnType<typeof overlay>['card']> };

/** Opens the deal's page anew each time, its worker stopped before. */
async function deskOf(extension: Extension, demo: DemoCrm): Promise<Desk> {
  const page = await extension.context.newPage();
  const { pill, card } = overlay(page);
  return {
    extension,
    look: async () => {
      await extension.stopWorker();
      await page.bringToFront();
      await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, { late: 'off', torn: 'off' }));
      await expect(pill).toBeVisible();
      if ((await pill.getAttribute('aria-expanded')) === 'false') await pill.click();
      await expect(card).toBeVisible();
      return card;
    },
  };
}

/** The risk, the question, the promise; then its line stands in the CRM. Gives the day and both desks. */
async function promised(extension: Extension, rep: Extension, demo: DemoCrm) {
  const owner = demo.find(demo.team.showcase.atRisk.id).owner;
  await askAs(rep, 'settings.change', { role: 'rep', me: owner });
  const [manager, seller] = [await deskOf(extension, demo), await deskOf(rep, demo)];
  const card = await manager.look();
  await expect(card.locator('details[data-part="why"] > summary')).toBeVisible();
  await extension.stopWorker();
  await card.getByRole('button', { name: 'Asked', exact: true }).click();
  await expect(card.locator('[aria-busy="true"]')).toHaveCount(0);
  await extension.stopWorker();
  const by = addDays(demo.team.endDay, 9);
  await card.getByRole('button', { name: 'Set next step' }).click();
  await card.getByLabel('What will happen').fill('names the day and who said so');
  await card.getByLabel('Who', { exact: true }).fill('Ana');
  await card.getByLabel('By', { exact: true }).fill(by);
  await card.getByLabel('Proof', { exact: true }).fill('new close date');
  await extension.stopWorker();
  await card.getByRole('button', { name: 'Save' }).click();
  const line = await card.locator('.promise .courier p').textContent();
  paste(demo, line ?? '');
  return { manager, seller, by };
}

const paste = (demo: DemoCrm, nextStep: string) => demo.edit(demo.team.showcase.atRisk.id, { nextStep });
const lineBy = (by: Day) =>
  courierLine({ who: 'Ana', side: 'theirs', what: 'names the day and who said so', by, proof: 'new close date' }, 'en');

/** On both sides the one promise, however it was come by. */
async function onBoth({ manager, seller }: { manager: Desk; seller: Desk }, state: string, text: string | RegExp) {
  for (const desk of [seller, manager]) {
    const promise = (await desk.look()).locator('.promise');
    await expect(promise).toHaveCount(1);
    await expect(promise).toContainText('names the day and who said so');
    await expect(promise).toContainText('Ana');
    await expect(promise).toContainText('proof: new close date');
    await expect(promise).toHaveAttribute('data-state', state);
    await expect(promise).toContainText(text);
  }
}

test('asked, promised, pasted into the CRM, read back by the rep, and kept by what the page shows, on both', async ({
  extension,
  rep,
  demo,
}) => {
  const desks = await promised(extension, rep, demo);
  await onBoth(desks, 'open', 'theirs');
  demo.edit(demo.team.showcase.atRisk.id, { closeDate: addDays(desks.by, 30) });
  await onBoth(desks, 'kept', /kept: close date: .*, seen/);
});

test('a day that moves in the CRM moves on both, and is counted', async ({ extension, rep, demo }) => {
  const desks = await promised(extension, rep, demo);
  await onBoth(desks, 'open', 'theirs');
  paste(demo, lineBy(addDays(desks.by, 7)));
  await onBoth(desks, 'open', 'moved once');
});

test('a day that went by is a question once the deal was looked at, and not seen by its day a week later, on both', async ({
  extension,
  rep,
  demo,
}) => {
  const desks = await promised(extension, rep, demo);
  await onBoth(desks, 'open', 'theirs');
  const pass = async (days: number, by: Day) => {
    for (const { extension } of [desks.manager, desks.seller]) {
      await extension.stopWorker();
      const page = await extension.openPage('manifest.json');
      await letDaysGoBy(page, days);
      await page.close();
    }
    // The CRM's own days with them, or its page would seem to show others.
    const { id, closeDate } = demo.find(demo.team.showcase.atRisk.id);
    demo.edit(id, { closeDate: closeDate && addDays(closeDate, -days) });
    paste(demo, lineBy(by));
  };
  await pass(10, addDays(desks.by, -10));
  await onBoth(desks, 'due', 'due, not seen yet');
  await pass(7, addDays(desks.by, -17));
  await onBoth(desks, 'missed', 'not seen by its day');
});
