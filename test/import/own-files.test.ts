import { expect, test } from 'vitest';
import { allOf, inspected, ownFile, valuesOf } from './found.ts';

const eur = (minor: number) => ({ minor, currency: 'EUR', halfStep: 0 });
const usd = (minor: number) => ({ minor, currency: 'USD', halfStep: 0 });
const gbp = (minor: number) => ({ minor, currency: 'GBP', halfStep: 0 });
const stage = (label: string) => ({ id: null, label, order: null });

async function read(name: string) {
  const file = ownFile(name);
  const opened = await inspected(file.blob, file.name);
  return { ...opened, ...(await allOf(opened)) };
}

test('a Salesforce report: footers are left out, ids have 18 characters, the month stands first', async () => {
  const { found, deals, refused } = await read('salesforce-report.csv');
  expect(found).toMatchObject({
    ...{ kind: 'deals', crm: 'salesforce', encoding: 'utf-8', delimiter: ',', headerRow: 1, rows: 5, language: 'en' },
    leftOut: { titles: 0, totals: 5 },
  });
  expect(refused).toEqual([]);
  expect(deals.map(({ recordId }) => recordId)).toEqual([
    '006Qx00000AbCdEIAV',
    '006Qx00000AbCdFIAV',
    '006Qx00000AbCdGIAV',
    '006Qx00000AbCdHIAV',
    '006Qx00000AbCdIIAV',
  ]);
  expect(valuesOf(deals[2]?.fields ?? {})).toEqual({
    name: 'Dunmore cold store, phase 2',
    amount: eur(9_600_050),
    stage: stage('Negotiation/Review'),
    closeDate: '2026-09-30',
    owner: 'Ida Norrgard',
    account: 'Dunmore Foods',
    probability: 90,
    forecastCategory: 'Commit',
    nextStep: 'Call on "price", 18 Sept',
    createdOn: '2026-01-22',
    lastActivity: '2026-09-12',
  });
  expect(valuesOf(deals[4]?.fields ?? {})).toMatchObject({
    amount: '(empty)',
    closeDate: '2026-07-07',
    probability: 0,
  });
  expect(deals[0]?.fields.amount).toMatchObject({ raw: '48,500.00', rule: 'column “Amount”' });
});

test('a German Salesforce report in Windows-1252 with semicolons and decimal commas', async () => {
  const { found, deals } = await read('salesforce-deutsch.csv');
  expect(found).toMatchObject({
    ...{ kind: 'deals', crm: 'salesforce', encoding: 'windows-1252', delimiter: ';', rows: 3, language: 'de' },
    leftOut: { totals: 1 },
  });
  expect(valuesOf(deals[1]?.fields ?? {})).toEqual({
    name: 'Förderband „Süd“',
    amount: eur(125_000_050),
    stage: stage('Verhandlung'),
    closeDate: '2026-12-15',
    owner: 'Änne Groß',
    account: 'Größler & Söhne',
    probability: 75,
    nextStep: '(empty)',
    createdOn: '2026-06-18',
  });
});

test('HubSpot: the deal’s own currency before the company’s, fractions as percent, stages without their pipeline', async () => {
  const { found, deals } = await read('hubspot.csv');
  expect(found).toMatchObject({ kind: 'deals', crm: 'hubspot', rows: 3 });
  expect(valuesOf(deals[1]?.fields ?? {})).toMatchObject({
    ...{ amount: gbp(720_050), stage: stage('Appointment Scheduled'), pipeline: 'Sales Pipeline', probability: 20 },
    ...{ closeDate: '2026-12-01', account: 'Ilex Landscapes', owner: 'Ben Arkwell' },
  });
  expect(valuesOf(deals[2]?.fields ?? {})).toMatchObject({ outcome: 'won', probability: 100 });
});

test('HubSpot in French, with commas in quoted figures', async () => {
  const { found, deals } = await read('hubspot-francais.csv');
  expect(found).toMatchObject({ kind: 'deals', crm: 'hubspot', language: 'fr', rows: 3 });
  expect(valuesOf(deals[0]?.fields ?? {})).toEqual({
    ...{ name: 'Éclairage du quai nord', amount: eur(1_250_050), stage: stage('Proposition envoyée') },
    ...{ pipeline: 'Ventes', closeDate: '2026-10-15', owner: 'Zoé Lambrecht', probability: 60 },
    ...{ createdOn: '2026-03-04', account: 'Quai Nord SA' },
  });
});

test('Pipedrive: the deal’s own columns, not the person’s', async () => {
  const { found, deals } = await read('pipedrive.csv');
  expect(found).toMatchObject({ kind: 'deals', crm: 'pipedrive', rows: 4 });
  expect(deals.map(({ recordId }) => recordId)).toEqual(['417', '418', '421', '422']);
  expect(deals.map(({ fields }) => valuesOf(fields).outcome)).toEqual(['open', 'open', 'won', 'lost']);
  expect(valuesOf(deals[1]?.fields ?? {})).toMatchObject({
    ...{ name: 'Larch & Low, carpets', account: 'Larch & Low', amount: eur(560_000), nextStepDue: '(empty)' },
  });
});

test('Dynamics, a workbook: record ids from the hidden column, currencies by name, dates as serials', async () => {
  const { found, deals } = await read('dynamics.xlsx');
  expect(found).toMatchObject({ kind: 'deals', crm: 'dynamics', format: 'xlsx', sheet: 'All Opportunities', rows: 3 });
  expect(found.sheets).toEqual(['All Opportunities', 'hiddenSheet']);
  expect(deals[0]?.recordId).toBe('7c9e6679-7425-40de-944b-e07fc1f90ae7');
  expect(valuesOf(deals[1]?.fields ?? {})).toEqual({
    ...{ name: 'Vesper lights', amount: eur(815_075), stage: stage('1-Qualify'), closeDate: '2026-11-27' },
    ...{ owner: 'Karl Ander', account: 'Vesper Events', probability: 30, createdOn: '2026-08-03', outcome: 'open' },
  });
});

test('Zoho: the deal’s id without its prefix, the amount and not its share', async () => {
  const { found, deals } = await read('zoho.csv');
  expect(found).toMatchObject({ kind: 'deals', crm: 'zoho', rows: 3 });
  expect(deals[1]).toMatchObject({ recordId: '5843104000000412002', row: 3 });
  expect(valuesOf(deals[1]?.fields ?? {})).toMatchObject({
    ...{ amount: usd(12_050_075), owner: 'Lena Brodie', account: 'Pellow Freight', closeDate: '2026-12-18' },
  });
});

test('Odoo: database ids out of external ones, its expected revenue as the amount', async () => {
  const { found, deals } = await read('odoo.csv');
  expect(found).toMatchObject({ kind: 'deals', crm: 'odoo', rows: 3 });
  expect(deals.map(({ recordId }) => recordId)).toEqual(['41', '42', '43']);
  expect(valuesOf(deals[0]?.fields ?? {})).toMatchObject({
    ...{ name: 'Rowan benches', account: 'Rowan Schools', owner: 'Piet Haan', probability: 55.5 },
    amount: { minor: 1_840_000, currency: null, halfStep: 0 },
  });
});

test('a field history: what was, what became, and the moment in the browser’s time zone', async () => {
  const { found, changes, refused } = await read('salesforce-field-history.csv');
  expect(found).toMatchObject({ kind: 'history', crm: 'salesforce', rows: 6 });
  expect(refused).toEqual([{ row: 5, reason: 'no-value' }]);
  expect(changes.map(({ field }) => field)).toEqual(['stage', 'closeDate', 'amount', 'owner', 'stage']);
  expect(changes[2]).toMatchObject({
    key: { recordId: '006Qx00000AbCdEIAV', name: 'Brackwater turbine service' },
    from: { ok: true, value: { minor: 5_200_000 } },
    to: { ok: true, value: { minor: 4_850_000 } },
    at: Date.parse('2026-09-01T16:40:00+02:00'),
  });
  expect(changes[1]).toMatchObject({ from: { value: '2026-09-30' }, to: { value: '2026-10-30' } });
});

test('a stage history names no field: every row is of the stage; a day is its beginning', async () => {
  const { found, changes } = await read('salesforce-stage-history.csv');
  expect(found).toMatchObject({ kind: 'history', rows: 3 });
  expect(changes).toHaveLength(3);
  expect(changes[0]).toMatchObject({
    field: 'stage',
    key: { recordId: null, name: 'Dunmore cold store, phase 2', account: 'Dunmore Foods' },
    to: { value: stage('Qualification') },
    at: Date.parse('2026-02-16T00:00:00+01:00'),
  });
});

test('activities: done ones are events of their kind, the others are planned', async () => {
  const { found, past } = await read('salesforce-activities.csv');
  expect(found).toMatchObject({ kind: 'activities', rows: 4 });
  expect(past.map(({ entry }) => entry)).toMatchObject([
    { kind: 'event', what: 'email', day: '2026-09-11', text: 'Redlines: what is left', who: 'Ida Norrgard' },
    { kind: 'event', what: 'call', day: '2026-09-09', side: 'unknown' },
    { kind: 'planned', what: 'Send the revised offer', due: '2026-09-22', owner: 'Ida Norrgard' },
    { kind: 'event', what: 'meeting', day: '2026-09-01' },
  ]);
});
