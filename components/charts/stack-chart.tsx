import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { AXIS, type Figures, GOAL_LABEL, GRID, type Hovered, STILL, Tip } from './axes.tsx';
import { ChartFrame } from './chart-frame.tsx';

/** `look`: a class of `charts.css`, the same for one meaning everywhere. */
export type StackPart = { key: string; label: string; look: string };
export type StackRow = { key: string; label: string; values: Record<string, number>; goal: number | null };

type StackProps = {
  title: string;
  summary: string;
  parts: readonly StackPart[];
  rows: readonly StackRow[];
  figures: Figures;
};

const ROW_PX = 44;

/** Rows in the order in which they are given, each made up of the same parts; where one row has a goal, a line says where it lies. */
export function StackChart({ title, summary, parts, rows, figures }: StackProps) {
  const data = rows.map(({ values, ...row }) => ({ ...row, ...values }));
  const [only] = rows;
  return (
    <ChartFrame
      title={title}
      summary={summary}
      legend={parts}
      table={{
        heads: ['', ...parts.map(({ label }) => label), 'Goal'],
        rows: rows.map(({ label, values, goal }) => [
          label,
          ...parts.map(({ key }) => figures.whole(values[key] ?? 0)),
          goal === null ? '–' : figures.whole(goal),
        ]),
      }}
    >
      <ResponsiveContainer width="100%" height={64 + ROW_PX * rows.length}>
        <BarChart
          data={data}
          layout="vertical"
          margin={{ top: 20, right: 24, left: 8, bottom: 0 }}
          barCategoryGap="24%"
        >
          <CartesianGrid {...GRID} vertical horizontal={false} />
          <XAxis {...AXIS} type="number" tickFormatter={figures.short} />
          <YAxis {...AXIS} type="category" dataKey="label" width={132} />
          <Tooltip
            {...STILL}
            cursor={{ fill: 'var(--hover)' }}
            content={({ active, payload }: Hovered) => {
              const row = active ? (payload?.[0]?.payload as StackRow & Record<string, number>) : undefined;
              if (!row) return null;
              const lines = parts.map(({ key, label }) => ({ label, text: figures.whole(row[key] ?? 0) }));
              return (
                <Tip
                  title={row.label}
                  lines={row.goal === null ? lines : [...lines, { label: 'Goal', text: figures.whole(row.goal) }]}
                />
              );
            }}
          />
          {parts.map(({ key, look }) => (
            <Bar key={key} {...STILL} dataKey={key} stackId="row" className={`bar ${look}`} />
          ))}
          {rows.length === 1 && only?.goal != null && (
            <ReferenceLine x={only.goal} className="goal" label={GOAL_LABEL} />
          )}
        </BarChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}
