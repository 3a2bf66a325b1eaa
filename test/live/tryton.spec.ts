/** The extension on a real Tryton: three people read the same deals in three languages, one of them moves a date. */
import { test } from '@playwright/test';
import type { FieldValue } from '../../lib/deal/fields.ts';
import { money } from '../../lib/deal/money.ts';
import type { DealReading, Reading } from '../../lib/deal/reading.ts';
import { type Extension, startExtension } from '../browser/extension.ts';
import { getRows, type Rows } from '../browser/seed.ts';
import { expect, fieldsOf, overlay } from '../e2e/harness.ts';
import { installTryton, type LiveDeal, type LiveUser, seed, startTryton, type Tryton } from './tryton/start.ts';
import { type WebClient, webClient } from './tryton/web-client.ts';
import { type Held, judge, printVerdicts, type Truth, type Verdict } from './verdicts.ts';

// One server serves all stories of this file, so they share a worker.
test.describe.configure({ mode: 'default' });

let tryton: Tryton;

test.beforeAll(async () => {
  const reason = installTryton();
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

/** A browser of this user's own, on Tryton, with a page of the extension's beside it to look into its database. */
async function sitDown(user: LiveUser) {
  test.setTimeout(90_000);
  const extension = await startExtension({ locale: user.locale });
  extension.context.setDefaultTimeout(20_000);
  const own = await extension.openPage('popup.html');
  const page = await extension.context.newPage();
  const client = webClient(page, tryton);
  await client.logIn(user);
  return { extension, client, page, stored: () => getRows(own) };
}

function heldInStore(rows: Rows, recordId: string): Held {
  const fields = Object.entries(fieldsOf(rows, recordId));
  return Object.fromEntries(fields.map(([field, value]) => [field, { value: value as FieldValue | null }]));
}

function heldInRow(row: DealReading | undefined): Held {
  const fields = Object.entries(row?.fields ?? {});
  return Object.fromEntries(
    fields.map(([field, said]) => [
      field,
      said.ok ? { value: said.value } : said.reason === 'empty' ? { value: null } : { reason: said.reason },
    ]),
  );
}

const isMissing = (verdict: Verdict) => verdict.kind !== 'right';

async function readRecord(client: WebClient, user: LiveUser, deal: LiveDeal, stored: () => Promise<Rows>) {
  await client.openRecord(idOf(deal));
  await expect(overlay(client.page).pill).toBeVisible();
  const truth = truthOf(deal, user, 'record');
  const look = async () => judge(deal.name, truth, heldInStore(await stored(), idOf(deal)));
  // Fields may be stored one after the other; what is still missing or wrong after a while is so.
  await expect
    .poll(async () => (await look()).filter(isMissing))
    .toEqual([])
    .catch(() => {});
  return look();
}

async function lastList(extension: Extension): Promise<Reading | undefined> {
  const worker = await extension.worker();
  return worker.evaluate(async () => (await chrome.storage.session.get('last-list'))['last-list'] as Reading);
}

for (const user of seed.users) {
  test(`${user.name} reads every deal and the list in ${user.locale}, each fact right`, async () => {
    const { extension, client, stored } = await sitDown(user);
    const verdicts: Verdict[] = [];
    for (const deal of seed.deals) verdicts.push(...(await readRecord(client, user, deal, stored)));
    const before = await stored();

    await client.openList();
    await expect.poll(async () => (await lastList(extension))?.deals.length).toBe(seed.deals.length);
    const list = await lastList(extension);
    for (const deal of seed.deals) {
      const row = list?.deals.find((one) => one.fields.name?.ok && one.fields.name.value === deal.name);
      verdicts.push(...judge(`${deal.name} (list)`, truthOf(deal, user, 'list'), heldInRow(row)));
    }
    console.log(printVerdicts(`${user.name}, ${user.locale}`, verdicts));
    expect(verdicts.filter(isMissing)).toEqual([]);

    // The rows carry no id: name, account and owner lead to the deals that are known, and they say nothing new of them.
    const rows = await stored();
    expect(list?.rows).toEqual({ loaded: seed.deals.length, total: seed.deals.length });
    expect(dealsOfLastList(rows).toSorted()).toEqual((rows.deals as { id: string }[]).map((one) => one.id).toSorted());
    expect(rows.deals).toHaveLength(seed.deals.length);
    expect(rows.changes).toEqual(before.changes);
    await extension.close();
  });
}

function dealsOfLastList(rows: Rows): string[] {
  const sightings = rows.sightings as { seq: number; page: string; rowSet: number }[];
  const last = sightings.filter((one) => one.page === 'list').at(-1);
  return (rows.rowSets as { id: number; deals: string[] }[]).find((one) => one.id === last?.rowSet)?.deals ?? [];
}
