import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, DEFAULT_SITE } from '../../lib/settings/settings.ts';
import { openKeeping } from '../../lib/store/keeping.ts';
import { isLeftOut } from '../../lib/store/local-rows.ts';
import { readSettingsAsOf, updateSettings } from '../../lib/store/stored-settings.ts';
import { DAY, MONDAY } from '../deal/make-reading.ts';
import { model } from '../risk/make-model.ts';
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

test('what figures rest on is known as of any moment: limits, proofs, weights and goals', async () => {
  const name = freshName();
  const db = openTables(name);
  const late = (days: number) => ({ everywhere: { stalled: { late: days } } });
  const set = (days: number, now: number) => updateSettings(db, (all) => ({ ...all, limits: late(days) }), now);
  await set(30, 1_000);
  await set(40, 2_000);
  await updateSettings(db, (all) => ({ ...all, me: 'Ana', learnt: { ...all.learnt, on: false } }), 3_000);
  const keeping = openKeeping(name);
  const asOf = async (at: number) => (await keeping.settingsAsOf(at)).settings;
  expect((await asOf(999)).limits).toEqual({});
  expect((await asOf(1_000)).limits).toEqual(late(30));
  expect(await asOf(2_999)).toMatchObject({ limits: late(40), learnt: { on: true }, me: 'Ana' });
  expect(await asOf(3_000)).toEqual((await openTab(name).readSettings()).settings);
  keeping.close();
});

test('of several changes in one moment, what held up to it is kept', async () => {
  const db = openTables(freshName());
  for (const month of [4, 7, 10]) await updateSettings(db, (all) => ({ ...all, fiscalYearStart: month }), 5_000);
  expect((await readSettingsAsOf(db, 4_999)).settings.fiscalYearStart).toBe(1);
  expect((await readSettingsAsOf(db, 5_000)).settings.fiscalYearStart).toBe(10);
});

test('a former part that is broken holds its default as of then, and is told', async () => {
  const db = openTables(freshName());
  await updateSettings(db, (all) => ({ ...all, limits: { everywhere: { stalled: { late: 30 } } } }), 1_000);
  await db.settings.put({ key: 'former limits 2000', value: { part: 'limits', until: 2_000, value: 'none' } });
  const then = await readSettingsAsOf(db, 1_500);
  expect([then.settings.limits, then.problems]).toEqual([{}, ['limits']]);
});

test('what was learnt goes with all deals where settings are kept; that it is off stays said', async () => {
  const name = freshName();
  await openTab(name).writeSettings({ learnt: { on: false, model: model(), shift: 0.1 }, fiscalYearStart: 4 });
  const keeping = openKeeping(name);
  await keeping.erase({ what: 'everything', keepSettings: true });
  const { settings } = await openTab(name).readSettings();
  expect(settings).toMatchObject({ learnt: { on: false, model: null, shift: 0 }, fiscalYearStart: 4 });
  expect(JSON.stringify(await openTables(name).settings.toArray())).not.toContain('bandFrom');
  keeping.close();
});

test('what settings were before a day is forgotten with it', async () => {
  const name = freshName();
  const db = openTables(name);
  for (const at of [MONDAY, MONDAY + 5 * DAY])
    await updateSettings(db, (all) => ({ ...all, fiscalYearStart: all.fiscalYearStart + 1 }), at);
  const keeping = openKeeping(name);
  await keeping.erase({ what: 'before', day: '2026-11-04', from: MONDAY + 2 * DAY });
  const former = await db.settings.where('key').startsWith('former ').toArray();
  expect(former.map(({ key }) => key)).toEqual([`former fiscalYearStart ${MONDAY + 5 * DAY}`]);
  expect((await openTab(name).readSettings()).settings.fiscalYearStart).toBe(3);
  keeping.close();
});

const FOREIGN = 'https://other.example.com';

test('what the organisation set holds over what is written, and goes with its end', async () => {
  const name = freshName();
  const store = openTab(name);
  await store.writeSettings({ role: 'rep', fiscalYearStart: 2 });
  await store.keepPolicy({ fiscalYearStart: 4, sitesForbidden: [FOREIGN], weekStart: 9 }, []);
  expect((await openTab(name).readSettings()).settings).toMatchObject({
    role: 'rep',
    fiscalYearStart: 4,
    weekStart: 1,
  });
  const after = await store.updateSettings((before) => ({
    ...before,
    fiscalYearStart: 7,
    sites: { ...before.sites, 'https://crm.example.com': DEFAULT_SITE },
  }));
  expect([after.fiscalYearStart, after.sites[FOREIGN]?.state]).toEqual([4, 'off']);
  await store.keepPolicy({}, []);
  const { settings } = await store.readSettings();
  expect([settings.fiscalYearStart, Object.keys(settings.sites)]).toEqual([7, ['https://crm.example.com']]);
});

test('reminders that the organisation switched off are off', async () => {
  const store = openTab(freshName());
  await store.keepPolicy({ noReminders: true }, []);
  expect((await store.reminders()).settings).toMatchObject({ digest: false, notifications: false, morning: '08:30' });
});

test('what the organisation set is in no backup', async () => {
  const name = freshName();
  await openTab(name).keepPolicy({ role: 'rep' }, []);
  const keys = await openTables(name).meta.toCollection().primaryKeys();
  expect(keys.map((key) => isLeftOut('meta', { key }))).toEqual([true]);
});

test('settings of an older form survive an update, and those of a newer one a way back', async () => {
  const name = freshName();
  const people = [{ name: 'Ida Norrgard', aliases: ['ida'], team: null, mine: false }];
  await put(name, { version: 1, role: 'rep', people, fiscalYearStart: 4 });
  const store = openTab(name);
  await store.writeSettings({ homeCurrency: 'EUR', weekStart: 7 });
  expect(await store.readSettings()).toEqual({
    settings: { ...DEFAULT_SETTINGS, role: 'rep', people, fiscalYearStart: 4, homeCurrency: 'EUR', weekStart: 7 },
    problems: [],
  });
  const later = { version: 1, role: 'rep', badge: 'weather', rates: [{ from: 'USD', kind: 'daily' }], moods: [1] };
  await put(name, later);
  await store.updateSettings((before) => ({ ...before, fiscalYearStart: 2 }));
  expect((await store.readSettings()).problems).toEqual(['rates', 'badge']);
  expect((await openTables(name).settings.get('settings'))?.value).toEqual({ ...later, fiscalYearStart: 2 });
});
