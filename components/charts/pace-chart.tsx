import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { AXIS, type Figures, GOAL_LABEL, GRID, type Hovered, STILL, Tip } from './axes.tsx';
import { ChartFrame } from './chart-frame.tsx';

/** One line; `values[at]` belongs to `ticks[at]`, null where nothing is known. */
export type PaceLine = { key: string; label: string; look: string; values: readonly (number | null)[] };

type PaceProps = {
  title: string;
  summary: string;
  ticks: readonly string[];
  lines: readonly PaceLine[];
  goal: number | null;
  figures: Figures;
};

/** How a sum grew over the days of a period, beside others'. */
export function PaceChart({ title, summary, ticks, lines, goal, figures }: PaceProps) {
  const data = ticks.map((tick, at) => ({
    tick,
    ...Object.fromEntries(lines.map(({ key, values }) => [key, values[at] ?? null])),
  }));
  const say = (value: number | null | undefined) => (value == null ? '–' : figures.whole(value));
  return (
    <ChartFrame
      title={title}
      summary={summary}
      legend={lines}
      table={{
        heads: ['', ...lines.map(({ label }) => label)],
        rows: ticks.map((tick, at) => [tick, ...lines.map(({ values }) => say(values[at]))]),
      }}
    >
      <ResponsiveContainer width="100%" height={260}>
        <LineChart title={title} desc={summary} data={data} margin={{ top: 20, right: 24, left: 8, bottom: 0 }}>
          <CartesianGrid {...GRID} />
          <XAxis {...AXIS} dataKey="tick" minTickGap={24} />
          <YAxis {...AXIS} tickFormatter={figures.short} width={64} />
          <Tooltip
            {...STILL}
            content={({ active, payload, label }: Hovered) => {
              const row = active ? (payload?.[0]?.payload as Record<string, number | null>) : undefined;
              return row ? (
                <Tip
                  title={String(label)}
                  lines={lines.map((line) => ({ label: line.label, text: say(row[line.key]) }))}
                />
              ) : null;
            }}
          />
          {goal !== null && <ReferenceLine y={goal} className="goal" label={GOAL_LABEL} />}
          {lines.map(({ key, look }) => (
            <Line
              key={key}
              {...STILL}
              dataKey={key}
              className={`line ${look}`}
              dot={false}
              type="linear"
              connectNulls={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}
