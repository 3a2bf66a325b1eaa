import { formatMoney } from '../lib/deal/money.ts';
import type { Ladder } from '../lib/team/forecast/ladder.ts';
import { LINES, type Line } from '../lib/team/forecast/say-lines.ts';
import { BridgeChart } from './charts/bridge-chart.tsx';

type LadderProps = {
  ladder: Ladder;
  /** In other currencies, said beside it: they are never drawn on one scale. */
  others: readonly Ladder[];
  locale: string | undefined;
  isOver: boolean;
  picked: Line | null;
  pick(line: Line): unknown;
};

/** Closed, what commit adds, what best case adds, and the goal. */
export function LadderSection({ ladder, others, locale, isOver, picked, pick }: LadderProps) {
  const { currency, symbol, closed, commit, bestCase, goal } = ladder;
  const of = (minor: number, form: 'usual' | 'short') => figure(ladder, minor, locale, form);
  const name = currency ?? symbol ?? 'an unknown currency';
  return (
    <section class="panel" aria-label={`Ladder in ${name}`}>
      <p>{sayLadder(ladder, isOver, locale)}</p>
      <BridgeChart
        title={`Closed, commit and best case in ${name}`}
        onlyAdds
        says={sayLadder(ladder, isOver, locale)}
        bars={[
          { key: 'closed', label: 'Closed', by: closed, kind: 'total' },
          ...(isOver
            ? []
            : [
                { key: 'commit', label: '+ Commit', by: commit, kind: 'move' as const },
                { key: 'best-case', label: '+ Best case', by: bestCase, kind: 'move' as const },
              ]),
          ...(goal === null ? [] : [{ key: 'goal', label: 'Goal', by: goal, kind: 'total' as const }]),
        ]}
        figures={{ whole: (minor) => of(minor, 'usual'), short: (minor) => of(minor, 'short') }}
        picked={picked}
        pick={(key) => LINES.includes(key as Line) && pick(key as Line)}
      />
      {others.length > 0 && (
        <p>Beside it, for want of a rate: {others.map((other) => sayLadder(other, isOver, locale)).join(' ')}</p>
      )}
    </section>
  );
}

function figure({ currency, symbol }: Ladder, minor: number, locale: string | undefined, form: 'usual' | 'short') {
  return formatMoney({ minor, currency, symbol, halfStep: 0 }, locale, form);
}

function sayLadder(ladder: Ladder, isOver: boolean, locale: string | undefined): string {
  const { closed, commit, bestCase, goal } = ladder;
  const of = (minor: number) => figure(ladder, minor, locale, 'short');
  const words = isOver
    ? `${of(closed)} closed.`
    : `${of(closed)} closed, ${of(closed + commit)} with commit, ${of(closed + commit + bestCase)} with best case.`;
  return goal === null ? words : `${words} Goal ${of(goal)}.`;
}
