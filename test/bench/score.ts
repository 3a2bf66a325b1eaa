import { MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import { assessDeal } from '../../lib/risk/assess.ts';
import type { Example } from '../../lib/risk/learn/examples.ts';
import { learn } from '../../lib/risk/learn/learn.ts';
import { MEASURE_NAMES } from '../../lib/risk/learn/measures.ts';
import { teamContext } from '../../lib/risk/team-context.ts';
import { RISK_NAMES } from '../../lib/risk/types.ts';
import { randomOf } from '../sim/team/random.ts';
import { type Figure, figure, median } from './figure.ts';
import { CHANGES, openDeals, TODAY } from './open-deals.ts';

const DEALS = 10_000;
const CLOSED = Number(process.env.CLOSED ?? 5_000);
const DAY_MS = 86_400_000;

/** All open deals scored anew after a setting changed, and weights learnt from all closed ones. */
export async function score(): Promise<Figure[]> {
  const histories = openDeals(DEALS);
  const moment = { asOf: TODAY, knownAt: TODAY, timeZone: 'Europe/Berlin' };
  const team = teamContext(histories, moment, MONDAY_TO_FRIDAY);
  let marked = 0;
  const scored = timed(5, (run) => {
    // A limit was moved: every deal is judged anew as of the same moment.
    const limits = { everywhere: { stalled: { late: 20 + run } } };
    marked = 0;
    for (const history of histories) {
      const { score } = assessDeal(history, { moment, calendar: MONDAY_TO_FRIDAY, team, limits });
      if (score.band !== 'quiet') marked++;
    }
  });
  // Another moment: what was folded for the last one is of no use.
  const later = timed(5, (run) => {
    const now = { ...moment, asOf: TODAY + run + 1, knownAt: TODAY + run + 1 };
    for (const history of histories) assessDeal(history, { moment: now, calendar: MONDAY_TO_FRIDAY, team });
  });
  const floor = timed(5, () => {
    for (const { changes } of histories)
      changes.filter(({ seenAt }) => seenAt <= TODAY).sort((a, b) => a.seenAt - b.seenAt);
  });
  console.log(`score: ${marked} of ${DEALS} marked`);
  const examples = Array.from({ length: CLOSED }, (_, at) => exampleOf(at));
  const learnt = timed(2, () => learn(examples, TODAY));
  return [
    figure(
      'score',
      `${DEALS} deals with ${CHANGES} changes scored anew`,
      'ms',
      scored,
      { name: 'sort their rows', value: floor },
      300,
    ),
    figure('score', 'the same at another moment, rows folded anew', 'ms', later, null, null),
    figure('score', `learning from ${CLOSED} closed deals, in a worker`, 'ms', learnt, null, 5_000),
  ];
}

function timed(runs: number, work: (run: number) => void): number {
  work(0);
  return median(
    Array.from({ length: runs }, (_, run) => {
      const start = performance.now();
      work(run + 1);
      return performance.now() - start;
    }),
  );
}

function exampleOf(at: number): Example {
  const random = randomOf('learn', at);
  const lost = random.chance(0.5) ? 1 : 0;
  const levels = Object.fromEntries(
    RISK_NAMES.flatMap((name) => (random.chance(lost ? 0.25 : 0.15) ? [[name, random.between(0.5, 1.25)]] : [])),
  );
  const measures = Object.fromEntries(MEASURE_NAMES.map((name) => [name, random.bell() + 0.2 * lost]));
  const traits = ['region', 'source', 'kind'].map((name) => `${name}: ${random.whole(1, 8)}`);
  const end = TODAY - (CLOSED - at) * 3_600_000;
  const ended = { outcome: lost ? ('lost' as const) : ('won' as const), at: end };
  return {
    deal: `deal-${at}`,
    at: end - 20 * DAY_MS,
    levels,
    measures,
    traits,
    dated: true,
    ended,
    lost,
    notWon: lost,
  };
}
