import { addDays, type Instant } from '../../deal/day.ts';
import { momentOn } from '../../deal/local-time.ts';
import type { WeeklySweep } from '../../deal/sweep.ts';
import type { Team } from '../team-deals.ts';
import { type SweepInput, sweepState } from './sweep-state.ts';

/** When each complete week was completed, oldest first: figures that compare weeks or people look at these moments alone. */
export function completeEnds(sweeps: readonly WeeklySweep[]): Instant[] {
  return sweeps.flatMap(({ completedAt }) => completedAt ?? []).sort((a, b) => a - b);
}

/** The week with its end, once its sweep is complete: from then on it is not worked out anew. Null while it is not. */
export function completed(input: SweepInput): WeeklySweep | null {
  const { said, team } = input;
  if (said.completedAt !== null || !sweepState(input).isComplete) return null;
  return { ...said, completedAt: team.moment.asOf, covered: coveredIn(team, said) };
}

/** All deals that any page or file showed in that week. */
function coveredIn({ deals, moment }: Team, { from, to }: WeeklySweep): string[] {
  const [begin, end] = [from, addDays(to, 1)].map((day) => momentOn(day, '00:00', moment.timeZone));
  const isIn = (at: Instant) => at >= (begin ?? 0) && at < (end ?? 0);
  return deals.filter(({ now }) => now.history.sightings.some(({ at }) => isIn(at))).map(({ id }) => id);
}
