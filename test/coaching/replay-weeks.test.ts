import { describe, expect, it } from 'vitest';
import { simulateTeam } from '../sim/team/team.ts';
import { freshName, openTab } from '../store/open-test-store.ts';
import { replayWeeks, troubleIn } from './replay-weeks.ts';

describe('six weeks of a simulated team', () => {
  const team = simulateTeam({ seed: 5, endDay: '2026-11-13', weeks: 6, deals: 40 });

  it.each([
    ['manager', 12],
    ['rep', 25],
  ] as const)('keep to a %s’s budget, and nothing is asked twice before something changed', async (role, most) => {
    const replayed = await replayWeeks(openTab(freshName()), team, role);
    expect(troubleIn(replayed, most)).toEqual([]);
    expect(replayed.days).toHaveLength(43);
    expect(replayed.asked.length).toBeGreaterThan(20);
    expect(new Set(replayed.asked.map(({ prompt }) => prompt.id)).size).toBeGreaterThan(8);
  });
});
