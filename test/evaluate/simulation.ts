import { MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { type Example, endOf, examplesOf } from '../../lib/risk/learn/examples.ts';
import { DEFAULT_WEIGHING, logOddsOf } from '../../lib/risk/learn/model.ts';
import { SIGNAL_NAMES, type SignalName } from '../../lib/risk/types.ts';
import { auc, mean } from './metrics.ts';
import { recordTeam } from './record-team.ts';

const END_DAY = '2026-11-13';
const EVER = Number.MAX_SAFE_INTEGER;

/** Teams that nothing was tuned on, and others on which the best single signal is chosen. */
export const UNSEEN_SEEDS = Array.from({ length: 20 }, (_, k) => 7_001 + k);
const CHOICE_SEEDS = Array.from({ length: 6 }, (_, k) => 301 + k);

const DAY_MS = 86_400_000;

export type TeamResult = {
  seed: number;
  deals: number;
  lost: number;
  auc: number;
  single: number;
  fortnight: number;
  mondays: number;
};

/**
 * How well the default weights, fitted to nobody, tell deals that will be lost from those that will be won: each closed
 * deal once, as it looked when it was last seen open; and, harder, two weeks before its end, and every open deal of every
 * Monday, most of which nothing has befallen yet.
 */
export function evaluateTeams(seeds: readonly number[] = UNSEEN_SEEDS): { single: string; teams: TeamResult[] } {
  const single = bestSingle(CHOICE_SEEDS.flatMap((seed) => looksOf(seed).last));
  const teams = seeds.map((seed) => {
    const { last, fortnight, mondays } = looksOf(seed);
    return {
      ...{ seed, deals: last.length, lost: mean(last.map(({ lost }) => lost)) },
      ...{ auc: tells(last, defaults), single: tells(last, levelOf(single)) },
      ...{ fortnight: tells(fortnight, defaults), mondays: tells(mondays, defaults) },
    };
  });
  return { single, teams };
}

export function printSimulation(): void {
  const { single, teams } = evaluateTeams();
  console.table(
    teams.map((team) => Object.fromEntries(Object.entries(team).map(([key, value]) => [key, round(value)]))),
  );
  for (const [name, figures] of Object.entries({
    'default weights, as last seen open': teams.map((team) => team.auc),
    [`the best single signal, ${single}`]: teams.map((team) => team.single),
    'default weights, last look two weeks before the end': teams.map((team) => team.fortnight),
    'default weights, all open deals of all Mondays': teams.map((team) => team.mondays),
  })) {
    const sorted = [...figures].sort((a, b) => a - b);
    const at = (share: number) => round(sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN);
    console.log(`${name}: median AUC ${at(0.5)}, quartiles ${at(0.25)} to ${at(0.75)}, from ${at(0)} to ${at(1)}`);
  }
}

function looksOf(seed: number): { last: Example[]; fortnight: Example[]; mondays: Example[] } {
  const histories = recordTeam(seed, END_DAY);
  const settings = { calendar: MONDAY_TO_FRIDAY, timeZone: 'UTC' };
  const looks = (moments: (history: DealHistory) => number[]) => examplesOf(histories, EVER, { ...settings, moments });
  return { last: looks(lastLook(0)), fortnight: looks(lastLook(14)), mondays: looks(mondaysOf) };
}

const lastLook =
  (daysBefore: number) =>
  (history: DealHistory): number[] => {
    const ended = endOf(history, { asOf: EVER, knownAt: EVER, timeZone: 'UTC' });
    if (!ended) return [];
    const looks = history.sightings.map(({ at }) => at);
    const until = ended.at - daysBefore * DAY_MS;
    const before = looks.filter((at) => (daysBefore > 0 ? at <= until : at < until));
    return before.length > 0 ? [Math.max(...before)] : [];
  };

/** Each Monday's noon from the first look on. */
function mondaysOf(history: DealHistory): number[] {
  const end = Date.parse(`${END_DAY}T12:00:00Z`) - 4 * DAY_MS;
  const weeks = Array.from({ length: 26 }, (_, week) => end - week * 7 * DAY_MS);
  return weeks.filter((at) => at > history.deal.firstSeenAt);
}

const tells = (looks: readonly Example[], says: (example: Example) => number): number =>
  auc(looks.map((one) => ({ logOdds: says(one), y: one.lost })));

const defaults = (example: Example): number => logOddsOf(example, DEFAULT_WEIGHING);

const levelOf =
  (name: SignalName) =>
  ({ levels }: Example): number =>
    Math.sign(DEFAULT_WEIGHING.signals[name]) * (levels[name] ?? 0);

function bestSingle(looks: readonly Example[]): SignalName {
  const found = SIGNAL_NAMES.map((name) => ({ name, tells: tells(looks, levelOf(name)) }));
  return found.reduce((best, one) => (one.tells > best.tells ? one : best)).name;
}

const round = (value: number): number => Number(value.toFixed(3));
