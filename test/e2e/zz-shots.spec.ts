import { expect, test } from './harness.ts';
test.setTimeout(240_000);
test('shots', async ({ extension, withHistory, complaints }) => {
  await withHistory('salesforce');
  const page = await extension.openPage('agenda.html');
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect(page.locator('.person').first()).toBeVisible({ timeout: 60_000 });
  console.log(await page.locator('.people').innerText());
  await page.screenshot({ path: '/tmp/wt-agenda-shots/0.png' });
  const names = await page.locator('.person b').allInnerTexts();
  for (const [at, name] of names.slice(0, 4).entries()) {
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await expect(page.locator('.sheet-page h2')).toContainText(name);
    await page.screenshot({ path: `/tmp/wt-agenda-shots/p${at}.png`, fullPage: true });
  }
  await page.getByLabel('Notes: Your topic first').fill('The terms at Saltmarsh: what can we give, and what for?');
  const tries = page.getByRole('button', { name: /^Try this/ });
  if (await tries.count()) await tries.first().click();
  await page.getByRole('button', { name: 'Add a promise' }).click();
  await page.getByLabel('What', { exact: true }).fill('Sends the terms to their lawyer');
  await page.getByLabel('Proof').fill('their mail');
  await page.screenshot({ path: `/tmp/wt-agenda-shots/form.png`, fullPage: true });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('#part-next .promises li')).toHaveCount(1);
  await page.getByLabel('We talk again on').fill('2026-12-14');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: `/tmp/wt-agenda-shots/dark.png`, fullPage: true });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.pdf({ path: '/tmp/wt-agenda-shots/a4.pdf', format: 'A4' });
  await page.pdf({ path: '/tmp/wt-agenda-shots/letter.pdf', format: 'Letter' });
  await page.setViewportSize({ width: 640, height: 400 });
  await page.screenshot({ path: `/tmp/wt-agenda-shots/narrow.png`, fullPage: true });
  const purpose = await extension.openPage('purpose.html');
  await purpose.screenshot({ path: `/tmp/wt-agenda-shots/purpose.png`, fullPage: true });
  console.log(complaints);
});
