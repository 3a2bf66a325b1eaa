import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, DEFAULT_SITE } from '../../lib/settings/settings.ts';
import { freshName, openTab, openTables } from './open-test-store.ts';

const put = async (name: string, value: unknown) => {
  const db = openTables(name);
  await db.settings.put({ key: 'settings', value });
  db.close();
};

test('before anything was set the defaults hold, without a problem', async () => {
  const store = openTab(freshName());
  expect(await store.readSettings()).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
});

test('what was set is read again in another tab', async () => {
  const name = freshName();
  await openTab(name).writeSettings({ role: 'rep', me: 'Ana Sousa' });
  expect((await openTab(name).readSettings()).settings).toEqual({ ...DEFAULT_SETTINGS, role: 'rep', me: 'Ana Sousa' });
});

test('two tabs that change different parts keep both', async () => {
  const name = freshName();
  const [left, right] = [openTab(name), openTab(name)];
  const site = 'https://larkfield.example.com';
  await Promise.all([
    left.updateSettings((before) => ({ ...before, hidden: true })),
    right.updateSettings((before) => ({ ...before, sites: { ...before.sites, [site]: DEFAULT_SITE } })),
  ]);
  const { settings } = await left.readSettings();
  expect([settings.hidden, settings.sites[site]]).toEqual([true, DEFAULT_SITE]);
});

test('a broken part is left in the row, told, and replaced once it is set', async () => {
  const name = freshName();
  await put(name, { version: 1, role: 'boss', hidden: true, later: { kept: 1 } });
  const store = openTab(name);
  await store.updateSettings((before) => ({ ...before, me: 'Ana' }));
  expect(await store.readSettings()).toMatchObject({
    settings: { role: 'manager', hidden: true, me: 'Ana' },
    problems: ['role'],
  });
  expect((await openTables(name).settings.get('settings'))?.value).toEqual({
    version: 1,
    role: 'boss',
    hidden: true,
    me: 'Ana',
    later: { kept: 1 },
  });
  await store.writeSettings({ role: 'rep' });
  expect(await store.readSettings()).toMatchObject({ settings: { role: 'rep' }, problems: [] });
});

test('a broken site stays in the row while other sites change', async () => {
  const name = freshName();
  await put(name, {
    version: 1,
    sites: { 'https://a.example.com': { state: 'maybe' }, 'https://b.example.com': DEFAULT_SITE },
  });
  const store = openTab(name);
  await store.writeSettings({ sites: { 'https://c.example.com': DEFAULT_SITE } });
  const { settings, problems } = await store.readSettings();
  expect([Object.keys(settings.sites), problems]).toEqual([['https://c.example.com'], ['sites https://a.example.com']]);
});

test('settings that are not valid are refused and change nothing', async () => {
  const store = openTab(freshName());
  await expect(store.writeSettings({ fiscalYearStart: 13 })).rejects.toMatchObject({ code: 'invalid' });
  expect((await store.readSettings()).settings).toEqual(DEFAULT_SETTINGS);
});
