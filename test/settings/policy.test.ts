import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { underPolicy } from '../../lib/settings/policy.ts';
import { DEFAULT_SETTINGS, DEFAULT_SITE, type Settings } from '../../lib/settings/settings.ts';
import { settingsProblem } from '../../lib/settings/settings-schema.ts';

const CRM = 'https://acme.example.com';
const OTHER = 'https://other.example.com';
const own: Settings = { ...DEFAULT_SETTINGS, role: 'rep', sites: { [CRM]: { ...DEFAULT_SITE, currency: 'EUR' } } };

/** One value that is understood for each key of the schema that administrators are given. */
const GOOD: Record<string, unknown> = {
  role: 'manager',
  fiscalYearStart: 4,
  weekStart: 7,
  workdays: [7, 1, 2, 3, 4],
  holidays: ['2026-12-25'],
  homeCurrency: 'EUR',
  rates: [{ from: 'USD', to: 'EUR', rate: 0.9, on: '2026-01-01' }],
  badge: 'none',
  noReminders: true,
  sitesAllowed: [CRM],
  sitesForbidden: [OTHER],
};

test('without a policy everything is as it was', () => {
  for (const none of [undefined, null, {}, [], 'x'])
    expect(underPolicy(own, none)).toEqual({ settings: own, locked: [], ignored: [] });
});

test('the schema that administrators are given names these keys, and each is understood', () => {
  const schema = JSON.parse(readFileSync('public/managed-schema.json', 'utf8'));
  expect(Object.keys(schema.properties)).toEqual(Object.keys(GOOD));
  const { settings, locked, ignored } = underPolicy(own, GOOD);
  expect([locked, ignored]).toEqual([Object.keys(GOOD), []]);
  expect(settings).toMatchObject({
    ...{ role: 'manager', fiscalYearStart: 4, weekStart: 7, homeCurrency: 'EUR', badge: 'none' },
    calendar: { workdays: [7, 1, 2, 3, 4], holidays: ['2026-12-25'] },
  });
  expect(settingsProblem(settings)).toBeNull();
});

test('a broken or unknown key is told and changes nothing, and the others hold', () => {
  const policy = {
    fiscalYearStart: 13,
    workdays: [],
    holidays: ['2026-13-01'],
    weekStart: 7,
    sitesForbidden: ['nonsense'],
    later: 1,
  };
  const { settings, locked, ignored } = underPolicy(own, policy);
  expect(locked).toEqual(['weekStart']);
  expect(ignored).toEqual(['fiscalYearStart', 'workdays', 'holidays', 'sitesForbidden', 'later']);
  expect(settings).toEqual({ ...own, weekStart: 7 });
});

describe('sites', () => {
  test('a forbidden one is off, and what the user said of it stays', () => {
    const { settings } = underPolicy(own, { sitesForbidden: [`${CRM}/any/page`, OTHER] });
    expect(settings.sites).toEqual({
      [CRM]: { ...DEFAULT_SITE, currency: 'EUR', state: 'off' },
      [OTHER]: { ...DEFAULT_SITE, state: 'off' },
    });
  });

  test('where some are allowed all others are off, those that were granted without a word of settings as well', () => {
    const granted = [`${CRM}/*`, `${OTHER}/*`, 'https://*/*'];
    const { settings } = underPolicy(own, { sitesAllowed: [CRM] }, granted);
    expect(settings.sites[CRM]?.state).toBe('on');
    expect([settings.sites[OTHER]?.state, settings.sites['https://*']?.state]).toEqual(['off', 'off']);
  });
});

test('property: whatever an organisation writes, the settings in force can be kept, and every key is locked or told', () =>
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom(...Object.keys(GOOD), 'later', 'people', '__proto__'),
        fc.oneof(fc.anything(), fc.constantFrom(...Object.values(GOOD))),
      ),
      (policy) => {
        const { settings, locked, ignored } = underPolicy(own, policy);
        expect(settingsProblem(settings)).toBeNull();
        expect([...locked, ...ignored].sort()).toEqual(Object.keys(policy).sort());
        expect(settings.people).toEqual(own.people);
      },
    ),
  ));
