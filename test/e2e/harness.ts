/** What every browser story starts from: the built extension in a Chromium of its own, and the demo CRM in reach. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { dayInZone } from '../../lib/deal/day.ts';
import { type Extension, startExtension } from '../browser/extension.ts';
import { routeDemo } from '../browser/route-demo.ts';
import { getRows, hasRows, putRows, type Rows, rowsOf } from '../browser/seed.ts';
import { recordIdOf } from '../sim/crm/addresses.ts';
import { createDemoCrm, type DemoCrm } from '../sim/crm/demo-crm.ts';
import type { SimCrm } from '../sim/crm/profiles.ts';
import { lookReadings } from '../sim/readings.ts';
import { type SimTeam, simulateTeam } from '../sim/team/team.ts';

export const SEED = 7;
export const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const simulated = new Map<string, SimTeam>();

/** Simulated once a day for all stories of a worker, a copy for each: it takes longer than what most of them do. */
export function todaysTeam(seed = SEED): SimTeam {
  const endDay = dayInZone(Date.now(), timeZone);
  const key = `${seed} ${endDay}`;
  const team = simulated.get(key) ?? simulateTeam({ seed, endDay });
  simulated.set(key, team);
  return structuredClone(team);
}

type Stories = {
  /** Which simulated team the demo CRM has. */
  seed: number;
  demo: DemoCrm;
  extension: Extension;
  /** Half a year of the manager's looks at this CRM, or at one of its deals, put into the extension's database. */
  withHistory(crm: SimCrm, deal?: { id: string }): Promise<void>;
  /** The rows that the extension stored. */
  stored(): Promise<Rows>;
  /** Console errors of all pages; a story that expects none asserts it. */
  complaints: string[];
};

export const test = base.extend<Stories>({
  seed: [SEED, { option: true }],
  demo: async ({ seed }, use) => {
    await use(createDemoCrm({ team: todaysTeam(seed) }));
  },
  complaints: async ({ browserName: _ }, use) => {
    await use([]);
  },
  extension: async ({ demo, complaints }, use) => {
    const extension = await startExtension();
    extension.context.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    extension.context.on('weberror', (error) => complaints.push(String(error.error())));
    await routeDemo(extension.context, demo);
    await use(extension);
    await extension.close();
  },
  withHistory: async ({ extension, demo, seed }, use) => {
    await use(async (crm, deal) => {
      const rows = await historyOf(crm, demo, seed, deal?.id ?? null);
      const page = await besideRows(extension);
      await putRows(page, rows);
      await page.close();
    });
  },
  stored: async ({ extension }, use) => {
    await use(() => storedRows(extension));
  },
});

/** A page from which the extension's database can be reached, and that runs nothing of ours where there is one already. */
async function besideRows(extension: Extension): Promise<Page> {
  const page = await extension.openPage('manifest.json');
  if (await hasRows(page)) return page;
  await page.goto(page.url().replace('manifest.json', 'popup.html'));
  await expect(page.locator('main')).toBeVisible();
  return page;
}

/** Every row that the extension stored, in one look. */
export async function storedRows(extension: Extension): Promise<Rows> {
  const page = await besideRows(extension);
  const rows = await getRows(page);
  await page.close();
  return rows;
}

/** Recorded once for all stories of a run, whose folder is emptied before: a team's half year takes seconds. */
async function historyOf(crm: SimCrm, demo: DemoCrm, seed: number, deal: string | null): Promise<Rows> {
  const file = join(test.info().project.outputDir, `history-${crm}-${seed}.json`);
  if (deal === null && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Rows;
  const looks = lookReadings(demo.team, { crm, tenant: TENANTS[crm], timeZone });
  if (deal !== null) {
    const recordId = recordIdOf(crm, demo.find(deal));
    return rowsOf(looks.filter(({ page, deals }) => page === 'record' && deals[0]?.recordId === recordId));
  }
  const rows = await rowsOf(looks);
  mkdirSync(test.info().project.outputDir, { recursive: true });
  const unfinished = `${file}-${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(rows));
  renameSync(unfinished, file);
  return rows;
}

/** The tenant that each reader names for the demo CRM. */
export const TENANTS: Record<SimCrm, string> = {
  salesforce: 'acme',
  hubspot: '4815162',
  pipedrive: 'acme',
  dynamics: 'acme.crm4.dynamics.com',
  odoo: 'odoo.acme.example/acme',
  tryton: 'tryton.acme.example/acme',
};

export { expect };

/** The overlay on a page; Playwright's locators pierce its open shadow root. */
export function overlay(page: Page): { pill: Locator; card: Locator } {
  const host = page.locator('sideline-overlay');
  return { pill: host.locator('button.pill'), card: host.locator('section.card') };
}

export type StoredChange = { deal: string; field: string; from: unknown; to: unknown };

/** The last value stored per field of the deal that one CRM record id leads to. */
export function fieldsOf(rows: Rows, recordId: string): Record<string, unknown> {
  const alias = (rows.aliases as { recordId: string; deal: string }[]).find((one) => one.recordId === recordId);
  const fields: Record<string, unknown> = {};
  for (const change of rows.changes as StoredChange[])
    if (change.deal === alias?.deal) fields[change.field] = change.to;
  return fields;
}
