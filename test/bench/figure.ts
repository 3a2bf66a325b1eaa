/** One measured figure, beside a named floor that was measured in the same run and the target that it is held to. */
export type Figure = {
  bench: string;
  figure: string;
  unit: 'ms' | 'kB' | '%' | 'bytes';
  value: number;
  /** What the same machine needs at least, by name in `floorName`; null where nothing comparable exists. */
  floor: number | null;
  floorName: string | null;
  ratio: number | null;
  target: number | null;
  ok: boolean;
};

export function figure(
  bench: string,
  name: string,
  unit: Figure['unit'],
  value: number,
  floor: { name: string; value: number } | null,
  target: number | null,
): Figure {
  return {
    bench,
    figure: name,
    unit,
    value: round(value),
    floor: floor && round(floor.value),
    floorName: floor?.name ?? null,
    ratio: floor && floor.value > 0 ? round(value / floor.value) : null,
    target,
    ok: target === null || value <= target,
  };
}

const round = (value: number) => Math.round(value * 100) / 100;

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
