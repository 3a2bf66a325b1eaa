import { daysBetween, workingDaysBetween } from '../../deal/day.ts';
import type { Role } from '../../deal/role.ts';
import { EVERYBODY, teamsOf, type Whose } from '../goals.ts';
import { restsOn } from '../rests-on.ts';
import type { Team } from '../team-deals.ts';
import type { SaidRests } from '../today/five-sentences.ts';
import { sayRestsOn } from '../today/say-rests-on.ts';
import { type GapFigures, type GapInput, gapFigures } from './gap-figures.ts';
import { dealsOf, gapOf } from './gap-of.ts';
import { type SaidAhead, sayAhead } from './say-ahead.ts';
import { type SaidCloses, sayCloses } from './say-closes.ts';
import { type SaidCoverage, sayCoverage } from './say-coverage.ts';
import { type SaidEach, sayEach } from './say-each.ts';
import { type SaidGap, sayGap } from './say-gap.ts';
import { type SaidPacing, sayPacing } from './say-pacing.ts';
import { type SaidWhere, sayWhere } from './say-where.ts';
import { tellingOf } from './telling.ts';

/** All that the gap's tab shows; plain text in the user's locale. */
export type GapScreen = {
  /** "Q4 2026". */
  period: string;
  day: string;
  /** Whose gap may be asked for: everybody's first, then teams, then persons in roster order. One alone: no choice. */
  choices: Whose[];
  whose: Whose;
  gap: SaidGap;
  /** Null for a rep: others' figures are not theirs. */
  each: SaidEach | null;
  coverage: SaidCoverage;
  pacing: SaidPacing;
  where: SaidWhere;
  closes: SaidCloses;
  ahead: SaidAhead;
  rests: SaidRests | null;
};

type Input = GapInput & { role: Role; locale: string | undefined };

export function gapScreen({ role, locale, ...input }: Input): GapScreen {
  const { team } = input;
  const own = role === 'rep' ? ownOf(team) : null;
  const choices = own ? [own] : choicesOf(team);
  const whose = choices.find(({ person, team: name }) => person === input.whose.person && name === input.whose.team);
  const figures = gapFigures({ ...input, whose: whose ?? choices[0] ?? EVERYBODY });
  const telling = tellingOf(team, figures, locale);
  const { words, say, period } = telling;
  const open = dealsOf(team, team.deals, figures.gap.whose).filter(({ outcome }) => outcome === 'open');
  return {
    period: period(figures.quarter),
    day: dayOf(figures, team, words.workingDays),
    ...{ choices, whose: figures.gap.whose },
    gap: sayGap(telling),
    each: own ? null : sayEach(telling, gapOf(team, figures.quarter, EVERYBODY)),
    coverage: sayCoverage(telling),
    pacing: sayPacing(telling, team),
    where: sayWhere(telling),
    closes: sayCloses(telling),
    ahead: sayAhead(telling),
    rests: sayRestsOn(restsOn(open, team), words, say),
  };
}

function ownOf({ settings, roster }: Team): Whose | null {
  const person = settings.me === null ? null : roster.personOf(settings.me);
  return person && { person: person.name, team: null };
}

function choicesOf(team: Team): Whose[] {
  return [
    EVERYBODY,
    ...teamsOf(team).map((name) => ({ person: null, team: name })),
    ...team.people.map(({ name }) => ({ person: name, team: null })),
  ];
}

function dayOf({ quarter }: GapFigures, { today, settings }: Team, workingDays: (count: number) => string): string {
  const left = workingDaysBetween(today, quarter.to, settings.calendar);
  const [day, of] = [daysBetween(quarter.from, today) + 1, daysBetween(quarter.from, quarter.to) + 1];
  return `Day ${day} of ${of}; ${workingDays(left)} left.`;
}
