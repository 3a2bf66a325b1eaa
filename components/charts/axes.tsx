/** What all charts share: quiet lines, figures in the page's own type, nothing that moves. */
export const GRID = { vertical: false, stroke: 'var(--line)' } as const;
export const TICKS = { fill: 'var(--ink-2)', fontSize: 12 } as const;
export const AXIS = { stroke: 'var(--edge)', tickLine: false, tick: TICKS } as const;
export const STILL = { isAnimationActive: false } as const;

/** How a figure is written, whole and short enough for an axis. */
export type Figures = { whole(value: number): string; short(value: number): string };

/** What the library tells of the place that is pointed at; its own types need React's. */
export type Hovered = { active?: boolean; payload?: readonly { payload?: unknown }[]; label?: unknown };

type TipProps = { title: string; lines: readonly { label: string; text: string }[] };

/** What the pointer, or the arrow keys, are at. */
export function Tip({ title, lines }: TipProps) {
  return (
    <div class="tip">
      <b>{title}</b>
      {lines.map(({ label, text }) => (
        <span key={label}>
          {label} <span class="figure">{text}</span>
        </span>
      ))}
    </div>
  );
}
