import { putRows } from '../browser/seed.ts';
import { expect, overlay, test } from '../e2e/harness.ts';
import { urlOf } from '../sim/crm/addresses.ts';

const CALM = { late: 'off', torn: 'off' } as const;

test('a row, a checkpoint and a pack that the disk damaged take nothing with them, and the card says so', async ({
  extension,
  demo,
  withHistory,
  stored,
  complaints,
}) => {
  const { atRisk } = demo.team.showcase;
  await withHistory('salesforce', atRisk);
  const before = await stored();
  const change = before.changes?.find((row) => (row as { field: string }).field === 'closeDate') as object;
  const page = await extension.openPage('manifest.json');
  await putRows(page, {
    changes: [{ ...change, evidence: null, to: 7 }],
    states: [{ ...(before.states?.[0] as object), fields: null }],
    packs: [{ block: 1, rows: '[[[', evidence: '' }],
  });
  await page.goto(urlOf('salesforce', 'record', atRisk, CALM));
  const { pill, card } = overlay(page);
  await pill.click();
  await expect(card).toContainText('damaged on the disk and is left out. The rest stands.');
  const after = await stored();
  expect(after.changes?.length).toBeGreaterThanOrEqual(before.changes?.length ?? 0);
  expect(after.deals).toEqual(before.deals);
  const [state] = after.states as { fields: object }[];
  expect(state?.fields).toMatchObject({ name: { value: demo.find(atRisk.id).name } });
  expect(complaints).toEqual([]);
});
