import type { DealRow } from '../../coaching/card.ts';
import { categoryIn } from '../forecast/forecast.ts';
import { sayGoalBasis } from '../say-goal.ts';
import type { Telling } from './telling.ts';
import type { Unit } from './unit.ts';

/** From the goal to the gap, bar by bar, in minor units of `unit`. Without a goal: what is closed and in commit. */
export type GapBar = { key: string; label: string; minor: number; kind: 'total' | 'move'; rows: DealRow[] };

export type SaidGap = {
  hasGoal: boolean;
  sentence: string;
  unit: Unit;
  bars: GapBar[];
  /** Where the goal comes from, what is not among the figures, what stands in for what was not seen. */
  notes: string[];
};

export function sayGap(telling: Telling): SaidGap {
  const { figures, words, short, exact, period, money } = telling;
  const { gap, quarter } = figures;
  const { goal, closed, commit, bestCase, parts, apart } = gap;
  const base = `${exact(closed)} closed, ${exact(commit)} in commit`;
  // That none is set is said where one can be.
  const isSaid = goal.basis !== null || goal.lacking.length > 0 || goal.apart.length > 0;
  const basis = isSaid ? sayGoalBasis(goal, period(quarter), words, money) : null;
  const forecast = [...parts.commit, ...parts['best-case'], ...parts.pipeline];
  const byStage = forecast.filter((deal) => categoryIn(deal).byStage).length;
  return {
    hasGoal: goal.amount !== null,
    sentence: gap.gap === null ? `${base} in ${period(quarter)}.` : sentenceOf(telling, base, gap.gap),
    unit: gap.counting.unit,
    bars: barsOf(telling),
    notes: [
      ...(basis ? [basis] : []),
      ...(bestCase !== 0 && gap.gapToBest !== null
        ? [
            gap.gapToBest > 0
              ? `With every best case, ${short(bestCase)}, ${short(gap.gapToBest)} to go.`
              : `With every best case, ${short(bestCase)}, the goal is reached.`,
          ]
        : []),
      ...(apart.length > 0
        ? [`${words.list(apart.map(money))} in other currencies ${apart.length === 1 ? 'is' : 'are'} not in this.`]
        : []),
      ...(byStage > 0
        ? [
            `For ${words.deals(byStage)} of ${forecast.length.toLocaleString(telling.say.locale)} no forecast category was seen: late stages count as commit, mid ones as best case.`,
          ]
        : []),
      ...(parts.undated.length > 0
        ? [
            `${words.capital(words.deals(parts.undated.length))} without a close date ${parts.undated.length === 1 ? 'is' : 'are'} in no figure.`,
          ]
        : []),
    ],
  };
}

function sentenceOf({ figures, exact }: Telling, base: string, gap: number): string {
  const goal = exact(figures.gap.goal.amount?.minor ?? 0);
  if (gap > 0) return `Goal ${goal}; ${base}: ${exact(gap)} to go.`;
  return gap === 0 ? `Goal ${goal}; ${base}: just that.` : `Goal ${goal}; ${base}: ${exact(-gap)} above it.`;
}

function barsOf({ figures, rowsOf }: Telling): GapBar[] {
  const { goal, closed, commit, gap, parts } = figures.gap;
  const bar = (key: string, label: string, minor: number, kind: GapBar['kind'], rows: DealRow[] = []): GapBar => ({
    ...{ key, label, minor, kind, rows },
  });
  const [won, promised] = [rowsOf(parts.closed), rowsOf(parts.commit)];
  if (goal.amount === null || gap === null)
    return [
      bar('closed', 'Closed', closed, 'move', won),
      bar('commit', 'Commit', commit, 'move', promised),
      bar('both', 'Both', closed + commit, 'total'),
    ];
  return [
    bar('goal', 'Goal', goal.amount.minor, 'total'),
    bar('closed', 'Closed', -closed, 'move', won),
    bar('commit', 'Commit', -commit, 'move', promised),
    bar('gap', gap < 0 ? 'Above it' : 'Gap', gap, 'total'),
  ];
}
