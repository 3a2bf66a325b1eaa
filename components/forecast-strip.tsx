import type { OursScreen } from '../lib/team/forecast/say-ours.ts';

type StripProps = {
  ours: Extract<OursScreen, { ready: true }>;
  closed: number;
  /** How a figure in the unit's minor units is written. */
  say(minor: number): string;
};

type Mark = { key: string; label: string; at: number };

/** The distribution as a bar from P10 to P90 with its middle, beside what is closed and the goal. */
export function ForecastStrip({ ours, closed, say }: StripProps) {
  const { p10, p50, p90, goal } = ours;
  const marks: Mark[] = [
    { key: 'closed', label: 'Closed', at: closed },
    { key: 'p10', label: 'P10', at: p10 },
    { key: 'p50', label: 'P50', at: p50 },
    { key: 'p90', label: 'P90', at: p90 },
    ...(goal === null ? [] : [{ key: 'goal', label: 'Goal', at: goal }]),
  ];
  const top = Math.max(1, ...marks.map(({ at }) => at)) * 1.06;
  const x = (at: number) => `${((100 * Math.max(0, at)) / top).toFixed(2)}%`;
  const line = (at: number, look: string) => <line class={look} x1={x(at)} x2={x(at)} y1="2" y2="38" />;
  return (
    <div class="strip">
      <svg width="100%" height="40" aria-hidden="true">
        <line class="scale" x1="0" x2="100%" y1="20" y2="20" />
        <rect class="within" x={x(p10)} width={x(p90 - p10)} y="12" height="16" rx="2" />
        {line(closed, 'closed')}
        {line(p50, 'p50')}
        {goal !== null && line(goal, 'goal')}
      </svg>
      <dl>
        {marks.map(({ key, label, at }) => (
          <div key={key}>
            <dt>
              <svg width="12" height="16" aria-hidden="true">
                {key === 'p10' || key === 'p90' ? (
                  <rect class="within" x="0" y="4" width="12" height="8" rx="2" />
                ) : (
                  <line class={key} x1="6" x2="6" y1="0" y2="16" />
                )}
              </svg>
              {label}
            </dt>
            <dd>{say(at)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
