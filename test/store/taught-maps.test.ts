import { expect, it } from 'vitest';
import { emptyMap } from '../../lib/teach/taught-map.ts';
import { freshName, openTab } from './open-test-store.ts';

const SITE = 'https://deals.quayside.example';
const OTHER = 'https://crm.millane.example';
const record = { address: '/deals/{id}', fields: { name: { from: ['h1'] } } };

it('keeps a map for each site, and forgets one alone', async () => {
  const store = openTab(freshName());
  await store.changeTaughtMap(SITE, () => ({ ...emptyMap(SITE), record }));
  await store.changeTaughtMap(OTHER, () => emptyMap(OTHER));
  await store.changeTaughtMap(SITE, (before) => before && { ...before, corrections: { odoo: record.fields } });
  expect(await store.taughtMaps()).toEqual([
    emptyMap(OTHER),
    { ...emptyMap(SITE), record, corrections: { odoo: record.fields } },
  ]);
  await store.changeTaughtMap(OTHER, () => null);
  expect((await store.taughtMaps()).map(({ origin }) => origin)).toEqual([SITE]);
  // The settings' own row stands in the same table.
  expect((await store.readSettings()).problems).toEqual([]);
});

it('refuses a map that is none, and keeps what stood there', async () => {
  const store = openTab(freshName());
  await store.changeTaughtMap(SITE, () => ({ ...emptyMap(SITE), record }));
  const broken = { ...emptyMap(SITE), record: { address: 'deals', fields: {} } };
  await expect(store.changeTaughtMap(SITE, () => broken)).rejects.toMatchObject({ code: 'invalid' });
  expect(await store.taughtMaps()).toEqual([{ ...emptyMap(SITE), record }]);
});
