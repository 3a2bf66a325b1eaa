/** The extension on a real Tryton: three people read the same deals in three languages, one of them moves a date. */
import { type Page, test } from '@playwright/test';
import { money } from '../../lib/deal/money.ts';
import { type Extension, startExtension } from '../browser/extension.ts';
import { getRows, type Rows } from '../browser/seed.ts';
import { expect as expectSoon, overlay } from '../e2e/harness.ts';
import { dealsOfLast, heldOf, lastList, movesOf, reasonsOn } from './look.ts';
import { installTryton, type LiveDeal, type LiveUser, seed, startTryton, type Tryton } from './tryton/start.ts';
import { type WebClient, webClient } from './tryton/web-client.ts';
import { heldInRow, judge, printVerdicts, type Truth, type Verdict } from './verdicts.ts';

// One server serves all stories of this file, so they share a worker.
test.describe.configure({ mode: 'default' });

// A real server on a busy machine takes its time.
const expect = expectSoon.configure({ timeout: 20_000 });

let tryton: Tryton;

test.beforeAll(async () => {
  const reason = installTryton();
  // The list of results names skipped stories without their reason.
  if (reason !== null) console.log(`Not tried on a real Tryton: ${reason}`);
  test.skip(reason !== null, reason ?? '');
  tryton = await startTryton();
});

test.afterAll(() => tryton?.stop());

/** The order of Tryton's own states; its words for them, by language. */
const STATES = ['lead', 'opportunity', 'converted', 'won', 'cancelled', 'lost'] as const;
const WORDS: Record<string, Record<LiveDeal['state'], string>> = {
  en: { lead: 'Lead', opportunity: 'Opportunity', lost: 'Lost' },
  fr: { lead: 'Contact', opportunity: 'Opportunité', lost: 'Perdue' },
  de: { lead: 'Interessent', opportunity: 'Verkaufschance', lost: 'Verlust' },
};

/** The server numbers records in the order in which they were made. */
const idOf = (deal: LiveDeal) => String(seed.deals.indexOf(deal) + 1);

function truthOf(deal: LiveDeal, { language }: LiveUser, page: 'record' | 'list'): Truth {
  const label = WORDS[language]?.[deal.state] ?? '';
  const stage = { id: deal.state, label, order: STATES.indexOf(deal.state) };
  return {
    name: deal.name,
    amount: money(Number(deal.amount), 'EUR'),
    stage: page === 'record' ? stage : { id: null, label, order: null },
    // Losing a deal dates it: the server, not the seed, knows the day.
    closeDate: tryton.closeDates()[idOf(deal)] ?? null,
    owner: deal.owner,
    account: deal.account,
    probability: deal.probability,
    ...(page === 'record' ? { nextStep: deal.nextStep || null } : {}),
    createdOn: deal.start,
    outcome: deal.state === 'lost' ? 'lost' : 'open',
  };
}

type Seat = { extension: Extension; client: WebClient; page: Page; stored(): Promise<Rows> };

/** A browser of this user's own, on Tryton, with a page of the extension's beside it to look into its database. */
async function sitDown(user: LiveUser): Promise<Seat> {
  test.setTimeout(120_000);
  const extension = await startExtension({ locale: user.locale });
  extension.context.setDefaultTimeout(20_000);
  const own = await extension.openPage('popup.html');
  const page = await extension.context.newPage();
  const client = webClient(page, tryton);
  await client.logIn(user);
  return { extension, client, page, stored: () => getRows(own) };
}

const isMissing = (verdict: Verdict) => verdict.kind !== 'right';

async function readRecord({ client, extension, stored }: Seat, user: LiveUser, deal: LiveDeal): Promise<Verdict[]> {
  await client.openRecord(idOf(deal));
  await expect(overlay(client.page).pill).toBeVisible();
  const truth = truthOf(deal, user, 'record');
  const look = async (rows: Rows, reasons = {}) => judge('record', deal.name, truth, heldOf(rows, idOf(deal), reasons));
  // Fields may be stored one after the other; what is still missing or wrong after a while is so.
  await expect
    .poll(async () => (await look(await stored())).filter(isMissing))
    .toEqual([])
    .catch(() => {});
  return look(await stored(), await reasonsOn(extension, client.page));
}

for (const user of seed.users) {
  test(`${user.name} reads every deal and the list in ${user.locale}, each fact right`, async () => {
    const seat = await sitDown(user);
    const { extension, client, stored } = seat;
    const verdicts: Verdict[] = [];
    for (const deal of seed.deals) verdicts.push(...(await readRecord(seat, user, deal)));
    const before = await stored();

    await client.openList();
    await expect.poll(async () => (await lastList(extension))?.deals.length).toBe(seed.deals.length);
    const list = await lastList(extension);
    for (const deal of seed.deals) {
      const row = list?.deals.find((one) => one.fields.name?.ok && one.fields.name.value === deal.name);
      verdicts.push(...judge('list', deal.name, truthOf(deal, user, 'list'), heldInRow(row)));
    }
    console.log(printVerdicts('Tryton 6.0', `${user.name} in ${user.locale}`, verdicts));
    expect(verdicts.filter(isMissing)).toEqual([]);

    // The rows carry no id: name, account and owner lead to the deals that are known, and they say nothing new of them.
    const rows = await stored();
    expect(list?.rows).toEqual({ loaded: seed.deals.length, total: seed.deals.length });
    expect(dealsOfLast('list', rows).toSorted()).toEqual(
      (rows.deals as { id: string }[]).map((one) => one.id).toSorted(),
    );
    expect(rows.deals).toHaveLength(seed.deals.length);
    expect(rows.changes).toEqual(before.changes);
    await extension.close();
  });
}

/** Long enough for several looks at the page: inputs are looked at every second and a half. */
const untilSeenTwice = (page: Page) => page.waitForTimeout(3_500);

const dealNamed = (name: string): LiveDeal => {
  const found = seed.deals.find((deal) => deal.name === name);
  if (!found) throw new Error(`No deal is named ${name}.`);
  return found;
};

/** One date each, typed as the language writes it, more than two weeks later. */
const PUSHES = [
  { login: 'erin', name: 'Quayside scheduling', typed: '02/26/2027', day: '2027-02-26', save: 'button' },
  { login: 'fabrice', name: 'Label "Nord" <phase 2>', typed: '07.06.2027', day: '2027-06-07', save: 'key' },
  { login: 'dirk', name: 'Label "Nord" <phase 2>', typed: '09.08.2027', day: '2027-08-09', save: 'button' },
] as const;

for (const { login, name, typed, day, save } of PUSHES) {
  test(`a date typed by ${login} counts once it is saved, and the card says from when to when`, async () => {
    const deal = dealNamed(name);
    const id = idOf(deal);
    const user = seed.users.find((one) => one.login === login);
    const from = tryton.closeDates()[id];
    if (!user || !from) throw new Error('The deal has no date to move.');
    const seat = await sitDown(user);
    const { extension, client, page, stored } = seat;
    expect((await readRecord(seat, user, deal)).filter(isMissing)).toEqual([]);

    await client.typeCloseDate(typed);
    await untilSeenTwice(page);
    expect(tryton.closeDates()[id]).toBe(from);
    expect(movesOf(await stored(), id)).toEqual([]);

    if (save === 'key') await page.keyboard.press('Control+s');
    else await client.press('save');
    await expect.poll(async () => (await stored()).changes?.length).toBeGreaterThan(0);
    await expect.poll(async () => movesOf(await stored(), id)).toMatchObject([{ field: 'closeDate', from, to: day }]);
    expect(tryton.closeDates()[id]).toBe(day);

    const { pill, card } = overlay(page);
    await pill.click();
    await expect(card.locator('[data-part="changes"] li')).toHaveCount(1);
    await expect(card.locator('[data-part="changes"] li')).toContainText('→');
    await card.locator('[data-part="why"] > summary').click();
    await expect(card.locator('[data-part="why"]')).toContainText(/put off/i);
    await extension.close();
  });
}

test('a save that Tryton refused, and a change that was taken back, leave no trace', async () => {
  const [user] = seed.users;
  const deal = dealNamed('Depot lighting');
  const id = idOf(deal);
  if (!user) throw new Error('Nobody is there.');
  const seat = await sitDown(user);
  const { extension, client, page, stored } = seat;
  expect((await readRecord(seat, user, deal)).filter(isMissing)).toEqual([]);

  await client.typeCloseDate('06/01/2027');
  await client.typeProbability('150');
  await client.press('save');
  await expect(client.form.locator('.has-error').first()).toBeVisible();
  await untilSeenTwice(page);
  await client.press('reload');
  await expect(client.question).toBeVisible();
  await untilSeenTwice(page);
  expect(movesOf(await stored(), id)).toEqual([]);

  // "No": do not save.
  await client.question.locator('.btn-default').click();
  await expect(client.form.locator('input[name="end_date"]')).toHaveValue('');
  await untilSeenTwice(page);
  expect(movesOf(await stored(), id)).toEqual([]);
  expect(tryton.closeDates()[id]).toBeNull();
  await extension.close();
});

test('going from record to record in the web client mixes no two deals', async () => {
  const [user] = seed.users;
  if (!user) throw new Error('Nobody is there.');
  const { extension, client, page, stored } = await sitDown(user);
  await client.openList();
  await client.press('switch_');
  const description = client.form.locator('input[name="description"]');
  const seen: string[] = [];
  await expect(description).not.toHaveValue('');
  for (const _ of seed.deals) {
    const name = await description.inputValue();
    seen.push(name);
    const deal = dealNamed(name);
    const truth = truthOf(deal, user, 'record');
    const wrong = async () => judge('record', name, truth, heldOf(await stored(), idOf(deal), {})).filter(isMissing);
    await expect.poll(wrong).toEqual([]);
    await client.press('next');
    await expect
      .poll(() => description.inputValue().then((now) => now !== name || seen.length === seed.deals.length))
      .toBe(true);
  }
  expect(new Set(seen).size).toBe(seed.deals.length);
  // Whatever stood in the page for a moment, no deal ever said anything but its own.
  expect(movesOf(await stored())).toEqual([]);
  await page.close();
  await extension.close();
});
