import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { WeeksFreezing } from '../../../../components/snapshots/snapshots-state.ts';
import { freezeWeeks, freezing, freezingProblem } from '../../snapshots/freeze-weeks.ts';
import { useAnswer } from '../../use-answer.tsx';
import type { TabProps } from '../index.ts';

/**
 * Has the weeks frozen that ended unfrozen. `unfrozen`: how many are left; null: not known yet, and `state` says why.
 * `done` goes up with each, so that what is shown is asked for again.
 */
export function useUnfrozen({ ask, turn }: TabProps): {
  unfrozen: number | null;
  done: number;
  state: ComponentChildren;
} {
  const done = freezing.value?.done ?? 0;
  const { answer: unfrozen, state } = useAnswer(() => ask('weeksUnfrozen', undefined), [turn, done]);
  useEffect(() => {
    if (unfrozen && freezingProblem.value === null) void freezeWeeks();
  }, [unfrozen]);
  return { unfrozen, done, state };
}

/** How far they are; null: none is left. */
export const freezingOf = (unfrozen: number): WeeksFreezing | null =>
  unfrozen === 0
    ? null
    : { frozen: freezing.value ?? { done: 0, of: unfrozen }, problem: freezingProblem.value, again: freezeWeeks };
