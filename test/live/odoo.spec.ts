/** The extension on a real Odoo 14: three people read the same deals in three languages, from records, list and board. */
import { isDeepStrictEqual } from 'node:util';
import { type Page, test } from '@playwright/test';
import type { FieldName, FieldValue, Stage } from '../../lib/deal/fields.ts';
import { money } from '../../lib/deal/money.ts';
import type { Reading } from '../../lib/deal/reading.ts';
import { type Extension, startExtension } from '../browser/extension.ts';
import { getRows, type Rows } from '../browser/seed.ts';
import { expect as expectSoon, overlay } from '../e2e/harness.ts';
import { dealOf, dealsOfLast, heldOf, lastList, movesOf, reasonsOn } from './look.ts';
import { installOdoo } from './odoo/install.ts';
import { type OdooDeal, type OdooUser, odooSeed } from './odoo/seed.ts';
import { type Odoo, startOdoo } from './odoo/start.ts';
import { type OdooClient, odooClient } from './odoo/web-client.ts';
import { heldInRow, judge, printVerdicts, type Truth, type Verdict } from './verdicts.ts';

// One server serves all stories of this file, so they share a worker.
test.describe.configure({ mode: 'default' });

// A real server on a busy machine takes its time.
const expect = expectSoon.configure({ timeout: 20_000 });

const { deals, users } = odooSeed;
let odoo: Odoo;

test.beforeAll(async () => {
  const reason = installOdoo();
  // The list of results names skipped stories without their reason.
  if (reason !== null) console.log(`Not tried on a real Odoo: ${reason}`);
  test.skip(reason !== null, reason ?? '');
  odoo = await startOdoo();
});

test.afterAll(() => odoo?.stop());

const idOf = (deal: OdooDeal): number => odoo.ids[deals.indexOf(deal)] ?? 0;

/** Odoo's words, by language. */
const STAGES = ['New', 'Qualified', 'Proposition', 'Won'] as const;
const WORDS: Record<string, { stages: readonly string[]; toDo: string }> = {
  en_US: { stages: STAGES, toDo: 'To Do' },
  de_DE: { stages: ['Neu', 'Qualifiziert', 'Angebot', 'Erfolgreich'], toDo: 'Zu erledigen' },
  fr_FR: { stages: ['Nouveau', 'Qualifié', 'Proposition', 'Gagné'], toDo: 'À faire' },
};

function truthOf(deal: OdooDeal, { language }: OdooUser, page: Reading['page']): Truth {
  const words = WORDS[language];
  const order = STAGES.indexOf(deal.stage);
  const label = words?.stages[order] ?? '';
  const stage: Stage = page === 'list' ? { id: null, label, order: null } : { id: String(order + 1), label, order };
  const [next] = deal.activities;
  return {
    name: deal.name,
    amount: money(deal.amount, 'EUR'),
    stage,
    closeDate: deal.close,
    owner: deal.owner,
    account: deal.account,
    probability: deal.probability,
    nextStep: next ? next.summary || (words?.toDo ?? '') : null,
    nextStepDue: next?.due ?? null,
    createdOn: odoo.today,
    outcome: deal.end ?? 'open',
  };
}

/** What these pages of Odoo 14 do not show, or not for certain. */
function isNotShown({ page, field }: Verdict, deal: OdooDeal): boolean {
  const never: Record<Reading['page'], FieldName[]> = {
    record: ['nextStepDue', 'createdOn'],
    list: ['closeDate', 'nextStepDue'],
    board: ['closeDate', 'probability', 'nextStep', 'nextStepDue', 'createdOn'],
  };
  if (never[page].includes(field)) return true;
  if (page === 'record' && field === 'nextStep') return deal.activities.length === 0;
  // The bar of stages is not there for a lost deal.
  if (page === 'record') return field === 'stage' && deal.end === 'lost';
  if (field === 'outcome') return deal.end !== 'won';
  return page === 'board' && ((field === 'amount' && deal.amount === 0) || (field === 'account' && !deal.account));
}

const dealNamed = (name: string): OdooDeal => {
  const found = deals.find((deal) => deal.name === name);
  if (!found) throw new Error(`No deal is named ${name}.`);
  return found;
};

const userOf = (login: string): OdooUser => {
  const found = users.find((user) => user.login === login);
  if (!found) throw new Error(`Nobody is named ${login}.`);
  return found;
};

type Seat = { extension: Extension; client: OdooClient; page: Page; user: OdooUser; stored(): Promise<Rows> };

/** A browser of this user's own, on Odoo, with a page of the extension's beside it to look into its database. */
async function sitDown(user: OdooUser): Promise<Seat> {
  test.setTimeout(180_000);
  const extension = await startExtension({ locale: user.locale });
  extension.context.setDefaultTimeout(20_000);
  const own = await extension.openPage('popup.html');
  const page = await extension.context.newPage();
  const client = odooClient(page, odoo);
  await client.logIn(user);
  return { extension, client, page, user, stored: () => getRows(own) };
}

const isWanting = (deal: OdooDeal) => (verdict: Verdict) => verdict.kind !== 'right' && !isNotShown(verdict, deal);

const judgeRecord = (deal: OdooDeal, user: OdooUser, rows: Rows, reasons = {}): Verdict[] =>
  judge('record', deal.name, truthOf(deal, user, 'record'), heldOf(rows, String(idOf(deal)), reasons));

/** Fields may be stored one after the other; what is still missing or wrong after a while is so. */
async function readRecord({ extension, page, user, stored }: Seat, deal: OdooDeal): Promise<Verdict[]> {
  await expect(overlay(page).pill).toBeVisible();
  await expect
    .poll(async () => judgeRecord(deal, user, await stored()).filter(isWanting(deal)))
    .toEqual([])
    .catch(() => {});
  return judgeRecord(deal, user, await stored(), await reasonsOn(extension, page));
}

/** The rows of the list or board in front, each with the deal that it shows: two have the same name. */
async function readRows({ extension, user }: Seat, page: 'list' | 'board'): Promise<Verdict[]> {
  const rows = async () => {
    const reading = await lastList(extension);
    return reading?.page === page ? reading.deals : [];
  };
  await expect.poll(async () => (await rows()).length).toBe(deals.length);
  const shown = await rows();
  const said = (row: Reading['deals'][number], field: FieldName): FieldValue | null => {
    const reading = row.fields[field];
    return reading?.ok ? reading.value : null;
  };
  return deals.flatMap((deal) => {
    const truth = truthOf(deal, user, page);
    const named = shown.filter((row) => said(row, 'name') === deal.name);
    const own = named.length < 2 ? named[0] : named.find((row) => isDeepStrictEqual(said(row, 'amount'), truth.amount));
    return judge(page, deal.name, truth, heldInRow(own));
  });
}

/** Rows carry no id: name, account and owner lead to a deal, where all three are there and only one has them. */
function knownDeals(rows: Rows): (string | undefined)[] {
  const alike = (one: OdooDeal, other: OdooDeal) => one.name === other.name && one.account === other.account;
  const told = deals.filter((deal) => deal.account && deals.filter((other) => alike(deal, other)).length === 1);
  return told.map((deal) => dealOf(rows, String(idOf(deal)))).toSorted();
}

for (const user of users) {
  test(`${user.name} reads every deal, the list and the board in ${user.locale}, and nothing wrong`, async () => {
    const seat = await sitDown(user);
    const { extension, client, stored } = seat;
    const verdicts: Verdict[] = [];
    for (const deal of deals) {
      await client.openRecord(idOf(deal));
      verdicts.push(...(await readRecord(seat, deal)));
    }

    // Nobody's account stands in Odoo's own list: no row is taken for a deal.
    await client.openAll('list');
    await readRows(seat, 'list');
    expect(dealsOfLast('list', await stored())).toEqual([]);
    await client.showColumns('partner_id', 'probability', 'create_date');
    await expect.poll(async () => dealsOfLast('list', await stored()).length).toBeGreaterThan(0);
    // Each column that was asked for comes by itself, and is read once it stands.
    const wanting = async () => (await readRows(seat, 'list')).filter((one) => isWanting(dealNamed(one.deal))(one));
    await expect
      .poll(wanting)
      .toEqual([])
      .catch(() => {});
    verdicts.push(...(await readRows(seat, 'list')));
    // The list's own foot with it: of all rows, in the company's currency.
    const foot = { stage: null, count: deals.length, amount: { ok: true } };
    expect((await lastList(extension))?.rows).toMatchObject({
      loaded: deals.length,
      total: deals.length,
      sums: [foot],
    });
    const listed = await stored();
    expect(dealsOfLast('list', listed).toSorted()).toEqual(knownDeals(listed));

    await client.openAll('kanban');
    verdicts.push(...(await readRows(seat, 'board')));
    await expect.poll(async () => dealsOfLast('board', await stored()).length).toBeGreaterThan(0);
    const rows = await stored();
    expect(dealsOfLast('board', rows).toSorted()).toEqual(knownDeals(rows));

    console.log(printVerdicts('Odoo 14.0', `${user.name} in ${user.locale}`, verdicts));
    expect(verdicts.filter(({ kind }) => kind === 'wrong')).toEqual([]);
    const known = (name: string) => isWanting(dealNamed(name));
    expect(verdicts.filter((verdict) => known(verdict.deal)(verdict))).toEqual([]);
    // Rows say nothing new of what the records said.
    expect(rows.deals).toHaveLength(deals.length);
    expect(movesOf(rows)).toEqual([]);
    await extension.close();
  });
}

/** Long enough for several looks at the page: inputs are looked at every second and a half. */
const untilSeenTwice = (page: Page) => page.waitForTimeout(3_500);

const closeDateOf = async (deal: OdooDeal): Promise<string | false> => {
  const [row] = await odoo.call<{ date_deadline: string | false }[]>('crm.lead', 'read', [
    [idOf(deal)],
    ['date_deadline'],
  ]);
  return row?.date_deadline ?? false;
};

async function openAndRead(seat: Seat, deal: OdooDeal): Promise<void> {
  await seat.client.openRecord(idOf(deal));
  expect((await readRecord(seat, deal)).filter(isWanting(deal))).toEqual([]);
}

test('going from record to record with the pager, over a slow line, mixes no two deals', async () => {
  const user = userOf('odile');
  const seat = await sitDown(user);
  const { client, page, stored } = seat;
  await client.openAll('list');
  await page.locator('.o_list_view tr.o_data_row td.o_data_cell').first().click();
  await expect(client.field('name')).toBeVisible();
  // Each answer on its own: parts of the page come at different moments.
  await page.route('**/web/dataset/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 400));
    await route.continue();
  });
  const seen = new Set<number>();
  for (const _ of deals) {
    const id = await client.recordInFront();
    const deal = deals[odoo.ids.indexOf(id)];
    if (!deal) throw new Error(`No deal has the id ${id}.`);
    seen.add(id);
    await expect.poll(async () => judgeRecord(deal, user, await stored()).filter(isWanting(deal))).toEqual([]);
    await client.nextRecord();
  }
  expect(seen.size).toBe(deals.length);
  // Hurried through: most are left before they are whole.
  for (const _ of deals) {
    await page.locator('.o_pager_next').click();
    await page.waitForTimeout(400);
  }
  await page.waitForTimeout(2_000);
  // Whatever stood in the page for a moment, no deal ever said anything but its own.
  expect(movesOf(await stored())).toEqual([]);
  await seat.extension.close();
});

test('a form that stays under the address of a record that is not there is not taken for it', async () => {
  const seat = await sitDown(userOf('maren'));
  const deal = dealNamed('Quay crane overhaul');
  await openAndRead(seat, deal);
  await seat.page.goto(`${odoo.origin}/web#id=99999&model=crm.lead&view_type=form&action=${odoo.action}`);
  // What stays whole under another address is believed to be that one's after ten seconds, unless the page says no.
  await seat.page.waitForTimeout(13_000);
  await expect(seat.client.field('name')).toHaveText(deal.name);
  const rows = await seat.stored();
  expect(dealOf(rows, '99999')).toBeUndefined();
  expect(rows.deals).toHaveLength(1);
  await seat.extension.close();
});

test('a change that was thrown away, and a save that Odoo refused, leave no trace', async () => {
  const seat = await sitDown(userOf('maren'));
  const { client, page, stored } = seat;
  const deal = dealNamed('Depot lighting');
  await openAndRead(seat, deal);
  const before = (await stored()).changes;

  await client.press('edit');
  await client.typeCloseDate('06/01/2027');
  await client.field('name').fill('');
  await client.press('save');
  await expect(client.field('name')).toHaveClass(/o_field_invalid/);
  await untilSeenTwice(page);
  expect((await stored()).changes).toEqual(before);

  await client.press('cancel');
  await client.question.locator('.btn-primary').click();
  await expect(client.field('name')).toHaveText(deal.name);
  await untilSeenTwice(page);
  expect(await closeDateOf(deal)).toBe(false);
  expect(movesOf(await stored())).toEqual([]);
  await seat.extension.close();
});

/** One date each, typed as the language writes it, more than two weeks later; these stories come last, for they change deals. */
const PUSHES = [
  { login: 'joerg', name: 'Label "Nord" <b>phase 2</b> & co', typed: '09.08.2027', day: '2027-08-09' },
  { login: 'odile', name: 'Pilot berth', typed: '07/09/2027', day: '2027-09-07' },
] as const;

for (const { login, name, typed, day } of PUSHES) {
  test(`a date typed by ${login} counts once, when it is saved, and the card says so`, async () => {
    const seat = await sitDown(userOf(login));
    const { client, page, stored } = seat;
    const deal = dealNamed(name);
    const id = String(idOf(deal));
    await openAndRead(seat, deal);

    await client.press('edit');
    await client.typeCloseDate(typed);
    await untilSeenTwice(page);
    expect(await closeDateOf(deal)).toBe(deal.close);
    expect(movesOf(await stored())).toEqual([]);

    await client.press('save');
    await expect
      .poll(async () => movesOf(await stored(), id))
      .toMatchObject([{ field: 'closeDate', from: deal.close, to: day }]);
    expect(await closeDateOf(deal)).toBe(day);
    await untilSeenTwice(page);
    expect(movesOf(await stored())).toHaveLength(1);

    const { pill, card } = overlay(page);
    await pill.click();
    await expect(card.locator('[data-part="changes"] li')).toHaveCount(1);
    await seat.extension.close();
  });
}
