import type { JudgedBy } from '../risk/assess.ts';
import { learntOf } from '../risk/learn/apply.ts';
import type { Settings } from './settings.ts';

/** What every deal is judged by, of all that the user set. */
export function judgedBy({
  calendar,
  limits,
  exits,
  learnt,
}: Pick<Settings, 'calendar' | 'limits' | 'exits' | 'learnt'>): JudgedBy {
  return { calendar, limits, exits, learnt: learntOf(learnt.model, learnt.shift, learnt.on) };
}
