import type { Instant } from '../deal/day.ts';
import type { DealHistory, Moment } from '../history/types.ts';
import { type AssessSettings, assessDeal } from './assess.ts';
import type { Score, SignalName } from './types.ts';

/** What the score said at one look. */
export type CoursePoint = { at: Instant; score: Score; on: SignalName[]; good: SignalName[] };

const POINTS_MOST = 60;

/**
 * The score's course over a deal's life, replayed: at each of its looks what was to be said then, from what was known
 * then and nothing later. Of very many looks as many as can be drawn, spread over its life, the last one always.
 */
export function courseOf(
  history: DealHistory,
  settings: Omit<AssessSettings, 'moment'>,
  until: Moment,
  pointsMost = POINTS_MOST,
): CoursePoint[] {
  const seen = history.sightings.filter(({ at, recordedAt }) => at <= until.asOf && recordedAt <= until.knownAt);
  const looks = [...new Set(seen.map(({ at, recordedAt }) => Math.max(at, recordedAt)))].sort((a, b) => a - b);
  return spread(looks, pointsMost).map((at) => {
    const moment = { asOf: at, knownAt: at, timeZone: until.timeZone };
    const { score, on, good } = assessDeal(history, { ...settings, moment });
    return { at, score, on: on.map(({ signal }) => signal), good: good.map(({ signal }) => signal) };
  });
}

function spread(looks: readonly Instant[], most: number): Instant[] {
  if (looks.length <= most) return [...looks];
  const step = (looks.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, at) => looks[Math.round(at * step)] ?? 0);
}
