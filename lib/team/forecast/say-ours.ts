import type { Money } from '../../deal/money.ts';
import { type Quarter, quarterOf } from '../../deal/quarter.ts';
import { CALIBRATED_DEALS } from '../../risk/learn/apply.ts';
import type { Asked } from '../today/asked.ts';
import type { IfEnded } from './deciding.ts';
import type { Distribution } from './distribution.ts';
import { type NotYet, type Ours, QUARTERS_LEAST } from './ours.ts';
import { RUNS } from './simulate.ts';

/** What P50 and the chance of the goal would be. */
export type SaidEnd = { p50: string; reaches: string | null };

/** What a quarter comes to by our account, or what is missing for it to be told. Figures in the unit's minor units. */
export type OursScreen =
  | {
      ready: true;
      p10: number;
      p50: number;
      p90: number;
      goal: number | null;
      /** The same in words. */
      text: string;
      /** What it rests on, and what is outside of it. */
      basis: string[];
      deciding: { deal: string; chance: string; won: SaidEnd; lost: SaidEnd }[];
    }
  | { ready: false; missing: string[] };

export function sayOurs(ours: Ours, asked: Asked, unit: Money, goal: number | null): OursScreen {
  if (!ours.played) return { ready: false, missing: missingOf(ours.notYet, asked) };
  const { played, seen } = ours;
  const { words, money } = asked;
  const of = (minor: number) => money({ ...unit, minor });
  const percent = (share: number) => sayChance(share, words.percent);
  const reached =
    played.reaches === null || goal === null
      ? ''
      : ` The goal, ${of(goal)}, is reached in ${percent(played.reaches)} of them.`;
  const ended = ({ p50, reaches }: IfEnded): SaidEnd => ({
    p50: of(p50),
    reaches: reaches === null ? null : percent(reaches),
  });
  return {
    ready: true,
    ...{ p10: played.p10, p50: played.p50, p90: played.p90, goal },
    text: `In eight of ten ways that the quarter may go it closes between ${of(played.p10)} and ${of(played.p90)}; half of them reach ${of(played.p50)}.${reached}`,
    basis: basisOf(played, seen, asked),
    deciding: played.deciding.map(({ deal, won, lost }) => ({
      ...{ deal: deal.id, chance: percent(played.chances.get(deal.id) ?? 0) },
      ...{ won: ended(won), lost: ended(lost) },
    })),
  };
}

/** Never nought and never certain: nothing is. */
function sayChance(share: number, percent: (n: number) => string): string {
  const whole = Math.round(share * 100);
  return whole < 1 ? `under ${percent(1)}` : whole > 99 ? `over ${percent(99)}` : percent(whole);
}

function basisOf({ fresh, bare, apart }: Distribution, seen: readonly Quarter[], { words, money }: Asked): string[] {
  const quarters = words.list(seen.map(({ number, year }) => words.today.period(number, year)));
  return [
    `${words.count(RUNS, 'play')} with a fixed seed: each open deal that is due is won or not, as often as deals like it were won in ${quarters} from the same day of the quarter on; some quarters go better than their deals say, some worse.`,
    fresh.wins > 0
      ? `Deals that are not due yet: ${fresh.wins} were won in ${words.count(fresh.periods, 'such quarter')}, so about ${words.count(Math.max(1, Math.round(fresh.wins / fresh.periods)), 'more of that size')} may come.`
      : 'Nothing is counted on from deals that are not due yet: none was won in those quarters.',
    ...(bare.length > 0 ? [`Without an amount, and so in it with nothing: ${words.deals(bare.length)}.`] : []),
    ...(apart.length > 0 ? [`Outside of it, for want of a rate: ${words.list(apart.map(money))}.`] : []),
    'The P50 of persons do not add up to that of everybody: not all have a good quarter at once.',
  ];
}

function missingOf({ seen, calibrated, learntFrom }: NotYet, { team, words, say }: Asked): string[] {
  const running = quarterOf(team.today, team.settings.fiscalYearStart);
  const sofar =
    seen.length === 0
      ? 'none so far'
      : `so far ${words.list(seen.map(({ number, year }) => words.today.period(number, year)))}`;
  return [
    ...(seen.length < QUARTERS_LEAST
      ? [
          `${words.capital(words.count(QUARTERS_LEAST, 'whole quarter'))} must have been seen, with a look at least every two weeks: ${sofar}. The running one ends on ${say.day(running.to)}.`,
        ]
      : []),
    ...(calibrated
      ? []
      : [
          `The score must be calibrated, from ${words.deals(CALIBRATED_DEALS)} on that ended here: ${learntFrom === 0 ? 'it has learnt from none so far' : `it has learnt from ${learntFrom}`}.`,
        ]),
  ];
}
