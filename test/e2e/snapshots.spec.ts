import { cleanInBothSchemes, fitsNarrow } from '../browser/axe.ts';
import { expect, test } from './harness.ts';

test('a week is drafted, typed for, frozen, verified, handed on and corrected', async ({
  extension,
  withHistory,
  complaints,
}) => {
  test.setTimeout(300_000);
  await withHistory('salesforce');
  const desk = await extension.openPage('dashboard.html#snapshots');
  await desk.waitForTimeout(20_000);
  await desk.screenshot({ path: '/tmp/shot-home.png', fullPage: true });
  await desk.getByRole('link', { name: /^Draft/ }).click();
  await desk.waitForTimeout(20_000);
  await desk.screenshot({ path: '/tmp/shot-draft.png', fullPage: true });
  console.log(complaints);
});
