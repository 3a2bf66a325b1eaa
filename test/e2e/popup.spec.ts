import { openPopupFor } from '../browser/popup.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { expect, overlay, test } from './harness.ts';

test('on an open deal the popup says what the overlay says, and an action in one shows in the other', async ({
  extension,
  demo,
  withHistory,
}) => {
  await withHistory('salesforce');
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk));
  const { pill, card } = overlay(page);
  await pill.click();
  const fact = (await card.locator('h2').textContent()) ?? '';

  const popup = await openPopupFor(extension, page);
  await expect(popup.locator('main')).toHaveAttribute('data-kind', 'deal');
  await expect(popup.locator('section.card h2')).toHaveText(fact);
  await popup.getByRole('button', { name: 'Snooze' }).click();
  await expect(card).toContainText('Quiet until');
});

test('on another page the popup says whether we are behind, and which deals to touch today', async ({
  extension,
  withHistory,
}) => {
  await withHistory('salesforce');
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'list'));
  const popup = await openPopupFor(extension, page);
  await expect(popup.locator('main')).toHaveAttribute('data-kind', 'today');
  await expect(popup.locator('main')).toContainText(/\$[\d.,]+[KM]?.* closed, \$[\d.,]+[KM]?.* open and due by/);
  const touched = await popup.locator('[data-part="touch"] li').count();
  // Nothing is proposed on days without work, and this runs on any day.
  if ([0, 6].includes(new Date().getDay())) {
    await expect(popup.locator('[data-part="touch"]')).toContainText('No working day by your calendar');
    expect(touched).toBe(0);
  } else {
    expect(touched).toBeGreaterThanOrEqual(3);
    expect(touched).toBeLessThanOrEqual(5);
  }

  await popup.getByLabel(/^Goal/).fill('9,000,000');
  await popup.getByRole('button', { name: 'Set goal' }).click();
  await expect(popup.locator('main')).toContainText(/Goal \$9M: .* to go/);
});

test('a CRM whose access was not granted gets one button that asks for just that site', async ({ extension }) => {
  const page = await extension.context.newPage();
  await extension.context.route('https://other.pipedrive.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Deals</h1>' }),
  );
  await page.goto('https://other.pipedrive.com/deal/7');
  const popup = await openPopupFor(extension, page);
  await expect(popup.locator('main')).toHaveAttribute('data-kind', 'ask-access');
  await expect(popup.getByRole('button')).toHaveText(['Let Sideline read other.pipedrive.com']);

  // The browser's own prompt cannot be clicked here; what it is asked for can be seen.
  const asked = await popup.evaluate(async () => {
    const asked: unknown[] = [];
    chrome.permissions.request = (async (what: unknown) => {
      asked.push(what);
      return false;
    }) as typeof chrome.permissions.request;
    document.querySelector<HTMLButtonElement>('main button')?.click();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return asked;
  });
  expect(asked).toEqual([{ origins: ['https://other.pipedrive.com/*'] }]);
  await expect(popup.locator('main')).toContainText('told no');
});

test('nothing runs on a site that was not granted', async ({ extension, demo, stored }) => {
  const page = await extension.context.newPage();
  await extension.context.route('https://other.pipedrive.com/**', (route) => {
    const url = route.request().url().replace('other.', 'acme.');
    return route.fulfill(demo.handle({ url, method: route.request().method() }));
  });
  await page.goto(urlOf('pipedrive', 'record', demo.team.showcase.atRisk).replace('acme.', 'other.'));
  await page.locator('[data-testid="header-title"]').waitFor();
  await page.waitForTimeout(1_500);
  await expect(page.locator('sideline-overlay')).toHaveCount(0);
  expect((await stored()).deals).toEqual([]);
});

test('on a site that no reader knows the popup says so', async ({ extension }) => {
  const page = await extension.context.newPage();
  await page.goto(urlOf('unknown', 'list'));
  const popup = await openPopupFor(extension, page);
  await expect(popup.locator('main')).toHaveAttribute('data-kind', 'unknown-site');
  await expect(popup.locator('main')).toContainText('Sideline does not know crm.unknown.example');
});

test('a site that was switched off is not read, and the popup offers to switch it on again', async ({
  extension,
  demo,
  stored,
}) => {
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'record', demo.team.showcase.healthy));
  await expect(overlay(page).pill).toBeVisible();
  const popup = await openPopupFor(extension, page);
  await popup.getByRole('button', { name: 'Switch off here' }).click();
  await expect(popup.locator('main')).toHaveAttribute('data-kind', 'off');
  await expect(overlay(page).pill).toHaveCount(0);

  await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk));
  await page.locator('records-record-layout-item').first().waitFor();
  await page.waitForTimeout(1_500);
  await expect(overlay(page).pill).toHaveCount(0);
  expect((await stored()).deals).toHaveLength(1);

  await popup.getByRole('button', { name: 'Switch on again' }).click();
  await page.reload();
  await expect(overlay(page).pill).toBeVisible();
});

test('what was read on a page is shown field by field with its rule, and copied without a name or figure', async ({
  extension,
  demo,
}) => {
  const deal = demo.find(demo.team.showcase.atRisk.id);
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'record', deal));
  await expect(overlay(page).pill).toBeVisible();
  const popup = await openPopupFor(extension, page);
  await popup.getByRole('button', { name: 'What was read' }).click();
  await expect(popup.locator('main')).toHaveAttribute('data-kind', 'diagnosis');
  await expect(popup.locator('main')).toContainText('Read as salesforce, record');
  const name = popup.locator('[data-field="name"]');
  await expect(name).toContainText(deal.name);
  await name.locator('summary').click();
  await expect(name.locator('.rule').first()).toContainText('read by:');

  await popup.evaluate(() => {
    Object.assign(navigator.clipboard, {
      writeText: async (text: string) => {
        document.body.dataset.copied = text;
      },
    });
  });
  await popup.getByRole('button', { name: 'Copy for a bug report' }).click();
  const copied = (await popup.locator('body').getAttribute('data-copied')) ?? '';
  expect(copied).toContain('salesforce record');
  for (const word of [deal.name, deal.owner, deal.account, String(deal.amount)]) expect(copied).not.toContain(word);

  await popup.getByRole('button', { name: 'Back' }).click();
  await expect(popup.locator('main')).toHaveAttribute('data-kind', 'deal');

  await page.goto(urlOf('salesforce', 'list'));
  await expect(overlay(page).pill).toBeVisible();
  const again = await openPopupFor(extension, page);
  await again.getByRole('button', { name: 'What was read' }).click();
  await expect(again.locator('main')).toContainText(/\d+ rows read/);
});
