import { recordIdOf, urlOf } from '../sim/crm/addresses.ts';
import { expect, fieldsOf, overlay, test } from './harness.ts';

test('a date that can be read two ways is left out until the user says which, and then for the whole site', async ({
  extension,
  demo,
  stored,
}) => {
  const [deal, other] = demo.deals.filter(({ outcome }) => outcome === 'open');
  if (!deal || !other) throw new Error('The demo team has no open deals.');
  // No other date on the page may give the order away.
  demo.edit(deal.id, { closeDate: '2027-03-09', createdOn: '2026-02-03', nextStepDue: null, lastActivity: null });
  deal.history.length = 0;
  demo.edit(other.id, { closeDate: '2027-04-05' });
  const page = await extension.context.newPage();
  // Dynamics prints dates by the user's own options, which its pages do not tell.
  await page.goto(urlOf('dynamics', 'record', deal, { late: 'off', torn: 'off' }));
  const { pill, card } = overlay(page);
  await pill.click();
  await card.getByText('What I could not read').click();
  expect(fieldsOf(await stored(), recordIdOf('dynamics', deal)).closeDate).toBeUndefined();

  await card.getByRole('button', { name: /It is .*(March 9|9 March).* 2027/ }).click();
  await expect.poll(async () => fieldsOf(await stored(), recordIdOf('dynamics', deal)).closeDate).toBe('2027-03-09');

  await page.goto(urlOf('dynamics', 'record', other, { late: 'off', torn: 'off' }));
  await expect.poll(async () => fieldsOf(await stored(), recordIdOf('dynamics', other)).closeDate).toBe('2027-04-05');
});

test('a date that can be read two ways follows a plain one that another page of the same CRM showed', async ({
  extension,
  demo,
  stored,
}) => {
  const [deal, other] = demo.deals.filter(({ outcome }) => outcome === 'open');
  if (!deal || !other) throw new Error('The demo team has no open deals.');
  const nothingElse = { createdOn: '2026-02-03', nextStepDue: null, lastActivity: null };
  demo.edit(deal.id, { ...nothingElse, closeDate: '2027-03-09' });
  demo.edit(other.id, { ...nothingElse, closeDate: '2027-04-25' });
  deal.history.length = 0;
  other.history.length = 0;
  const page = await extension.context.newPage();
  const open = async (which: typeof deal, shown: string | undefined) => {
    await page.goto(urlOf('dynamics', 'record', which, { late: 'off', torn: 'off' }));
    await overlay(page).pill.waitFor();
    await expect.poll(async () => fieldsOf(await stored(), recordIdOf('dynamics', which)).closeDate).toBe(shown);
  };
  await open(deal, undefined);
  await open(other, '2027-04-25');
  await open(deal, '2027-03-09');
});
