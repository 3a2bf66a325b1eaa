import { expect, test } from 'vitest';
import { readQuotas, readRoster } from '../../lib/import/people-rows.ts';
import { DEFAULT_SETTINGS } from '../../lib/settings/settings.ts';
import { settingsProblem } from '../../lib/settings/settings-schema.ts';
import { inspected, ownFile, textFile } from './found.ts';

const read = async (file: { blob: Blob; name: string }) => inspected(file.blob, file.name);

test('a roster: names with their logins and teams', async () => {
  const { table, survey, plan, found } = await read(ownFile('roster.csv'));
  expect(found.kind).toBe('roster');
  const { people, refused } = await readRoster(table, survey, plan);
  expect(refused).toEqual([]);
  expect(people[1]).toEqual({
    name: 'Tomas Veld',
    aliases: ['tveld', 'tomas.veld@acme.example'],
    team: 'North',
    mine: null,
  });
  expect(settingsProblem({ ...DEFAULT_SETTINGS, people })).toBeNull();
});

test('quotas: of people and of teams, by period', async () => {
  const { table, survey, plan, found } = await read(ownFile('quotas.csv'));
  expect(found.kind).toBe('quotas');
  const { goals, refused } = await readQuotas(table, survey, plan);
  expect(refused).toEqual([]);
  expect(goals).toEqual([
    {
      person: 'Ida Norrgard',
      team: 'North',
      period: { from: '2026-10-01', to: '2026-12-31' },
      amount: { minor: 15_000_000, currency: 'EUR', halfStep: 0 },
    },
    {
      person: 'Tomas Veld',
      team: 'North',
      period: { from: '2026-10-01', to: '2026-12-31' },
      amount: { minor: 12_050_050, currency: 'EUR', halfStep: 0 },
    },
    {
      person: null,
      team: 'South',
      period: { from: '2026-01-01', to: '2026-12-31' },
      amount: { minor: 40_000_000, currency: 'EUR', halfStep: 0 },
    },
  ]);
  expect(settingsProblem({ ...DEFAULT_SETTINGS, goals })).toBeNull();
});

test('a quota without an amount, a period or anybody is refused with the reason', async () => {
  const { table, survey, plan } = await inspected(
    textFile('Sales rep,Quota,Period\nIda,"1,000.50",2026\nIda,,2026\nIda,5,soon\n,5,2026\n'),
  );
  const { goals, refused } = await readQuotas(table, survey, plan);
  expect(goals).toHaveLength(1);
  expect(refused).toEqual([
    { row: 3, reason: 'no-value' },
    { row: 4, reason: 'unreadable' },
    { row: 5, reason: 'no-name' },
  ]);
});
