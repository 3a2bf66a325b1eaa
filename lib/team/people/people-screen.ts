import type { ProvenMoment } from '../../coaching/agenda/agenda.ts';
import { provenMoments } from '../../coaching/agenda/moments.ts';
import { ownDeals } from '../../coaching/agenda/own-deals.ts';
import type { DealRow } from '../../coaching/card.ts';
import { rowOf } from '../../coaching/pick-touches.ts';
import { type Speaker, speakerAt } from '../../coaching/words/dates.ts';
import type { Words } from '../../coaching/words/english.ts';
import { TITLES } from '../../coaching/words/english-names.ts';
import { wordsFor } from '../../coaching/words/words-for.ts';
import type { Instant } from '../../deal/day.ts';
import { quarterOf } from '../../deal/quarter.ts';
import type { DealHistory } from '../../history/types.ts';
import type { TeamContext } from '../../risk/team-context.ts';
import { RISK_NAMES, type RiskName } from '../../risk/types.ts';
import { judgedBy } from '../../settings/judged-by.ts';
import type { Team, TeamDeal } from '../team-deals.ts';
import { buildPeople, type PeopleFigures, type PersonFigures } from './build-people.ts';
import { type Concentration, concentrationOf } from './concentration.ts';

export type PersonScreen = PersonFigures & {
  /** What went well, with its day and what shows it; the latest first. */
  moments: ProvenMoment[];
  /** All open deals, the next to close first. */
  portfolio: DealRow[];
};

export type PeopleScreen = Omit<PeopleFigures, 'people'> & {
  people: PersonScreen[];
  /** Signals that hold on any open deal, in their own order. */
  signals: { signal: RiskName; title: string }[];
  concentration: Concentration[];
  quarter: { number: number; year: number };
  /** Every deal that is named by its id above. */
  rows: Record<string, DealRow>;
};

const MOST_MOMENTS = 5;

type Input = {
  team: Team;
  histories: readonly DealHistory[];
  /** Ends of the complete weeks, oldest first. */
  ends: readonly Instant[];
  usual: TeamContext;
  locale: string | undefined;
};

/** How each person's deals go, with what was proven when, and the whole portfolio of everybody: the best included. */
export function peopleScreen({ team, histories, ends, usual, locale }: Input): PeopleScreen {
  const words = wordsFor(locale);
  const say = speakerAt(team.moment.asOf, team.moment.timeZone, locale);
  const built = buildPeople(team, histories, ends);
  const quarter = quarterOf(team.today, team.settings.fiscalYearStart);
  const expected = team.deals.filter(
    ({ outcome, closeDate, closedOn }) =>
      (outcome === 'won' && closedOn !== null && closedOn >= quarter.from && closedOn <= quarter.to) ||
      (outcome === 'open' && closeDate !== null && closeDate <= quarter.to),
  );
  const concentration = concentrationOf(expected, team);
  const people = built.people.map(
    (one): PersonScreen => ({
      ...one,
      moments: momentsOf(one.person, team, histories, usual, words, say),
      portfolio: portfolioOf(one.person, team, words, say),
    }),
  );
  const held = new Set(built.people.flatMap(({ signals }) => signals.map(({ signal }) => signal as string)));
  const named = new Set([
    ...concentration.flatMap(({ top }) => top.flatMap(({ deals }) => deals)),
    ...built.people.flatMap(({ measures, signals }) => [...measures, ...signals].flatMap(({ deals }) => deals)),
  ]);
  return {
    ...built,
    people,
    concentration,
    quarter,
    signals: RISK_NAMES.filter((signal) => held.has(signal)).map((signal) => ({ signal, title: TITLES[signal] })),
    rows: Object.fromEntries(
      team.deals
        .filter(({ id }) => named.has(id))
        .map((deal) => [deal.id, rowOf(deal.now, deal.stage ?? '', say, words)]),
    ),
  };
}

function momentsOf(
  person: string,
  { roster, moment, settings }: Team,
  histories: readonly DealHistory[],
  usual: TeamContext,
  words: Words,
  say: Speaker,
): ProvenMoment[] {
  const own = ownDeals(person, roster, histories, moment, judgedBy(settings), usual);
  const isTheirs = (who: string) => roster.personOf(who)?.name === person;
  return provenMoments({ own, exits: settings.exits, isTheirs, moment, words, say }).slice(0, MOST_MOMENTS);
}

function portfolioOf(person: string, { deals }: Team, words: Words, say: Speaker): DealRow[] {
  const detail = ({ stage, closeDate, now }: TeamDeal) =>
    [stage, closeDate && say.day(closeDate), now.deal.fields.nextStep?.value].filter(Boolean).join(' · ');
  return deals
    .filter(({ owner, outcome }) => owner === person && outcome === 'open')
    .toSorted((a, b) => (a.closeDate ?? '9').localeCompare(b.closeDate ?? '9'))
    .map((deal) => rowOf(deal.now, detail(deal), say, words));
}
