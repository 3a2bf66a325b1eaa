import { addDays, type Day, dayInZone } from '../../deal/day.ts';
import type { RosterPerson } from '../../deal/roster.ts';
import type { OneToOne } from '../../deal/talk.ts';
import type { Moment } from '../../history/types.ts';
import type { Speaker } from '../words/dates.ts';
import { agendaWords } from './agenda-words.ts';
import { talksWith } from './talks-with.ts';

const DAYS = 90;

/** How often one person was talked with, as information. */
export type SpreadRow = {
  person: string;
  /** In the last 90 days. */
  talks: number;
  lastOn: Day | null;
  nextOn: Day | null;
  goesOn: boolean;
  text: string;
};

/** In the order of the roster: a ranking would make a contest of it. */
export function coachingSpread(
  people: readonly RosterPerson[],
  talks: readonly OneToOne[],
  moment: Moment,
  say: Speaker,
): SpreadRow[] {
  const from = addDays(say.today, -DAYS);
  const { spread } = agendaWords;
  return people.map(({ name }) => {
    const { ended, open } = talksWith(name, talks, moment);
    const days = ended.map(({ endedAt }) => dayInZone(endedAt ?? 0, moment.timeZone));
    const count = days.filter((day) => day > from).length;
    const lastOn = days.at(-1) ?? null;
    const planned = open?.nextOn ?? ended.at(-1)?.nextOn ?? null;
    const nextOn = planned !== null && planned >= say.today ? planned : null;
    const text = [
      spread.talks(count, lastOn === null),
      ...(lastOn ? [spread.last(say.weekday(lastOn))] : []),
      ...(nextOn ? [spread.next(say.weekday(nextOn))] : []),
      ...(open ? [spread.goesOn] : []),
    ].join(' · ');
    return { person: name, talks: count, lastOn, nextOn, goesOn: open !== null, text };
  });
}
