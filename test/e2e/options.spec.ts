import type { Page } from '@playwright/test';
import { cleanInBothSchemes, fitsNarrow } from '../browser/axe.ts';
import type { Extension } from '../browser/extension.ts';
import { expect, test } from './harness.ts';

test.setTimeout(180_000);

type Kept = { me?: string; people?: { name: string; aliases: string[]; mine: boolean | null; left?: true }[] } & Record<
  string,
  unknown
>;

/** What is stored of the settings alone: half a year of history takes long to read. */
function keptBy(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await asked(indexedDB.open('sideline'));
    const row = await asked(database.transaction('settings').objectStore('settings').get('settings'));
    database.close();
    return row?.value ?? {};
  });
}

async function openOptions(extension: Extension): Promise<Page> {
  const page = await extension.openPage('options.html');
  await expect(page.getByRole('heading', { name: 'Options' })).toBeVisible();
  return page;
}

const setting = (page: Page, id: string) => page.locator(`[data-setting="${id}"]`);
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();

test('owner names on pages become people: mine, not mine, left, me, one of two names, two of one; two pages open', async ({
  extension,
  withHistory,
  complaints,
}) => {
  await withHistory('salesforce');
  const page = await openOptions(extension);
  const offered = setting(page, 'offered').getByRole('listitem');
  const people = page.locator('[data-setting="people"] .entry');
  const entry = (name: string) => setting(page, 'people').getByRole('listitem', { name, exact: true });
  await expect(offered.first()).toContainText(/on \d+ deals?, last \w+/);
  const names = (await offered.locator('b').allTextContents()).slice(0, 4);
  const [first = '', second = '', third = '', fourth = ''] = names;
  await press(page, `This is me: ${first}`);
  await press(page, `Mine: ${first}`);
  await press(page, `Not mine: ${second}`);
  await expect(people).toHaveCount(2);

  // The other page hears of it, and a change there undoes nothing here.
  const other = await openOptions(extension);
  await expect(setting(other, 'people')).toContainText(second);
  await press(other, `Mine: ${third}`);
  await expect(people).toHaveCount(3);
  await page.getByLabel(`${fourth} is another name of`).selectOption(first);
  await expect(setting(other, 'offered')).not.toContainText(fourth);

  await entry(third).locator('summary').click();
  await page.getByLabel(`Left: ${third}`).check();
  await page.getByLabel(`Team: ${third}`).fill('North');
  await page.getByLabel(`Team: ${third}`).press('Tab');
  await expect(entry(third).locator('summary')).toContainText('mine, left, team North');
  await page.getByLabel(`Another name or login of ${third}`).fill(second.toUpperCase());
  await page.getByLabel(`Another name or login of ${third}`).press('Enter');
  await expect(page.getByText('This name already leads to somebody on the roster.')).toBeVisible();
  await page.getByLabel(`Another name or login of ${third}`).fill('t.login');
  await page.getByLabel(`Another name or login of ${third}`).press('Enter');
  await press(page, `t.login is somebody else than ${third}`);
  await expect(people).toHaveCount(4);
  await entry(second).locator('summary').click();
  await page.getByLabel(`${second} is the same person as`).selectOption('t.login');
  await expect(people).toHaveCount(3);

  await expect
    .poll(async () => (await keptBy(page)).people)
    .toEqual([
      { name: first, aliases: [fourth], team: null, mine: true },
      { name: second, aliases: ['t.login'], team: 'North', mine: false },
      { name: third, aliases: [], team: 'North', mine: true, left: true },
    ]);
  expect((await keptBy(page)).me).toBe(first);
  await press(page, 'All of these are mine');
  await expect(setting(page, 'offered')).toContainText('All of them are on the roster.');
  await cleanInBothSchemes(page, 'options with a roster');
  await fitsNarrow(page);
  expect(complaints).toEqual([]);
});

test('goals, holidays and rates: typed, pasted, from a calendar file, corrected; what is refused comes back with its reason', async ({
  extension,
  complaints,
}) => {
  const page = await openOptions(extension);
  const goals = setting(page, 'goals');
  await setting(page, 'goal').getByLabel(/^Goal/).fill('600k');
  await press(page, 'Set goal');
  await expect(setting(page, 'goal')).toContainText('This quarter: $600,000');
  await page.getByLabel('Home currency').selectOption('EUR');
  await goals.getByText('Paste from a spreadsheet').click();
  const field = goals.getByRole('textbox', { name: /^Name, figure and period/ });
  await field.fill('Ida Norrgard\t150,000\tQ4 2026\nTomas Veld\t\tQ4 2026\nEverybody\t1,000,000\t2026');
  await goals.getByRole('button', { name: 'Look at it' }).click();
  await expect(goals).toContainText('It has no figure.');
  expect((await keptBy(page)).goals).toBeUndefined();
  await goals.getByRole('button', { name: 'Keep 2 goals' }).click();
  await expect(goals.getByRole('row', { name: /Everybody.*€1,000,000/ })).toBeVisible();
  await expect(field).toHaveValue('Tomas Veld\t\tQ4 2026');
  await goals.getByRole('button', { name: /^Remove: Everybody/ }).click();
  await goals.getByRole('combobox', { name: 'Period' }).selectOption('Two dates');
  await goals.getByLabel('First day').fill('2026-12-01');
  await goals.getByLabel('Last day').fill('2026-12-15');
  await goals.getByLabel('Goal', { exact: true }).fill('5,000');
  await press(page, 'Add goal');
  await expect
    .poll(async () => (await keptBy(page)).goals)
    .toEqual([
      {
        ...{ person: 'Ida Norrgard', team: null, period: { from: '2026-10-01', to: '2026-12-31' } },
        amount: { minor: 15_000_000, currency: 'EUR', halfStep: 0 },
      },
      {
        ...{ person: null, team: null, period: { from: '2026-12-01', to: '2026-12-15' } },
        amount: { minor: 500_000, currency: 'EUR', halfStep: 0 },
      },
    ]);

  const holidays = setting(page, 'holidays');
  await holidays.getByLabel('Day', { exact: true }).fill('2199-12-24');
  await holidays.getByLabel('Up to (optional)').fill('2199-12-26');
  await press(page, 'Add holiday');
  await expect(holidays.getByRole('listitem')).toHaveCount(3);
  const text = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20200101\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
  const file = (name: string, content: string) => ({ name, mimeType: 'text/calendar', buffer: Buffer.from(content) });
  await holidays.getByLabel(/calendar file/).setInputFiles(file('notes.ics', 'Dear all,'));
  await expect(page.getByText('This is no calendar file (.ics). Nothing was changed.')).toBeVisible();
  await holidays.getByLabel(/calendar file/).setInputFiles(file('holidays.ics', text));
  await expect(holidays).toContainText('Kept: 1 day.');
  await expect(holidays).toContainText('1 day that is over');
  await holidays.getByText('Paste a list').click();
  await holidays.getByLabel('A day or a range a line').fill('12/31/2199 New Year’s Eve\nsoon');
  await holidays.getByRole('button', { name: 'Look at it' }).click();
  await holidays.getByRole('button', { name: 'Keep 1 day' }).click();
  await press(page, 'Remove Dec 25, 2199');
  await page.getByLabel('Saturday is worked').check();
  await expect
    .poll(async () => (await keptBy(page)).calendar)
    .toEqual({
      workdays: [1, 2, 3, 4, 5, 6],
      holidays: ['2020-01-01', '2199-12-24', '2199-12-26', '2199-12-31'],
    });

  const rates = setting(page, 'rates');
  await rates.getByLabel('Rate', { exact: true }).fill('0.92');
  await rates.getByLabel('From which day').fill('2026-10-01');
  await press(page, 'Add rate');
  await expect(rates.getByRole('listitem')).toContainText('1 USD = 0.92 EUR, from Oct 1, 2026');
  await page.getByLabel('Its first month').selectOption('April');
  await expect
    .poll(async () => await keptBy(page))
    .toMatchObject({
      fiscalYearStart: 4,
      rates: [{ from: 'USD', to: 'EUR', rate: 0.92, on: '2026-10-01' }],
    });
  await cleanInBothSchemes(page, 'options with goals and rates');
  await fitsNarrow(page);
  expect(complaints).toEqual([]);
});

test('the search finds a setting by other words, the keyboard reaches it, and an empty page asks for nothing', async ({
  extension,
  complaints,
}) => {
  const page = await openOptions(extension);
  await expect(page.getByRole('navigation').getByRole('link')).toHaveText([
    ...['Sites', 'Reading', 'Roster and goals', 'Calendar and currencies', 'Limits', 'Prompts'],
    ...['Reminders and the icon', 'Data', 'Privacy', 'About'],
  ]);
  await cleanInBothSchemes(page, 'options with nothing set');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('quota paste');
  await expect(page.locator('.setting').filter({ visible: true })).toHaveCount(1);
  await expect(setting(page, 'goals')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('zzz');
  await expect(page.getByRole('status').first()).toHaveText('Nothing is called so.');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('badge');
  await expect(page.getByRole('navigation').getByRole('link')).toHaveText(['Reminders and the icon']);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('It counts')).toBeFocused();
  await page.keyboard.type('Nothing');
  await expect.poll(async () => (await keptBy(page)).badge).toBe('none');
  await page.getByRole('searchbox').fill('');

  const site = 'https://acme.pipedrive.com';
  await page.getByLabel(`Read here: ${site}`).uncheck();
  await page.getByLabel(`Dates such as 03/09/2026: ${site}`).selectOption('dmy');
  await page.getByLabel(`A bare “$” or “kr” means: ${site}`).selectOption('AUD');
  await expect
    .poll(async () => (await keptBy(page)).sites)
    .toMatchObject({
      [site]: { state: 'off', dateOrder: 'dmy', currency: 'AUD' },
    });
  // The tests' own build holds its sites for good.
  await press(page, `Take access back: ${site}`);
  await expect(page.getByText('The browser does not let this be taken back here.')).toBeVisible();
  await fitsNarrow(page);
  expect(complaints).toEqual([]);
});
