import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { AXIS, type Figures, GRID, type Hovered, STILL, Tip } from './axes.tsx';
import { ChartFrame } from './chart-frame.tsx';

/** One bar: a total stands on the ground, a move begins where the bar before it ended. `by`: its own figure. */
export type BridgeBar = { key: string; label: string; by: number; kind: 'total' | 'move' };

type BridgeProps = {
  title: string;
  bars: readonly BridgeBar[];
  figures: Figures;
  /** The bar whose deals are shown; null: none. */
  picked: string | null;
  pick(key: string): void;
  /** Nothing in it takes away. */
  onlyAdds?: boolean;
  /** What it shows, where that is not from the first bar to the last. */
  says?: string;
};

const LEGEND = [
  { key: 'total', label: 'sum', look: 'is-total' },
  { key: 'up', label: 'adds', look: 'is-up' },
  { key: 'down', label: 'takes away', look: 'is-down' },
];

type Placed = BridgeBar & { from: number; height: number; text: string };

/** From one sum to another, move by move. */
export function BridgeChart({ title, bars, figures, picked, pick, onlyAdds = false, says }: BridgeProps) {
  const placed = place(bars, figures);
  const [first, last] = [placed[0], placed.at(-1)];
  const summary =
    says ?? (first && last ? `From ${figures.whole(first.by)} to ${figures.whole(last.by)}` : 'Nothing to show');
  return (
    <ChartFrame
      title={title}
      summary={summary}
      legend={LEGEND.filter(({ look }) => look !== 'is-down' || !onlyAdds)}
      table={{ heads: ['Part', 'Amount'], rows: bars.map(({ label, by }) => [label, figures.whole(by)]) }}
    >
      <ResponsiveContainer width="100%" height={280}>
        <BarChart
          title={title}
          desc={summary}
          data={placed}
          margin={{ top: 20, right: 8, left: 8, bottom: 0 }}
          barCategoryGap="18%"
        >
          <CartesianGrid {...GRID} />
          <XAxis {...AXIS} dataKey="label" interval={0} />
          <YAxis {...AXIS} tickFormatter={figures.short} width={64} />
          <Tooltip
            {...STILL}
            cursor={{ fill: 'var(--hover)' }}
            content={({ active, payload }: Hovered) => {
              const bar = active ? (payload?.[0]?.payload as Placed | undefined) : undefined;
              return bar ? <Tip title={bar.label} lines={[{ label: '', text: figures.whole(bar.by) }]} /> : null;
            }}
          />
          <Bar {...STILL} dataKey="from" stackId="bar" fill="transparent" />
          <Bar
            {...STILL}
            dataKey="height"
            stackId="bar"
            shape={(drawn: Drawn) => <Shape {...drawn} isPicked={drawn.payload.key === picked} pick={pick} />}
          />
        </BarChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}

type Drawn = { x: number; y: number; width: number; height: number; payload: Placed };

/**
 * Drawn by us: the library keeps elements that stand within a chart in a store that freezes them, and Preact's own
 * elements may not be frozen.
 */
function Shape({
  x,
  y,
  width,
  height,
  payload,
  isPicked,
  pick,
}: Drawn & Pick<BridgeProps, 'pick'> & { isPicked: boolean }) {
  const middle = x + width / 2;
  return (
    // The same pick stands beside the chart as a row of buttons.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <g class={`bar ${lookOf(payload)}${isPicked ? ' is-picked' : ''}`} onClick={() => pick(payload.key)}>
      <rect x={x} y={y} width={width} height={Math.max(1, height)} rx="2" />
      <text class="label" x={middle} y={y - 6} text-anchor="middle">
        {payload.text}
      </text>
    </g>
  );
}

const lookOf = ({ kind, by }: BridgeBar) => (kind === 'total' ? 'is-total' : by < 0 ? 'is-down' : 'is-up');

function place(bars: readonly BridgeBar[], figures: Figures): Placed[] {
  let level = 0;
  return bars.map((bar) => {
    const start = bar.kind === 'total' ? 0 : level;
    level = start + bar.by;
    const from = Math.min(start, level);
    const sign = bar.kind === 'move' && bar.by > 0 ? '+' : '';
    return { ...bar, from, height: Math.abs(bar.by), text: `${sign}${figures.short(bar.by)}` };
  });
}
