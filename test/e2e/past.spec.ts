import type { PastLook, PastRow } from '../../lib/history/types.ts';
import { pathOf, recordIdOf, urlOf } from '../sim/crm/addresses.ts';
import { stageIn } from '../sim/crm/profiles.ts';
import { expect, overlay, test } from './harness.ts';

type Kept = { past: PastRow[]; pastLooks: PastLook[]; aliases: { recordId: string; deal: string }[] };

test('odoo: how long a deal stands in its stage and when something happened last are told from its own chatter', async ({
  extension,
  demo,
  stored,
}) => {
  const deal = demo.find(demo.team.showcase.atRisk.id);
  const page = await extension.context.newPage();
  await page.goto(urlOf('odoo', 'record', deal));
  const { pill, card } = overlay(page);
  await expect(pill).toBeVisible();

  // Never opened before: what is said of the past is the page's own.
  await expect(async () => {
    const { past } = (await stored()) as unknown as Kept;
    expect(past.filter(({ entry }) => entry.kind === 'event')).toHaveLength(deal.history.length);
    expect(past.filter(({ entry }) => entry.kind === 'stage')).toHaveLength(deal.moves.length);
    expect(past.filter(({ entry }) => entry.kind === 'planned')).toHaveLength(1);
  }).toPass();

  await pill.click();
  await expect(card.locator('[data-part="heard"]')).toContainText(deal.contact);
  const why = card.locator('[data-part="why"]');
  await why.locator('summary').first().click();
  const quiet = why.locator('details').filter({ hasText: 'Nothing on record' });
  await quiet.locator('summary').click();
  await expect(quiet.locator('.raw')).toContainText(`${deal.owner} wrote to ${deal.contact}`);
  const stalled = why
    .locator('details')
    .filter({ hasText: 'stage' })
    .filter({ hasText: /In .+ for/ });
  await stalled.locator('summary').click();
  await expect(stalled).not.toContainText('at least');
  await expect(stalled).toContainText('66 days');
  const [move] = deal.moves;
  const label = (stage: number) => stageIn('odoo', stage, 'open').label;
  await expect(stalled.locator('.raw').last()).toContainText(`${label(move?.from ?? 0)} → ${label(move?.to ?? 0)}`);
});

test('odoo: the chatter of the deal before, standing under the next address, is kept for neither', async ({
  extension,
  demo,
  stored,
}) => {
  const [first, second] = demo.deals.filter(({ outcome, history }) => outcome === 'open' && history.length > 2);
  if (!first || !second) throw new Error('Two deals with a history are needed.');
  const page = await extension.context.newPage();
  await page.goto(urlOf('odoo', 'record', first, { late: 2_500 }));
  await expect(overlay(page).pill).toBeVisible();
  const rowsOf = async (deal: { serial: number }) => {
    const { past, aliases } = (await stored()) as unknown as Kept;
    const id = aliases.find(({ recordId }) => recordId === recordIdOf('odoo', deal))?.deal;
    return past.filter((row) => row.deal === id).map(({ entry }) => entry);
  };
  await expect(async () => expect(await rowsOf(first)).not.toEqual([])).toPass({ timeout: 15_000 });
  // The next deal's record comes at once; the old chatter is put under it, and goes when its own has come.
  await page.evaluate(
    (href) => {
      const old = document.querySelector('.o-mail-Thread');
      const { __sim } = window as unknown as { __sim: { go(href: string): void; late: number } };
      __sim.late = 7_000;
      __sim.go(href);
      const put = () => {
        const waiting = document.querySelector('.o-mail-Chatter .skeleton');
        if (!waiting || !old) return setTimeout(put, 10);
        waiting.before(old);
        return setTimeout(() => old.remove(), 6_500);
      };
      put();
    },
    pathOf('odoo', 'record', second),
  );
  await expect(async () => {
    const events = (await rowsOf(second)).filter(({ kind }) => kind === 'event');
    expect(events).toHaveLength(second.history.length);
  }).toPass({ timeout: 25_000 });
  const [ofFirst, ofSecond] = [JSON.stringify(await rowsOf(first)), JSON.stringify(await rowsOf(second))];
  expect(ofSecond).not.toContain(first.contact);
  expect(ofFirst).not.toContain(second.contact);
});
