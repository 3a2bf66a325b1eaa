import { MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { type Outcome, shiftsOver } from '../../lib/risk/learn/base-rate.ts';
import { type Example, examplesOf, type Snapshot, teamsOver } from '../../lib/risk/learn/examples.ts';
import { fitLogistic, sumOf } from '../../lib/risk/learn/fit.ts';
import { learn } from '../../lib/risk/learn/learn.ts';
import { MEASURE_NAMES } from '../../lib/risk/learn/measures.ts';
import { logOddsOf, lostLogOdds } from '../../lib/risk/learn/model.ts';
import { SIGNAL_NAMES } from '../../lib/risk/types.ts';
import type { Case, DataSet } from './cases.ts';
import { auc, mean, type Said } from './metrics.ts';
import { plainLogistic } from './plain-logistic.ts';

export type Judged = Said & { label: string };
export type Evaluated = { name: string; note?: string; said: Judged[] };

const EVER = Number.MAX_SAFE_INTEGER;
const FREE = Number.NEGATIVE_INFINITY;

/** The product's score, and what it must be better than, on deals that none of them was fitted to. */
export function evaluate(set: DataSet, train: readonly Case[], test: readonly Case[]): Evaluated[] {
  // Two files may number their deals alike.
  const cases = new Map([...train, ...test].map((one) => [one.history, one]));
  const tests = new Map(test.map((one) => [one.history.deal.id, one]));
  const moments = (history: DealHistory) => (cases.get(history)?.moments ?? []).map(({ at }) => at);
  const settings = { calendar: MONDAY_TO_FRIDAY, timeZone: 'UTC', moments };
  const histories = [...cases.keys()];
  const teamAt = teamsOver(histories, settings);
  const looksAt = (part: readonly Case[]) =>
    examplesOf(
      part.map(({ history }) => history),
      EVER,
      settings,
      teamAt,
    );
  const [taught, tested] = [looksAt(train), looksAt(test)];
  const judge = (logOdds: (example: Example) => number): Judged[] =>
    tested.map((example) => {
      const one = tests.get(example.deal);
      const label = one?.moments.find(({ at }) => at === example.at)?.label ?? '';
      return { logOdds: logOdds(example), y: example.lost, group: one?.group ?? example.deal, label };
    });

  const rate = logit(mean(taught.map(({ lost }) => lost)));
  const single = bestSingle(taught);
  const model = learn(taught, EVER);
  const logOdds = (example: Example) => logOddsOf(example, model);
  const follow = set.split === 'time' && model.follows;
  const shiftOn = follow ? shiftsOver([...taught, ...tested].map((one) => outcomeOf(one, logOdds(one)))) : () => 0;
  const plain = plainLogistic(taught);
  const { trial } = model;
  const losses = trial
    ? `log loss on the newest ${trial.deals} deals: base rate ${trial.baseRate.toFixed(3)}, defaults ${trial.defaults.toFixed(3)}, learnt ${trial.learned.toFixed(3)}`
    : 'too few deals for a trial';
  return [
    { name: 'base rate', said: judge(() => rate) },
    { name: 'best single signal', note: single.name, said: judge(single.logOdds) },
    {
      ...{ name: 'Sideline', note: `kept: ${model.kind}, base rate ${follow ? 'followed' : 'as learnt'}; ${losses}` },
      said: judge((one) => lostLogOdds(one, model, shiftOn(one.at))),
    },
    ...(follow ? [{ name: 'Sideline, base rate as learnt', said: judge((one) => lostLogOdds(one, model)) }] : []),
    { name: 'plain logistic', said: judge(plain) },
  ];
}

const logit = (share: number): number => Math.log(share / (1 - share));

/** The signal or measure that tells most by itself on the deals that teach, as a regression on it alone. */
function bestSingle(taught: readonly Example[]): { name: string; logOdds: (snapshot: Snapshot) => number } {
  const figures: Record<string, (snapshot: Snapshot) => number | undefined> = {};
  for (const name of SIGNAL_NAMES) figures[name] = ({ levels }) => levels[name] ?? 0;
  for (const name of MEASURE_NAMES) figures[`${name} (measure)`] = ({ measures }) => measures[name];
  let best = { name: '', tells: 0 };
  for (const [name, figure] of Object.entries(figures)) {
    const seen = taught.flatMap((one) => ({ logOdds: figure(one) ?? Number.NaN, y: one.lost }));
    const known = seen.filter(({ logOdds }) => !Number.isNaN(logOdds));
    if (known.length < taught.length / 2) continue;
    const tells = Math.abs(auc(known) - 0.5);
    if (tells > best.tells) best = { name, tells };
  }
  const figure = figures[best.name] ?? (() => 0);
  const usual = mean(taught.flatMap((one) => figure(one) ?? []));
  const rows = taught.map((one) => ({ at: [0], x: [figure(one) ?? usual], y: one.lost, weight: 1 }));
  const { weights, intercept } = fitLogistic(rows, [{ mean: 0, sd: 10, least: FREE }], {
    mean: 0,
    sd: 10,
    least: FREE,
  });
  const { name } = best;
  return { name, logOdds: (one) => sumOf({ at: [0], x: [figure(one) ?? usual] }, weights, intercept) };
}

const outcomeOf = ({ at, ended, notWon }: Example, logOdds: number): Outcome => ({
  ...{ at, endedAt: ended.at, logOdds, notWon },
});
