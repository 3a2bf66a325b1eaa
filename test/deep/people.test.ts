import { expect, it } from 'vitest';
import { addDays, type Day } from '../../lib/deal/day.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { DEFAULT_SETTINGS } from '../../lib/settings/settings.ts';
import { buildPeople, FEWEST_DEALS } from '../../lib/team/people/build-people.ts';
import { teamAt } from '../../lib/team/team-deals.ts';
import { at, historyOf, type Look, moment, STAGES, stage, usd } from '../coaching/make-history.ts';
import { type SimTeam, simulateTeam } from '../sim/team/team.ts';
import { dealOn, type SimDeal } from '../sim/team/truth.ts';

/** A Sunday; weeks are looked at on their last evening. */
const END = '2026-11-22';
const WEEKS = 26;
const TEAMS = 24;
const DAYS: Day[] = Array.from({ length: WEEKS }, (_, week) => addDays(END, -7 * (WEEKS - 1 - week)));
const NOW = moment(END, 20);

/** The deal as a list showed it on these evenings. */
function looksOn(deal: SimDeal, days: readonly Day[]): Look[] {
  return days.flatMap((on): Look[] => {
    const state = dealOn(deal, on);
    if (!state) return [];
    const open = STAGES[state.stage]?.label ?? 'Qualify';
    const label = state.outcome === 'won' ? 'Closed Won' : state.outcome === 'lost' ? 'Closed Lost' : open;
    const { owner, closeDate, nextStep, nextStepDue, createdOn } = state;
    return [
      {
        on,
        hour: 18,
        owner,
        closeDate,
        nextStep,
        nextStepDue,
        createdOn,
        amount: usd(state.amount),
        stage: stage(label),
      },
    ];
  });
}

function weeklyLooks(deal: SimDeal): DealHistory | null {
  const looks = looksOn(deal, DAYS);
  return looks.length > 0 ? historyOf(looks, { id: deal.id }) : null;
}

function figuresOf(team: SimTeam) {
  const histories = team.deals.flatMap((deal) => weeklyLooks(deal) ?? []);
  return buildPeople(
    teamAt(histories, NOW, DEFAULT_SETTINGS),
    histories,
    DAYS.map((day) => at(day, 19)),
  );
}

it('covers what a person does in the long run at the stated level, as 24 simulated teams show', () => {
  const built = Array.from({ length: TEAMS }, (_, seed) => figuresOf(simulateTeam({ seed: seed + 1, endDay: END })));
  type Row = { person: string; measure: string; low: number; high: number; estimate: number; of: number };
  const rows: Row[] = built.flatMap(({ people }) =>
    people.flatMap(({ person, measures }) =>
      measures.flatMap(({ measure, interval, of }) =>
        of >= FEWEST_DEALS ? [{ person, measure, of, ...interval }] : [],
      ),
    ),
  );
  const lines: string[] = [];
  let covered = 0;
  let all = 0;
  for (const measure of new Set(rows.map((row) => row.measure))) {
    let hits = 0;
    let cases = 0;
    for (const person of new Set(rows.map((row) => row.person))) {
      const own = rows.filter((row) => row.measure === measure && row.person === person);
      if (own.length < TEAMS / 2) continue;
      // The long run: all his teams together, each by its deals.
      const deals = own.reduce((sum, { of }) => sum + of, 0);
      const truth = own.reduce((sum, { estimate, of }) => sum + estimate * of, 0) / deals;
      cases += own.length;
      hits += own.filter(({ low, high }) => low <= truth && truth <= high).length;
    }
    if (cases === 0) continue;
    lines.push(`${measure}: ${((100 * hits) / cases).toFixed(0)} % of ${cases}`);
    covered += hits;
    all += cases;
  }
  console.log(
    `90 % intervals of persons: ${((100 * covered) / all).toFixed(1)} % of ${all} cover the long run (${lines.join(', ')})`,
  );
  expect(all).toBeGreaterThan(500);
  expect(covered / all).toBeGreaterThan(0.88);
});

it('tells two people of equal habits apart no more where one is looked at daily and one once a month', () => {
  const monthly = DAYS.filter((_, week) => week % 4 === 1);
  let apart = 0;
  let all = 0;
  const lines: string[] = [];
  for (let seed = 1; seed <= 6; seed++) {
    // One team's deals, dealt out in turn: whose a deal is says nothing of how it goes.
    const { deals } = simulateTeam({ seed, endDay: END, deals: 240 });
    const daily = Array.from({ length: 7 * WEEKS }, (_, day) => addDays(END, day - 7 * WEEKS + 1));
    const histories = deals.flatMap((deal, at) => {
      const [owner, days] = at % 2 === 0 ? ['Daily', daily] : ['Monthly', monthly];
      const looks = looksOn(deal, days as Day[]).map((look) => ({ ...look, owner: owner as string }));
      return looks.length > 0 ? historyOf(looks, { id: deal.id }) : [];
    });
    const built = buildPeople(
      teamAt(histories, NOW, DEFAULT_SETTINGS),
      histories,
      monthly.map((day) => at(day, 19)),
    );
    const [one, other] = built.people;
    for (const first of one?.measures ?? []) {
      const second = other?.measures.find(({ measure }) => measure === first.measure);
      if (!second || first.of < FEWEST_DEALS || second.of < FEWEST_DEALS) continue;
      all++;
      const isApart = first.interval.low > second.interval.high || first.interval.high < second.interval.low;
      if (isApart) apart++;
      if (seed === 1)
        lines.push(`${first.measure} ${first.interval.estimate.toFixed(2)} and ${second.interval.estimate.toFixed(2)}`);
    }
  }
  console.log(`looked at daily and monthly: ${apart} of ${all} figures apart (${lines.join(', ')})`);
  expect(all).toBeGreaterThan(30);
  expect(apart).toBe(0);
});
