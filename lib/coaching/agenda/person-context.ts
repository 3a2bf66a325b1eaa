import { addDays, type Instant } from '../../deal/day.ts';
import { type Roster, type RosterPerson, rosterOf } from '../../deal/roster.ts';
import type { OneToOne } from '../../deal/talk.ts';
import { ownersIn } from '../../history/deal-as-of.ts';
import type { DealHistory, Moment } from '../../history/types.ts';
import type { JudgedBy } from '../../risk/assess.ts';
import { type TeamContext, teamContext } from '../../risk/team-context.ts';
import type { Catalogue } from '../catalogue/types.ts';
import { type Speaker, speakerAt } from '../words/dates.ts';
import type { Words } from '../words/english.ts';
import { wordsFor } from '../words/words-for.ts';
import { type OwnDeal, ownDeals } from './own-deals.ts';
import { talksWith } from './talks-with.ts';

export type AgendaInput = {
  /** By the name of the roster. */
  person: string;
  histories: readonly DealHistory[];
  talks: readonly OneToOne[];
  /** The talk that goes on, or was shown last; null: none was begun. */
  talk: OneToOne | null;
  moment: Moment;
  roster: readonly RosterPerson[];
  /** Who leads the talk; null where the one before the screen is the rep. */
  manager: string | null;
  by: JudgedBy;
  catalogue: Catalogue;
  locale: string | undefined;
  fiscalYearStart: number;
  /** What is usual, where it was worked out before. */
  team?: TeamContext | undefined;
};

/** What all parts of an agenda are made of, worked out once. */
export type PersonContext = Omit<AgendaInput, 'roster'> & {
  words: Words;
  say: Speaker;
  roster: Roster;
  own: OwnDeal[];
  /** Talks that ended before this one. */
  before: OneToOne[];
  /** From when on things are news. */
  since: Instant;
};

/** Before a first talk: two weeks hold what both still remember. */
const FIRST_DAYS = 14;

export function personContext(input: AgendaInput): PersonContext {
  const { person, histories, moment, by, locale, talk } = input;
  const say = speakerAt(moment.asOf, moment.timeZone, locale);
  const roster = rosterOf(input.roster, ownersIn(histories, moment));
  const team = input.team ?? teamContext(histories, moment, by.calendar);
  const before = talksWith(person, input.talks, moment).ended.filter(({ id }) => id !== talk?.id);
  return {
    ...input,
    ...{ words: wordsFor(locale), say, roster, before },
    own: ownDeals(person, roster, histories, moment, by, team),
    since: before.at(-1)?.endedAt ?? Date.parse(`${addDays(say.today, -FIRST_DAYS)}T00:00:00Z`),
  };
}
