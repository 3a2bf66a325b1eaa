import type { OneToOne } from '../../../lib/deal/talk.ts';
import { type DealLife, dealLife as lifeOf } from '../../../lib/team/pipeline/life.ts';
import type { KnownTeam } from '../known-team.ts';

/** Null where no such deal is on record. `talks` are those for which it was picked. */
export function dealLife(
  { histories, settings, moment, usual }: KnownTeam,
  { id, talks, locale }: { id: string; talks: readonly OneToOne[]; locale: string },
): DealLife | null {
  const history = histories.find(({ deal }) => deal.id === id);
  return history ? lifeOf({ history, moment, settings, usual, talks, locale }) : null;
}
