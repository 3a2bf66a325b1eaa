import 'fake-indexeddb/auto';
import { afterAll, describe, expect, it } from 'vitest';
import type { Day } from '../../lib/deal/day.ts';
import { addDays, daysBetween } from '../../lib/deal/day.ts';
import { type Replayed, replayWeeks, troubleIn } from '../coaching/replay-weeks.ts';
import { simulateTeam } from '../sim/team/team.ts';
import type { SimDeal } from '../sim/team/truth.ts';
import { freshName, openTab } from '../store/open-test-store.ts';
import { runSeed } from './seed.ts';

const WEEKS = 26;
/** What ends before this much history is on record says nothing of the questions. */
const YOUNG_WEEKS = 4;
/** Against the median of its team. */
const BIG_TIMES = 1.5;

const seeds = [1, 2, 3, 4, 5, 6, 7, runSeed('prompts')];
const total = { asked: 0, proved: 0, weeks: 0, doomed: 0, inTime: 0, early: 0, others: 0, othersAsked: 0 };
const prompts = new Set<string>();

const lostOn = ({ events }: SimDeal) => events.find(({ kind }) => kind === 'lost')?.day ?? null;
const amountOf = ({ events }: SimDeal) => (events[0]?.kind === 'created' ? events[0].amount : 0);

function firstAsked({ asked }: Replayed): Map<string, Day> {
  const first = new Map<string, Day>();
  for (const { deal, day } of asked) if (!first.has(deal)) first.set(deal, day);
  return first;
}

describe('half a year of questions', () => {
  it.each(seeds)(
    'team %i: within the budget, and never again what was asked before something changed',
    async (seed) => {
      const team = simulateTeam({ seed, endDay: '2026-11-13', weeks: WEEKS });
      const replayed = await replayWeeks(openTab(freshName()), team);
      expect(troubleIn(replayed, 12)).toEqual([]);
      total.asked += replayed.asked.length;
      total.proved += replayed.proved;
      total.weeks += WEEKS;
      for (const { prompt } of replayed.asked) prompts.add(prompt.id);
      const dollars = team.deals.filter(({ currency }) => currency === 'USD');
      const amounts = dollars.map(amountOf).sort((a, b) => a - b);
      const big = BIG_TIMES * (amounts[Math.floor(amounts.length / 2)] ?? 0);
      const first = firstAsked(replayed);
      for (const [id, deal] of replayed.deals) {
        const lost = lostOn(deal);
        if (!lost || lost < addDays(team.startDay, 7 * YOUNG_WEEKS) || deal.currency !== 'USD') continue;
        const asked = first.get(id);
        const inTime = asked !== undefined && asked < lost;
        if (deal.cause === 'doomed' && amountOf(deal) >= big) {
          total.doomed++;
          if (inTime) total.inTime++;
          if (inTime && daysBetween(asked, lost) >= 14) total.early++;
        } else {
          total.others++;
          if (inTime) total.othersAsked++;
        }
      }
    },
  );

  it('asked about at least four in five of the big deals that were doomed, before they died', () => {
    expect(total.doomed).toBeGreaterThan(20);
    expect(total.inTime / total.doomed).toBeGreaterThanOrEqual(0.8);
  });
});

afterAll(() => {
  const percent = (part: number, of: number) => `${((100 * part) / Math.max(1, of)).toFixed(0)} %`;
  console.log(
    [
      `prompts: ${seeds.length} teams, ${total.asked} asked in ${total.weeks} team weeks (${(total.asked / total.weeks).toFixed(1)} a week), ${prompts.size} different ones, ${percent(total.proved, total.asked)} led to a proof`,
      `of ${total.doomed} big deals that were doomed and died, ${total.inTime} (${percent(total.inTime, total.doomed)}) were asked about before, ${total.early} (${percent(total.early, total.doomed)}) two weeks before`,
      `of ${total.others} other deals that were lost, ${total.othersAsked} (${percent(total.othersAsked, total.others)}) were asked about before`,
    ].join('\n'),
  );
});
