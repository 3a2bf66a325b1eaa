import { MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import { type Example, examplesOf } from '../../lib/risk/learn/examples.ts';
import { DEFAULT_WEIGHING, logOddsOf, lostLogOdds } from '../../lib/risk/learn/model.ts';
import { SIGNAL_NAMES } from '../../lib/risk/types.ts';
import { auc } from './metrics.ts';
import { recordTeam } from './record-team.ts';

const END_DAY = '2026-11-13';
const EVER = Number.MAX_SAFE_INTEGER;

/** Teams that nothing was tuned on, and others on which the best single signal is chosen. */
export const UNSEEN_SEEDS = Array.from({ length: 20 }, (_, k) => 7_001 + k);
const CHOICE_SEEDS = Array.from({ length: 6 }, (_, k) => 301 + k);

export type TeamResult = { seed: number; deals: number; looks: number; lost: number; auc: number; late: number; single: number };

/** How well the default weights, fitted to nobody, tell deals that will be lost from those that will be won. */
export function evaluateTeams(seeds: readonly number[] = UNSEEN_SEEDS): { single: string; teams: TeamResult[] } {
  const single = bestSingle(CHOICE_SEEDS.flatMap(looksOf));
  const teams = seeds.map((seed) => {
    const looks = looksOf(seed);
    const score = (label: 'lost' | 'notWon') => auc(looks.map((one) => ({ logOdds: defaults(one), y: one[label] })));
    const ends = new Map(looks.map(({ deal, lost }) => [deal, lost]));
    return {
      ...{ seed, deals: ends.size, looks: looks.length, auc: score('lost'), late: score('notWon') },
      lost: [...ends.values()].reduce<number>((sum, one) => sum + one, 0) / ends.size,
      single: auc(looks.map((one) => ({ logOdds: levelOf(one, single), y: one.lost }))),
    };
  });
  return { single, teams };
}

export function printSimulation(): void {
  const { single, teams } = evaluateTeams();
  console.table(teams.map((team) => Object.fromEntries(Object.entries(team).map(([key, value]) => [key, round(value)]))));
  for (const [name, figures] of Object.entries({
    'defaults, lost or won': teams.map((team) => team.auc),
    'defaults, not won by the date': teams.map((team) => team.late),
    [`single: ${single}`]: teams.map((team) => team.single),
  })) {
    const sorted = [...figures].sort((a, b) => a - b);
    const at = (share: number) => round(sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN);
    console.log(`${name}: median AUC ${at(0.5)}, quartiles ${at(0.25)} to ${at(0.75)}, from ${at(0)} to ${at(1)}`);
  }
}

function looksOf(seed: number): Example[] {
  return examplesOf(recordTeam(seed, END_DAY), EVER, { calendar: MONDAY_TO_FRIDAY, timeZone: 'UTC' });
}

const defaults = (example: Example): number => lostLogOdds(example, DEFAULT_WEIGHING);
const levelOf = ({ levels }: Example, name: string): number => sign(name) * (levels[name as keyof typeof levels] ?? 0);
const sign = (name: string): number => (DEFAULT_WEIGHING.signals[name as keyof Example['levels']] < 0 ? -1 : 1);

function bestSingle(looks: readonly Example[]): string {
  let best = { name: '', tells: 0 };
  for (const name of SIGNAL_NAMES) {
    const tells = auc(looks.map((one) => ({ logOdds: levelOf(one, name), y: one.lost })));
    if (tells > best.tells) best = { name, tells };
  }
  return best.name;
}

const round = (value: number): number => Number(value.toFixed(3));
