import { describe, expect, it } from 'vitest';
import { MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import { examplesOf, teamsOver } from '../../lib/risk/learn/examples.ts';
import { eur, historyOf, LATE, type Looks, MID, noon, stage } from './one-deal.ts';

const settings = { calendar: MONDAY_TO_FRIDAY, timeZone: 'Europe/Berlin' };
const NOW = noon('2026-12-01');
const open = { stage: LATE, closeDate: '2026-10-15', amount: eur(40_000), owner: 'Kim Olsen' };
const ending = (label: string, on: string): Looks => ({
  '2026-09-01': { ...open, stage: MID },
  '2026-09-20': open,
  '2026-10-05': open,
  [on]: { stage: stage(label) },
});
const examples = (looks: Looks, knownAt = NOW) => examplesOf([historyOf(looks)], knownAt, settings);

describe('examplesOf', () => {
  it('shows a closed deal as it looked while open, never as it ended', () => {
    const found = examples(ending('Lost', '2026-10-10'));
    expect(found.map(({ at }) => at)).toEqual(['2026-09-01', '2026-09-20', '2026-10-05'].map(noon));
    for (const one of found) expect(one).toMatchObject({ lost: 1, notWon: 1, ended: { outcome: 'lost' } });
    expect(found[0]?.levels['moved-on']).toBeUndefined();
    expect(found[1]?.levels['moved-on']).toBeGreaterThan(0);
  });

  it('calls a win in time won, and one after the date that stood then not', () => {
    expect(examples(ending('Won', '2026-10-15')).map(({ notWon }) => notWon)).toEqual([0, 0, 0]);
    expect(examples(ending('Won', '2026-10-16')).map(({ notWon, lost }) => [notWon, lost])).toEqual([
      ...[
        [1, 0],
        [1, 0],
        [1, 0],
      ],
    ]);
  });

  it('asks of a date that had passed no more than whether it was won at all', () => {
    const late = { ...ending('Won', '2026-11-20'), '2026-11-10': open };
    const last = examples(late).at(-1);
    expect(last).toMatchObject({ at: noon('2026-11-10'), dated: false, notWon: 0 });
  });

  it('leaves out what is open, and what was never seen open', () => {
    expect(examples(ending('Won', '2026-10-15'), noon('2026-10-14'))).toEqual([]);
    expect(examples({ '2026-10-15': { stage: stage('Won') } })).toEqual([]);
  });

  it('carries no person', () => {
    expect(JSON.stringify(examples(ending('Won', '2026-10-15')))).not.toMatch(/Kim/);
  });
});

describe('teamsOver', () => {
  it('knows of an end only after it was seen', () => {
    const teamAt = teamsOver([historyOf(ending('Won', '2026-10-10'))], settings);
    expect(teamAt(noon('2026-10-09')).won.size).toBe(0);
    expect(teamAt(noon('2026-11-10')).won.get('EUR')).toEqual({ median: 4_000_000, count: 1 });
  });
});
