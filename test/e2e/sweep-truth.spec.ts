/** Sweeps whose count, queue and totals are held against what the demo CRM itself knows. */
import type { Locator, Page } from '@playwright/test';
import { askAs } from '../browser/ask.ts';
import { cleanInBothSchemes, fitsNarrow } from '../browser/axe.ts';
import { letDaysGoBy } from '../browser/days-go-by.ts';
import type { Extension } from '../browser/extension.ts';
import { getRows, putRows } from '../browser/seed.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import type { CrmDeal, DemoCrm } from '../sim/crm/demo-crm.ts';
import { DEMO_HOSTS } from '../sim/crm/profiles.ts';
import { expect, test } from './harness.ts';

// Each opens a list several times, and waits until it was read.
test.describe.configure({ timeout: 240_000 });

type View = 'AllOpen' | 'WonThisQuarter';

async function openView(extension: Extension, view: View, rows?: number): Promise<Page> {
  const page = await extension.context.newPage();
  const url = urlOf('salesforce', 'list', undefined, { late: 'off', torn: 'off', ...(rows ? { rows } : {}) });
  await page.goto(url.replace('AllOpen', view));
  if (!rows) await scrollToEnd(page);
  await untilRead(extension, page);
  return page;
}

const rowsIn = (page: Page) => page.locator('.lafPageHost.active tr[data-row-key-value^="006"]');

/** Until the rows that stand in the page were read, with those that were scrolled past. */
async function untilRead(extension: Extension, page: Page): Promise<void> {
  const last = await rowsIn(page).last().getAttribute('data-row-number');
  const title = await page.locator('.lafPageHost.active .countSortedByFilteredBy').textContent();
  const total = Number(/^\d+/.exec(title ?? '')?.[0]);
  const view = new URL(page.url()).searchParams.get('filterName') ?? '';
  const read = async () => {
    const worker = await extension.worker();
    const tabs = await worker.evaluate(() => chrome.storage.session.get(null));
    const lists = Object.values(tabs as Record<string, { list?: TabList | null }>).flatMap(({ list }) => list ?? []);
    return lists.flatMap(({ url, loaded, total }) => (url.endsWith(view) ? [`${loaded} of ${total}`] : []));
  };
  // On a busy machine a reading takes long, and the next one waits the longer for it.
  await expect.poll(read, { timeout: 45_000 }).toContain(`${last} of ${total}`);
}

type TabList = { url: string; loaded: number; total: number | null };

/** The page loads the rest of its rows as it is scrolled, and counts them once all stand there. */
async function scrollToEnd(page: Page): Promise<void> {
  await expect(async () => {
    await page.locator('.lafPageHost.active .scroller').evaluate((list) => {
      list.scrollTop = list.scrollHeight;
    });
    const title = page.locator('.lafPageHost.active .countSortedByFilteredBy');
    await expect(title).toHaveText(/^\d+ items/, { timeout: 500 });
  }).toPass();
}

/** As the page shows what changed in the CRM, and with one owner's deals alone. */
async function drawAnew(extension: Extension, page: Page, only: string | null = null): Promise<void> {
  await page.bringToFront();
  await page.evaluate(async (only) => {
    const { __sim } = globalThis as unknown as { __sim: { only: string | null; refresh(): Promise<void> } };
    __sim.only = only;
    await __sim.refresh();
  }, only);
  if (!page.url().includes('rows')) await scrollToEnd(page);
  await untilRead(extension, page);
}

/** Scrolls a screen on, as far as the list goes; whether that was its end. */
async function scrollOn(extension: Extension, page: Page): Promise<boolean> {
  await page.bringToFront();
  const isEnd = await page.locator('.lafPageHost.active .scroller').evaluate(async (list) => {
    list.scrollTop += 480;
    // Its rows are drawn in the frame that tells of the scrolling.
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
    return list.scrollTop + list.clientHeight >= list.scrollHeight - 1;
  });
  await untilRead(extension, page);
  return isEnd;
}

async function pin(desk: Page, name: string, view: View): Promise<void> {
  await desk.getByRole('combobox', { name: 'List' }).selectOption(await offered(desk, view));
  await desk.getByLabel('Name', { exact: true }).fill(name);
  await desk.getByLabel('Shows').selectOption(view === 'WonThisQuarter' ? 'closed' : 'open');
  await desk.getByRole('button', { name: 'Pin', exact: true }).click();
}

async function offered(desk: Page, view: View): Promise<string> {
  const option = desk.locator(`option[value$="filterName=${view}"]`);
  return (await option.getAttribute('value')) ?? '';
}

const rowOf = (desk: Page, name: string): Locator => desk.locator('.views li').filter({ hasText: name });
const namesIn = (queue: Locator) => queue.locator('.row > :first-child').allTextContents();

const openDeals = (demo: DemoCrm) => demo.deals.filter(({ outcome }) => outcome === 'open');
function pickOpen(demo: DemoCrm, at: number): CrmDeal {
  const deal = openDeals(demo)[at];
  if (!deal) throw new Error('no such deal');
  return deal;
}

/** What the CRM's own report would say: sums of this quarter's won deals, by currency. */
function wonInTruth(demo: DemoCrm): { count: number; sums: Map<string, number> } {
  const { endDay } = demo.team;
  const quarter = (day: string) => `${day.slice(0, 4)} ${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  const won = demo.deals.filter(
    ({ outcome, closeDate }) => outcome === 'won' && closeDate && quarter(closeDate) === quarter(endDay),
  );
  const sums = new Map<string, number>();
  for (const { currency, amount } of won) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return { count: won.length, sums };
}

const short = (amount: number, currency: string) =>
  new Intl.NumberFormat('en-US', {
    ...({ style: 'currency', currency, currencyDisplay: 'narrowSymbol', notation: 'compact' } as const),
    ...{ minimumFractionDigits: 0, maximumFractionDigits: 1 },
  }).format(amount);

test('a list that holds only the rows in sight, and changes while it is read: begun anew, counted to its end, and what went is asked for', async ({
  extension,
  demo,
  complaints,
}) => {
  const total = openDeals(demo).length;
  const page = await openView(extension, 'AllOpen', 20);
  const desk = await extension.openPage('dashboard.html#sweep');
  await pin(desk, 'Open pipeline', 'AllOpen');
  const view = rowOf(desk, 'Open pipeline');
  await expect(view).toContainText(`20 of ${total} rows read`);
  await expect(view).toContainText('Scroll to its end.');
  await expect(desk.getByText('20 of 20 open deals on record seen this week.')).toBeVisible();
  await scrollOn(extension, page);

  // Of those that were read one is lost, of the others one; and one that was lost is open again.
  const [gone, unread] = [pickOpen(demo, 3), pickOpen(demo, total - 2)];
  const back = demo.deals.find(({ outcome }) => outcome === 'lost');
  if (!back) throw new Error('nothing was lost');
  demo.edit(gone.id, { outcome: 'lost' });
  demo.edit(unread.id, { outcome: 'lost' });
  demo.edit(back.id, { outcome: 'open' });
  const now = openDeals(demo).length;
  expect(now).toBe(total - 1);
  await drawAnew(extension, page);
  await expect(view).toContainText('The list changed while it was read.');
  await expect(desk.locator('.queue li')).toHaveCount(0);
  while (!(await scrollOn(extension, page)));
  await expect(view).toHaveAttribute('data-reach', 'whole');
  await expect(view).toContainText(`${now} of ${now} rows`);
  expect(await namesIn(desk.locator('.queue'))).toEqual([gone.name]);
  await expect(desk.getByText(`${now} of ${now} open deals on record seen this week.`)).toBeVisible();
  await desk.bringToFront();
  await desk.getByRole('button', { name: `${gone.name}: lost` }).click();
  await expect(desk.getByRole('heading', { name: /^Complete/ })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('fewer rows under a filter are said, and neither counted nor asked for', async ({ extension, demo }) => {
  const open = openDeals(demo);
  const byOwner = [...Map.groupBy(open, ({ owner }) => owner)].toSorted(([, a], [, b]) => a.length - b.length);
  const [owner = '', few = []] = byOwner[0] ?? [];
  const page = await openView(extension, 'AllOpen');
  const desk = await extension.openPage('dashboard.html#sweep');
  await pin(desk, 'Open pipeline', 'AllOpen');
  const view = rowOf(desk, 'Open pipeline');
  await expect(view).toHaveAttribute('data-reach', 'whole');
  await drawAnew(extension, page, owner);
  await expect(view).toHaveAttribute('data-reach', 'other');
  await expect(view).toContainText(`${few.length} of ${few.length} rows read`);
  await expect(view).toContainText('another filter? Then it does not count.');
  await expect(desk.locator('.queue li')).toHaveCount(0);
  await expect(desk.getByText(`${open.length} of ${open.length} open deals on record`)).toBeVisible();
  await drawAnew(extension, page);
  await expect(view).toHaveAttribute('data-reach', 'whole');
  await expect(view).toContainText(`${open.length} of ${open.length} rows`);
});

test('a second week: what was won meanwhile is settled by the closed view, the rest by a click; sums by currency, with a rate and without', async ({
  extension,
  demo,
  complaints,
}) => {
  const total = openDeals(demo).length;
  const [dollars, euros, lost, deleted] = [2, 5, 8, 11].map((at) => pickOpen(demo, at));
  if (!dollars || !euros || !lost || !deleted) throw new Error('too few deals');
  demo.edit(dollars.id, { currency: 'USD', amount: 48_000 });
  demo.edit(euros.id, { currency: 'EUR', amount: 31_500 });
  // A bare "$" is no code: the user said once what it is on this site.
  await askAs(extension, 'settings.change', { site: { origin: DEMO_HOSTS.salesforce, currency: 'USD' } });
  for (const view of ['AllOpen', 'WonThisQuarter'] as const) await (await openView(extension, view)).close();
  const desk = await extension.openPage('dashboard.html#sweep');
  await pin(desk, 'Open pipeline', 'AllOpen');
  await expect(desk.locator('.views li')).toHaveCount(1);
  await pin(desk, 'Won this quarter', 'WonThisQuarter');
  await expect(desk.getByRole('heading', { name: /^Complete/ })).toBeVisible();
  await expect(desk.getByText(/^1 complete week so far\./)).toBeVisible();
  await desk.close();

  await extension.stopWorker();
  const bare = await extension.openPage('manifest.json');
  await letDaysGoBy(bare, 7);
  await bare.close();
  for (const { id } of [dollars, euros]) demo.edit(id, { outcome: 'won', closeDate: demo.team.endDay });
  demo.edit(lost.id, { outcome: 'lost' });
  demo.deals.splice(demo.deals.indexOf(deleted), 1);
  const again = await extension.openPage('dashboard.html#sweep');
  await expect(again.getByRole('heading', { name: /^This week/ })).toBeVisible();
  await expect(again.getByText(`0 of ${total} open deals on record seen this week; ${total} to open.`)).toBeVisible();
  await expect(rowOf(again, 'Open pipeline')).toContainText('Not opened this week.');

  await (await openView(extension, 'AllOpen')).close();
  await expect(rowOf(again, 'Open pipeline')).toContainText(`${total - 4} of ${total - 4} rows`);
  await expect(again.locator('.queue li')).toHaveCount(4);
  expect((await namesIn(again.locator('.queue'))).toSorted()).toEqual(
    [dollars, euros, lost, deleted].map(({ name }) => name).toSorted(),
  );
  await (await openView(extension, 'WonThisQuarter')).close();
  await expect(again.locator('.queue li')).toHaveCount(2);
  await again.bringToFront();
  await again.getByRole('button', { name: `${lost.name}: lost` }).click();
  await expect(again.locator('.queue li')).toHaveCount(1);
  await again.getByRole('button', { name: `${deleted.name}: still open` }).click();
  await expect(again.getByRole('heading', { name: /^Complete/ })).toBeVisible();
  await expect(again.getByText(/^2 complete weeks so far\./)).toBeVisible();
  // Filtered out is still open, and was not seen: said, with its link.
  await expect(
    again.getByText(`${total - 4} of ${total - 3} open deals on record seen this week; 1 to open.`),
  ).toBeVisible();
  await expect(again.getByRole('region', { name: 'To open' }).getByRole('link')).toHaveText(deleted.name);

  const closed = again.getByRole('region', { name: 'Closed, by the CRM and by what is on record' });
  const { count, sums } = wonInTruth(demo);
  expect(sums.size).toBeGreaterThan(1);
  await expect(closed).toContainText(`${count} deals.`);
  for (const [currency, sum] of sums) await expect(closed).toContainText(short(sum, currency));
  await expect(closed.locator('details')).toHaveCount(0);
  await closed.getByLabel('Closed by the CRM’s own report').fill(String(sums.get('USD')));
  await closed.getByRole('button', { name: 'Compare' }).click();
  await expect(closed).toContainText('the same as is on record.');

  // With rates it is one sum, but for a "¥", which is no code: yen and yuan share it.
  const rates = [...sums.keys()].filter((code) => code !== 'USD');
  const settings = (await getRows(again)).settings as { key: string; value: { version?: number } }[];
  const own = settings.find(({ value }) => value.version === 1);
  const value = { ...own?.value, homeCurrency: 'USD', rates: rates.map((from) => rateOf(from, demo.team.endDay)) };
  await putRows(again, { settings: [{ key: own?.key, value }] });
  await again.reload();
  const yen = sums.get('JPY');
  const home = [...sums].reduce((all, [code, sum]) => all + (code === 'USD' ? sum : code === 'JPY' ? 0 : sum * 1.5), 0);
  const all = [short(home, 'USD'), ...(yen ? [short(yen, 'JPY')] : [])].join(' and ');
  await expect(closed).toContainText(`by what is on record: ${all}, ${count} deals.`);
  expect(complaints).toEqual([]);
});

const rateOf = (from: string, on: string) => ({ from, to: 'USD', rate: 1.5, on });

/** Goes on with the Tab key until that stands in focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Not reached by the keyboard: ${target}`);
}

test('by the keyboard alone, from the empty tab to a complete week, with nothing for axe in either scheme and at 200 %', async ({
  extension,
  demo,
  complaints,
}) => {
  const total = openDeals(demo).length;
  await (await openView(extension, 'AllOpen')).close();
  const desk = await extension.openPage('dashboard.html');
  await expect(desk.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  await tabTo(desk, desk.getByRole('link', { name: 'Sweep' }));
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(/^Pin the lists of your CRM that show all open deals/)).toBeVisible();
  await tabTo(desk, desk.getByLabel('Name', { exact: true }));
  await desk.keyboard.type('Open pipeline');
  await desk.keyboard.press('Enter');
  const view = rowOf(desk, 'Open pipeline');
  await expect(view).toHaveAttribute('data-reach', 'whole');

  const [first, second] = [pickOpen(demo, 4), pickOpen(demo, 9)];
  for (const { id } of [first, second]) demo.edit(id, { outcome: 'lost' });
  const link = desk.getByRole('link', { name: 'Open Open pipeline' });
  await tabTo(desk, link);
  const opened = extension.context.waitForEvent('page');
  await desk.keyboard.press('Enter');
  const list = await opened;
  await scrollToEnd(list);
  await untilRead(extension, list);
  await list.close();
  await expect(desk.locator('.queue li')).toHaveCount(2);
  await cleanInBothSchemes(desk, 'with a queue');
  await tabTo(desk, desk.getByRole('button', { name: `${first.name}: won` }));
  await desk.keyboard.press('Enter');
  await expect(desk.locator('.queue li')).toHaveCount(1);
  await tabTo(desk, desk.getByRole('button', { name: 'Take the last answer back' }));
  await desk.keyboard.press('Enter');
  await expect(desk.locator('.queue li')).toHaveCount(2);
  for (const { name } of [first, second]) {
    await tabTo(desk, desk.getByRole('button', { name: `${name}: lost` }));
    await desk.keyboard.press('Space');
    await expect(desk.getByRole('button', { name: `${name}: lost` })).toHaveCount(0);
  }
  await expect(desk.getByRole('heading', { name: /^Complete/ })).toBeVisible();
  await expect(desk.getByText(`${total - 2} of ${total - 2} open deals on record seen this week.`)).toBeVisible();
  await tabTo(desk, desk.getByLabel('Closed by the CRM’s own report'));
  await desk.keyboard.type('5k');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(/^The CRM says \$5K: \$5K more than is on record\.$/i)).toBeVisible();
  await cleanInBothSchemes(desk, 'complete');
  await fitsNarrow(desk);
  expect(complaints).toEqual([]);
});
