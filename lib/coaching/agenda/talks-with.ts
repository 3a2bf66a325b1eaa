import { nameKey } from '../../deal/same-name.ts';
import type { OneToOne } from '../../deal/talk.ts';
import type { Moment } from '../../history/types.ts';

/** The talks with one person as of a moment, the earliest first. */
export function talksWith(
  person: string,
  talks: readonly OneToOne[],
  { asOf }: Moment,
): { ended: OneToOne[]; open: OneToOne | null } {
  const theirs = talks
    .filter((talk) => nameKey(talk.person) === nameKey(person) && talk.startedAt <= asOf)
    .sort((a, b) => a.startedAt - b.startedAt);
  const isEnded = ({ endedAt }: OneToOne) => endedAt !== null && endedAt <= asOf;
  return { ended: theirs.filter(isEnded), open: theirs.findLast((talk) => !isEnded(talk)) ?? null };
}
