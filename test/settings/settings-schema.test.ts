import fc from 'fast-check';
import type * as v from 'valibot';
import { expect, expectTypeOf, test } from 'vitest';
import { DEFAULT_EXITS } from '../../lib/process/stage-exits.ts';
import { judgedBy } from '../../lib/settings/judged-by.ts';
import { DEFAULT_SETTINGS, DEFAULT_SITE, type Settings } from '../../lib/settings/settings.ts';
import { checkSettings, settingsProblem, type settingsSchema } from '../../lib/settings/settings-schema.ts';
import { usd } from '../deal/make-reading.ts';
import { model } from '../risk/make-model.ts';

const full: Settings = {
  version: 1,
  role: 'rep',
  me: 'Ana Sousa',
  calendar: { workdays: [7, 1, 2, 3, 4], holidays: ['2026-12-25'] },
  fiscalYearStart: 4,
  weekStart: 7,
  homeCurrency: 'EUR',
  rates: [{ from: 'USD', to: 'EUR', rate: 0.9, on: '2026-10-01' }],
  views: [
    {
      ...{ url: 'https://acme.example/open', crm: 'odoo', tenant: 'acme', page: 'list' as const },
      ...{ name: 'Open pipeline', kind: 'open' as const, person: null },
    },
  ],
  badge: 'marked',
  goal: { quarter: '2026-Q4', amount: usd(600_000) },
  people: [{ name: 'Ana Sousa', aliases: ['asousa'], team: 'North', mine: true }],
  goals: [{ person: 'Ana Sousa', team: null, period: { from: '2026-10-01', to: '2026-12-31' }, amount: usd(150_000) }],
  limits: { everywhere: { stalled: { late: 30, mid: null } }, pipelines: { Renewals: { pushed: { late: 60 } } } },
  exits: { ...DEFAULT_EXITS, stages: { Proposal: ['They asked for the terms'] } },
  learnt: { on: false, model: model(), shift: 0.2 },
  sites: { 'https://larkfield.example.com': { state: 'off', open: true, dateOrder: 'dmy', currency: 'AUD' } },
  marks: { list: false, board: true },
  hidden: true,
  welcomed: true,
};

test('the schema and the written type say the same', () => {
  expectTypeOf<v.InferOutput<typeof settingsSchema>>().toExtend<Settings>();
  expectTypeOf<keyof v.InferOutput<typeof settingsSchema>>().toEqualTypeOf<keyof Settings>();
});

test('settings come back as they were stored', () => {
  expect(checkSettings(full)).toEqual({ settings: full, problems: [] });
  expect(settingsProblem(full)).toBeNull();
});

test('a part that was never set holds its default, which is no problem', () => {
  expect(checkSettings({ version: 1, role: 'rep' })).toEqual({
    settings: { ...DEFAULT_SETTINGS, role: 'rep' },
    problems: [],
  });
});

test.each<[string, keyof Settings, unknown]>([
  ['a role that is none', 'role', 'boss'],
  ['a week without a workday', 'calendar', { workdays: [], holidays: [] }],
  ['a holiday that is no day', 'calendar', { workdays: [1], holidays: ['25 December'] }],
  ['a thirteenth month', 'fiscalYearStart', 13],
  ['a goal without a currency code', 'goal', { quarter: '2026-Q4', amount: { minor: 1, currency: '$', halfStep: 0 } }],
  ['a name that is too long', 'me', 'x'.repeat(5000)],
  ['a limit of a signal that is none', 'limits', { everywhere: { mood: { late: 3 } } }],
  ['a limit below all sense', 'limits', { everywhere: { stalled: { late: -5 } } }],
  ['proofs for two kinds of stage alone', 'exits', { kinds: { early: [], mid: [] } }],
  ['a proof without a word', 'exits', { ...DEFAULT_EXITS, stages: { Proposal: [''] } }],
  ['learning that is neither on nor off', 'learnt', { on: 'perhaps', model: null, shift: 0 }],
  ['a later version', 'version', 2],
])('%s is told, and costs no other part', (_, part, value) => {
  expect(checkSettings({ ...full, [part]: value })).toEqual({
    settings: { ...full, [part]: DEFAULT_SETTINGS[part] },
    problems: [part],
  });
});

test('one broken site is told by its address and costs no other site', () => {
  const sites = { ...full.sites, 'https://dunmore.example.com': { ...DEFAULT_SITE, state: 'maybe' } };
  expect(checkSettings({ ...full, sites })).toEqual({
    settings: full,
    problems: ['sites https://dunmore.example.com'],
  });
});

test('the defaults are never handed out to be changed', () => {
  checkSettings(undefined).settings.sites['https://larkfield.example.com'] = DEFAULT_SITE;
  expect(checkSettings(undefined).settings.sites).toEqual({});
});

test('whatever was stored, there are valid settings', () => {
  const parts = fc.record(Object.fromEntries(Object.keys(DEFAULT_SETTINGS).map((part) => [part, fc.anything()])), {
    requiredKeys: [],
  });
  fc.assert(
    fc.property(fc.oneof(fc.anything(), parts), (stored) => {
      expect(settingsProblem(checkSettings(stored).settings)).toBeNull();
    }),
  );
});

test('a model of another version is learnt anew, and whether to learn at all stays said', () => {
  const learnt = { ...full.learnt, model: { ...model(), version: 0 } };
  expect(checkSettings({ ...full, learnt })).toEqual({
    settings: { ...full, learnt: { on: false, model: null, shift: 0.2 } },
    problems: [],
  });
  // It is never written.
  expect(settingsProblem({ ...full, learnt })).toBe('learnt.model.version');
});

test('deals are judged by limits, proofs and what was learnt, unless that is off', () => {
  const on = judgedBy({ ...full, learnt: { ...full.learnt, on: true } });
  expect(on).toMatchObject({ limits: full.limits, exits: full.exits, calendar: full.calendar });
  expect(on.learnt).toMatchObject({ calibrated: true, base: model().intercept + 0.2 });
  expect(judgedBy(full).learnt).toBeNull();
  expect(judgedBy(DEFAULT_SETTINGS).learnt).toBeNull();
});
