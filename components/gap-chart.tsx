import { useState } from 'preact/hooks';
import { formatMoney } from '../lib/deal/money.ts';
import type { SaidGap } from '../lib/team/gap/say-gap.ts';
import { asMoney } from '../lib/team/gap/unit.ts';
import { BridgeChart } from './charts/bridge-chart.tsx';
import { DealRows } from './deal-rows.tsx';

type ChartProps = { gap: SaidGap; period: string; locale: string | undefined };

/** Goal, less what is closed, less what is in commit: what is left. A bar opens to its deals. */
export function GapChart({ gap: { bars, unit, hasGoal }, period, locale }: ChartProps) {
  const [picked, setPicked] = useState<string | null>(null);
  const of = (form: 'exact' | 'short') => (value: number) => formatMoney(asMoney(unit, value), locale, form);
  const opening = bars.filter(({ rows }) => rows.length > 0);
  const shown = opening.find(({ key }) => key === picked);
  const pick = (key: string) => setPicked(key === picked ? null : key);
  return (
    <>
      <BridgeChart
        title={hasGoal ? `From the goal to the gap, ${period}` : `Closed and in commit, ${period}`}
        bars={bars.map(({ key, label, minor, kind }) => ({ key, label, by: minor, kind }))}
        figures={{ whole: of('exact'), short: of('short') }}
        picked={picked}
        pick={pick}
      />
      {opening.length > 0 && (
        <fieldset class="chips">
          <legend>Deals behind a bar</legend>
          {opening.map(({ key, label, rows }) => (
            <button key={key} type="button" class="button" aria-expanded={key === picked} onClick={() => pick(key)}>
              {label} <span class="figure">{rows.length}</span>
            </button>
          ))}
        </fieldset>
      )}
      {shown && <DealRows key={shown.key} rows={shown.rows} visit={undefined} />}
    </>
  );
}
