import type { DealAnswer } from '../deal/answer.ts';
import type { Instant } from '../deal/day.ts';
import type { StageKind } from '../deal/stage-kind.ts';

/**
 * An answer ages from `ageing` days on and fades at `stale`: a deal near its end changes faster than one that has begun.
 * Expert judgement; no published figure was found.
 */
export const FADES = {
  early: { ageing: 30, stale: 60 },
  mid: { ageing: 30, stale: 60 },
  late: { ageing: 14, stale: 30 },
};

const DAY_MS = 86_400_000;

/** In a mid stage, and where the kind is not known, an answer holds as long as in an early one. */
export function answerAge(
  { at }: Pick<DealAnswer, 'at'>,
  asOf: Instant,
  kind: StageKind | null,
): { days: number; age: 'fresh' | 'ageing' | 'stale' } {
  const days = Math.floor((asOf - at) / DAY_MS);
  const { ageing, stale } = FADES[kind === 'late' ? kind : 'early'];
  return { days, age: days >= stale ? 'stale' : days >= ageing ? 'ageing' : 'fresh' };
}

/** The answers that have not faded. */
export function standingAnswers(
  answers: ReadonlyMap<string, DealAnswer>,
  asOf: Instant,
  kind: StageKind | null,
): ReadonlyMap<string, DealAnswer> {
  if (answers.size === 0) return answers;
  return new Map([...answers].filter(([, answer]) => answerAge(answer, asOf, kind).age !== 'stale'));
}
