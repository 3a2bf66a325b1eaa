import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/settings/settings.ts';
import { restsOn } from '../../lib/team/rests-on.ts';
import { teamAt } from '../../lib/team/team-deals.ts';
import { historyOf, moment, stage, usd } from '../coaching/make-history.ts';

const ida = { name: 'Ida Norrgard', aliases: ['inorrgard'], team: 'North', mine: null };
const deal = (id: string, owner: string | null, more = {}) =>
  historyOf([{ on: '2026-11-24', name: id, owner, stage: stage('Legal'), amount: usd(1_000), ...more }], { id });
const team = (histories = [deal('a', 'Norrgard, Ida'), deal('b', 'Tom Veld'), deal('c', null)], people = [ida]) =>
  teamAt(histories, moment('2026-11-27'), { ...DEFAULT_SETTINGS, people });

describe('whose deals are meant', () => {
  it('is everybody until somebody was called theirs, under the roster name', () => {
    expect(team().people.map(({ name }) => name)).toEqual(['Ida Norrgard', 'Tom Veld']);
    expect(team().deals.map(({ owner, team }) => [owner, team])).toEqual([
      ['Ida Norrgard', 'North'],
      ['Tom Veld', null],
      [null, null],
    ]);
  });

  it('is those called theirs once there are any, with the deals that nobody owns', () => {
    const mine = team(undefined, [{ ...ida, mine: true }] as never);
    expect(mine.deals.map(({ id }) => id)).toEqual(['a', 'c']);
    const others = team(undefined, [{ ...ida, mine: false }] as never);
    expect(others.deals.map(({ id }) => id)).toEqual(['b', 'c']);
  });
});

it('reads the category, the stage kind, and the day on which a deal ended', () => {
  const won = historyOf(
    [
      { on: '2026-11-03', stage: stage('Legal'), forecastCategory: 'Commit' },
      { on: '2026-11-20', stage: stage('Closed Won') },
    ],
    { id: 'won' },
  );
  const [first] = team([won]).deals;
  expect(first).toMatchObject({ outcome: 'won', closedOn: '2026-11-20', category: 'commit', stageKind: 'won' });
  const dated = historyOf([{ on: '2026-11-20', stage: stage('Closed Won'), closeDate: '2026-11-18' }]);
  expect(team([dated]).deals[0]?.closedOn).toBe('2026-11-18');
  expect(team([historyOf([{ on: '2026-11-20', stage: stage('Closed Won') }])]).deals[0]?.closedOn).toBeNull();
});

it('says how many deals of a total were seen since the week began, and names the others', () => {
  const seen = team([deal('a', 'Ida'), deal('b', 'Ida', { on: '2026-11-22' }), deal('c', 'Ida', { on: '2026-11-03' })]);
  const rests = restsOn(seen.deals, seen);
  expect(rests).toMatchObject({ deals: 3, seen: 1, since: '2026-11-03', unseenSums: [usd(2_000)] });
  expect(rests.unseen.map(({ id }) => id)).toEqual(['c', 'b']);
});
