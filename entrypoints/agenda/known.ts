import type { AgendaInput } from '../../lib/coaching/agenda/person-context.ts';
import type { Catalogue } from '../../lib/coaching/catalogue/types.ts';
import { type RosterPerson, rosterOf } from '../../lib/deal/roster.ts';
import { nameKey } from '../../lib/deal/same-name.ts';
import type { OneToOne } from '../../lib/deal/talk.ts';
import type { DealHistory, Moment } from '../../lib/history/types.ts';
import type { TeamContext } from '../../lib/risk/team-context.ts';
import { judgedBy } from '../../lib/settings/judged-by.ts';
import type { Settings } from '../../lib/settings/settings.ts';

/** What the page itself knows. `owners`: whom deals name, once per deal that names one. */
export type Known = { settings: Settings; talks: OneToOne[]; owners: string[] };

/** What agendas are made of besides; it stays in the worker. */
export type Read = {
  histories: DealHistory[];
  settings: Settings;
  catalogue: Catalogue;
  moment: Moment;
  team: TeamContext;
};

/** Whose agenda, with the talk that goes on and all that were. */
export type Asked = Pick<AgendaInput, 'person' | 'talk' | 'talks'>;

/** A roster of a whole company would bury the few with whom there is something to talk about. */
const ALL_SHOWN = 60;

/** With whom talks may be: a rep sees their own alone, a manager everybody but themselves. */
export function peopleIn({ owners, settings, talks }: Known): RosterPerson[] {
  const { people, personOf } = rosterOf<RosterPerson>(settings.people, owners);
  const { role, me } = settings;
  const mine = me === null ? null : (personOf(me)?.name ?? me);
  if (role === 'rep') return mine === null ? [] : [{ name: mine, aliases: [] }];
  const others = people.filter(({ name }) => name !== mine);
  if (others.length <= ALL_SHOWN) return others;
  const busy = new Set([...owners, ...talks.map(({ person }) => person)].map((name) => personOf(name)?.name));
  return others.filter(({ name }) => busy.has(name));
}

export function agendaInput({ histories, settings, catalogue, moment, team }: Read, asked: Asked): AgendaInput {
  const { people, fiscalYearStart } = settings;
  return {
    ...{ ...asked, histories, moment, team, roster: people, catalogue, locale: undefined, fiscalYearStart },
    manager: leaderIn(settings),
    by: judgedBy(settings),
  };
}

/** Null where the rep sits before the screen, or where it was not said yet who does. */
const leaderIn = ({ role, me }: Settings) => (role === 'manager' ? me : null);

/** Who can promise something: the rep, and whoever leads. */
export function promisersIn({ settings }: Known, person: string): string[] {
  const leads = leaderIn(settings);
  return leads === null || nameKey(leads) === nameKey(person) ? [person] : [person, leads];
}
