import type { Interval } from '../lib/team/people/posterior.ts';

type BarProps = {
  interval: Interval;
  /** Where a thin line stands; null: nowhere. */
  usual: number | null;
  /** From 0 to 1; else the scale reaches from a third of what is usual to three times that, as logarithms do. */
  isShare: boolean;
};

const WIDTH = 160;
const SIDE_LOG = Math.log(3);

/** Where a figure lies, as a bar with its point, beside what is usual. The figures themselves stand next to it. */
export function IntervalBar({ interval, usual, isShare }: BarProps) {
  const centre = usual ?? interval.estimate;
  const [from, to] = isShare ? [0, 1] : [centre - SIDE_LOG, centre + SIDE_LOG];
  const x = (value: number) => 4 + ((WIDTH - 8) * (Math.min(to, Math.max(from, value)) - from)) / (to - from);
  return (
    <svg class="interval" width={WIDTH} height="16" viewBox={`0 0 ${WIDTH} 16`} aria-hidden="true">
      <line class="scale" x1="4" x2={WIDTH - 4} y1="8" y2="8" />
      <line class="within" x1={x(interval.low)} x2={x(interval.high)} y1="8" y2="8" />
      {usual !== null && <line class="usual" x1={x(usual)} x2={x(usual)} y1="1" y2="15" />}
      <circle class="point" cx={x(interval.estimate)} cy="8" r="4" />
    </svg>
  );
}
