import type { Share } from '../lib/risk/self-check.ts';

const WIDTH = 200;
const MIDDLE = 6;

/** A share between nought and all with its interval; the table beside it says the figures. */
export function ShareBar({ share: { share, low, high } }: { share: Share }) {
  const x = (value: number) => 4 + value * (WIDTH - 8);
  return (
    <svg class="share" viewBox={`0 0 ${WIDTH} 12`} aria-hidden="true">
      <line class="scale" x1={x(0)} x2={x(1)} y1={MIDDLE} y2={MIDDLE} />
      <line class="interval" x1={x(low)} x2={x(high)} y1={MIDDLE} y2={MIDDLE} />
      <circle class="point" cx={x(share)} cy={MIDDLE} r="4" />
    </svg>
  );
}
