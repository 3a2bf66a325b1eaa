import type { AgendaInput } from '../../lib/coaching/agenda/person-context.ts';
import type { Catalogue } from '../../lib/coaching/catalogue/types.ts';
import { type RosterPerson, rosterOf } from '../../lib/deal/roster.ts';
import { nameKey } from '../../lib/deal/same-name.ts';
import type { OneToOne } from '../../lib/deal/talk.ts';
import { ownersIn } from '../../lib/history/deal-as-of.ts';
import type { DealHistory, Moment } from '../../lib/history/types.ts';
import { judgedBy } from '../../lib/settings/judged-by.ts';
import type { Settings } from '../../lib/settings/settings.ts';

/** All that agendas are made of. */
export type Known = {
  histories: DealHistory[];
  settings: Settings;
  talks: OneToOne[];
  catalogue: Catalogue;
};

/** A roster of a whole company would bury the few with whom there is something to talk about. */
const ALL_SHOWN = 60;

/** With whom talks may be: a rep sees their own alone, a manager everybody but themselves. */
export function peopleIn({ histories, settings, talks }: Known, moment: Moment): RosterPerson[] {
  const owners = ownersIn(histories, moment);
  const { people, personOf } = rosterOf<RosterPerson>(settings.people, owners);
  const { role, me } = settings;
  const mine = me === null ? null : (personOf(me)?.name ?? me);
  if (role === 'rep') return mine === null ? [] : [{ name: mine, aliases: [] }];
  const others = people.filter(({ name }) => name !== mine);
  if (others.length <= ALL_SHOWN) return others;
  const busy = new Set([...owners, ...talks.map(({ person }) => person)].map((name) => personOf(name)?.name));
  return others.filter(({ name }) => busy.has(name));
}

export function agendaInput(known: Known, person: string, talk: OneToOne | null, moment: Moment): AgendaInput {
  const { histories, settings, talks, catalogue } = known;
  const { people, fiscalYearStart } = settings;
  return {
    ...{ person, histories, talks, talk, moment, roster: people, catalogue, locale: undefined, fiscalYearStart },
    manager: leaderIn(known),
    by: judgedBy(settings),
  };
}

/** Null where the rep sits before the screen, or where it was not said yet who does. */
const leaderIn = ({ settings: { role, me } }: Known) => (role === 'manager' ? me : null);

/** Who can promise something: the rep, and whoever leads. */
export function promisersIn(known: Known, person: string): string[] {
  const leads = leaderIn(known);
  return leads === null || nameKey(leads) === nameKey(person) ? [person] : [person, leads];
}
