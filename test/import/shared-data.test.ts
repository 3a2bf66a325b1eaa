import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { runImport } from '../../lib/import/run-import.ts';
import { allOf, fakeTarget, inspected, valuesOf } from './found.ts';

const DATA = new URL('../../../shared/data/', import.meta.url);
const SHARED = existsSync(DATA) ? DATA : undefined;

const pathOf = (file: string) => SHARED && new URL(file, SHARED);

function blobOf(file: string): Blob {
  const bytes = readFileSync(pathOf(file) ?? file);
  return new Blob([file.endsWith('.gz') ? gunzipSync(bytes) : bytes]);
}

function present(file: string): boolean {
  const path = pathOf(file);
  if (path && existsSync(path)) return true;
  console.info(`Skipped: ../shared/data/${file} is not on this machine.`);
  return false;
}

describe.skipIf(!present('maven_crm/sales_pipeline.csv'))('the pipeline of a published CRM data set', () => {
  test('has ids, owners, accounts, stages, dates and amounts, and no names', async () => {
    const opened = await inspected(blobOf('maven_crm/sales_pipeline.csv'), 'sales_pipeline.csv');
    expect(opened.found).toMatchObject({ kind: 'deals', crm: 'other', rows: opened.survey.rows });
    const uses = Object.fromEntries(opened.found.columns.map(({ header, use }) => [header, use]));
    expect(uses).toEqual({
      ...{ opportunity_id: 'recordId', sales_agent: 'owner', product: null, account: 'account', deal_stage: 'stage' },
      ...{ engage_date: 'createdOn', close_date: 'closeDate', close_value: 'amount' },
    });
    const { deals, refused } = await allOf(opened);
    expect(deals.length + refused.length).toBe(opened.survey.rows);
    const first = valuesOf(deals[0]?.fields ?? {});
    expect(first).toMatchObject({ createdOn: '2016-10-20', closeDate: '2017-03-01' });
    expect(first.amount).toMatchObject({ minor: 105_400 });
  });

  test('run twice, changes nothing the second time', async () => {
    const source = await inspected(blobOf('maven_crm/sales_pipeline.csv'), 'sales_pipeline.csv');
    const target = fakeTarget();
    const options = { dry: false, cancelled: () => false, onProgress: () => {} };
    const first = await runImport(source, target, options);
    const second = await runImport(source, target, options);
    expect(first.totals.fresh).toBeGreaterThan(6_000);
    expect(second.totals).toMatchObject({ fresh: 0, changed: 0, same: first.totals.fresh });
  });

  test('its teams are a roster', async () => {
    const { found } = await inspected(blobOf('maven_crm/sales_teams.csv'), 'sales_teams.csv');
    expect(found.kind).toBe('roster');
  });
});

describe.skipIf(!present('eci2020/opportunities.csv.gz'))('the opportunities of a published competition', () => {
  test('have their currency in a column beside', async () => {
    const opened = await inspected(blobOf('eci2020/opportunities.csv.gz'), 'opportunities.csv');
    expect(opened.found).toMatchObject({ kind: 'deals', crm: 'other' });
    const { deals } = await allOf(opened);
    expect(deals[0]).toMatchObject({ recordId: '12369' });
    expect(valuesOf(deals[0]?.fields ?? {})).toMatchObject({
      ...{ stage: { label: 'Closed Lost' }, createdOn: '2013-11-05', amount: { minor: 74_909_972, currency: 'EUR' } },
    });
  });
});
