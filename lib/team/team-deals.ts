import { type DealNow, dealsNow } from '../coaching/deals-now.ts';
import { type Day, dayInZone, type Instant } from '../deal/day.ts';
import type { Outcome } from '../deal/fields.ts';
import type { Money } from '../deal/money.ts';
import { type Roster, type RosterPerson, rosterOf } from '../deal/roster.ts';
import { type StageKind, stageKind } from '../deal/stage-kind.ts';
import { ownersIn } from '../history/deal-as-of.ts';
import { firstKnownAt } from '../history/first-known.ts';
import type { DealHistory, Freshness, Moment } from '../history/types.ts';
import { categoryOf, type ForecastCategory } from '../process/forecast-category.ts';
import type { TeamContext } from '../risk/team-context.ts';
import { judgedBy } from '../settings/judged-by.ts';
import type { Person } from '../settings/people.ts';
import type { TeamSettings } from './team-settings.ts';

/** One deal at one moment, as every figure of a team sees it. Null: never seen, or seen empty. */
export type TeamDeal = {
  id: string;
  name: string | null;
  url: string;
  /** As the roster calls them. */
  owner: string | null;
  team: string | null;
  pipeline: string | null;
  stage: string | null;
  stageKind: StageKind | null;
  amount: Money | null;
  closeDate: Day | null;
  /** As the CRM's own field says; null too where its word is none of ours. */
  category: ForecastCategory | null;
  outcome: Outcome;
  /** Of a deal that ended: its close date as seen since then, else the day of the look that first saw it so. */
  closedOn: Day | null;
  createdOn: Day | null;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
  freshness: Freshness;
  /** With history, assessment, and agreed wait. */
  now: DealNow;
};

export type Team = {
  moment: Moment;
  today: Day;
  settings: TeamSettings;
  roster: Roster<Person>;
  /** Those that the user called theirs; all that nobody called somebody else's, where none was. Who left is among them. */
  people: RosterPerson[];
  /** The deals of those people, and those without an owner; open and ended. */
  deals: TeamDeal[];
};

/** `usual`: what is usual for these deals, where it was worked out before. */
export function teamAt(
  histories: readonly DealHistory[],
  moment: Moment,
  settings: TeamSettings,
  usual?: TeamContext | null,
): Team {
  const roster = rosterOf(settings.people, ownersIn(histories, moment));
  const mine = settings.people.some((person) => person.mine === true);
  const isOurs = (person: RosterPerson | Person) =>
    mine ? 'mine' in person && person.mine === true : !('mine' in person && person.mine === false);
  const people = roster.people.filter(isOurs);
  const ours = new Set(people);
  const deals = dealsNow(histories, moment, judgedBy(settings), usual).flatMap((now) => {
    const owner = now.deal.fields.owner?.value ?? null;
    const person = owner === null ? null : roster.personOf(owner);
    return person === null || ours.has(person) ? teamDeal(now, person, moment) : [];
  });
  return { moment, today: dayInZone(moment.asOf, moment.timeZone), settings, roster, people, deals };
}

function teamDeal(now: DealNow, person: Person | RosterPerson | null, moment: Moment): TeamDeal {
  const { timeZone } = moment;
  const { deal, outcome, history, assessment } = now;
  const { fields } = deal;
  const stage = fields.stage?.value ?? null;
  const closeDate = fields.closeDate?.value ?? null;
  const end = fields.outcome?.value === outcome ? fields.outcome : fields.stage;
  const seenEnded = end && end.after !== null ? dayInZone(end.seenAt, timeZone) : null;
  // A date that was last seen while the deal was open is a hope; CRMs set it to the day on which a deal is closed.
  const isDated = end && fields.closeDate && fields.closeDate.lastSeenAt >= end.seenAt;
  return {
    id: history.deal.id,
    name: fields.name?.value ?? null,
    url: deal.record.url,
    owner: person?.name ?? null,
    team: person && 'team' in person ? person.team : null,
    pipeline: fields.pipeline?.value ?? null,
    stage: stage?.label ?? null,
    stageKind: stageKind(stage, history.stages, outcome),
    amount: fields.amount?.value ?? null,
    closeDate,
    category: categoryOf(fields.forecastCategory?.value ?? ''),
    outcome,
    closedOn: outcome === 'open' ? null : isDated ? closeDate : (seenEnded ?? closeDate),
    createdOn: fields.createdOn?.value ?? null,
    firstSeenAt: firstKnownAt(history, moment),
    lastSeenAt: deal.lastSeenAt,
    freshness: assessment.freshness,
    now,
  };
}
