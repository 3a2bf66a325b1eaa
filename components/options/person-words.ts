import type { Day } from '../../lib/deal/day.ts';
import { nameKey } from '../../lib/deal/same-name.ts';
import type { Person } from '../../lib/settings/people.ts';
import { type RosterRefusal, wordsOf } from '../../lib/settings/roster-edit.ts';
import type { OwnerSeen } from '../../lib/team/owners-seen.ts';
import { formatDay } from '../format-day.ts';
import { counted } from '../import-words.ts';

export const REFUSED_WORDS: Record<RosterRefusal, string> = {
  empty: 'Type a name first.',
  taken: 'This name already leads to somebody on the roster. Nothing was changed.',
  unknown: 'The roster was changed elsewhere meanwhile. Nothing was changed; look at it again.',
  same: 'That is one person already. Nothing was changed.',
  'too-many': 'That is more than Sideline keeps. Nothing was changed.',
  erased: 'This name stands for people who were erased, and leads to nobody. Nothing was changed.',
};

/** "on 14 deals, last Tue 3 Nov". */
export function saySeen({ deals, lastOn }: { deals: number; lastOn: Day }): string {
  return `on ${counted(deals, 'deal', 'deals')}, last ${formatDay(lastOn)}`;
}

/** What was seen of a person under all their names together; null: nothing. */
export function seenOf(person: Person, seen: readonly OwnerSeen[]): { deals: number; lastOn: Day } | null {
  const keys = new Set(wordsOf(person).map(nameKey));
  const own = seen.filter(({ name }) => keys.has(nameKey(name)));
  const lastOn = own
    .map((each) => each.lastOn)
    .sort()
    .at(-1);
  return lastOn === undefined ? null : { deals: own.reduce((sum, { deals }) => sum + deals, 0), lastOn };
}

/** Mine, left, team, me: in a few words. */
export function saySaid({ mine, left, team }: Person, isMe: boolean): string {
  const said = [
    isMe ? 'you' : null,
    mine === true ? 'mine' : mine === false ? 'not mine' : null,
    left ? 'left' : null,
    team === null ? null : `team ${team}`,
  ].filter((each) => each !== null);
  return said.join(', ') || 'nothing said yet';
}
