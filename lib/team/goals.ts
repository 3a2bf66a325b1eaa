import { addDays } from '../deal/day.ts';
import { isSameCurrency, type Money } from '../deal/money.ts';
import { type Quarter, quarterAfter, quarterOf } from '../deal/quarter.ts';
import type { Role } from '../deal/role.ts';
import type { RosterPerson } from '../deal/roster.ts';
import { nameKey } from '../deal/same-name.ts';
import { foldLabel } from '../deal/same-value.ts';
import type { Goal, Person } from '../settings/people.ts';
import { conversionOf } from './rests-on.ts';
import { inHome } from './sums.ts';
import type { Team } from './team-deals.ts';

/** Both null: everybody together. */
export type Whose = Pick<Goal, 'person' | 'team'>;
export const EVERYBODY: Whose = { person: null, team: null };

/**
 * Where a quarter's goal comes from: set for just that quarter; shorter periods that fill it, added up; an even share of
 * a half year's or a year's; those of all teams, or of everybody, added up.
 */
export type GoalBasis = 'quarter' | 'shorter' | 'half' | 'year' | 'teams' | 'people';

/**
 * In the home currency where a rate allows it. `amount` null: no goal. `lacking`: who has none where others have; their
 * goals are not added up then. `apart`: goals in several currencies, which are not added either.
 */
export type GoalAnswer = { amount: Money | null; basis: GoalBasis | null; lacking: string[]; apart: Money[] };

const NONE: GoalAnswer = { amount: null, basis: null, lacking: [], apart: [] };

/** What is to be brought in a quarter. The number that the user typed for it goes before everybody's on file. */
export function goalFor(team: Team, quarter: Quarter, whose: Whose): GoalAnswer {
  const { goal } = team.settings;
  if (isEverybody(whose) && goal?.quarter === quarter.id)
    return { ...NONE, amount: inHome(goal.amount, conversionOf(team.settings, team.today)), basis: 'quarter' };
  const own = goalOnFile(team, quarter, whose);
  if (own.amount !== null || own.apart.length > 0 || whose.person !== null) return own;
  return (isEverybody(whose) ? ofTeams(team, quarter) : null) ?? ofPeople(team, quarter, whose);
}

type Asking = { team: Team; role: Role; quarter: Quarter };

/** As the role asks: of everybody, and for a rep of themselves once they said who they are. */
export function goalAsked({ team, role, quarter }: Asking): GoalAnswer {
  const { goal, me } = team.settings;
  const isOwn = role === 'rep' && me !== null && goal?.quarter !== quarter.id;
  return goalFor(team, quarter, isOwn ? { person: me, team: null } : EVERYBODY);
}

/** The same as one amount; null: no goal. */
export const goalNow = (asking: Asking): Money | null => goalAsked(asking).amount;

/** One person's. */
export function goalOf({ team, quarter }: { team: Team; quarter: Quarter }, person: string): Money | null {
  return goalFor(team, quarter, { person, team: null }).amount;
}

/** Who is meant: those of a team, or everybody. */
export function peopleOf({ people }: Team, { person, team }: Whose): string[] {
  const key = team === null ? null : foldLabel(team);
  const isMeant = (one: Member) => (person === null ? key === null || keyOf(one) === key : one.name === person);
  return people.filter(isMeant).map(({ name }) => name);
}

/** Teams in the order of the roster, each as it is written first. */
export function teamsOf({ people }: Pick<Team, 'people'>): string[] {
  const teams = new Map<string, string>();
  for (const one of people) {
    const [key, name] = [keyOf(one), teamOf(one)];
    if (key !== null && name !== null && !teams.has(key)) teams.set(key, name);
  }
  return [...teams.values()];
}

type Member = RosterPerson & Partial<Pick<Person, 'team' | 'left'>>;

const teamOf = ({ team = null }: Member) => team;
const keyOf = (one: Member) => {
  const team = teamOf(one);
  return team === null ? null : foldLabel(team);
};

const hasLeft = ({ left }: Member) => left === true;

const isEverybody = ({ person, team }: Whose) => person === null && team === null;

function goalOnFile(team: Team, quarter: Quarter, whose: Whose): GoalAnswer {
  const goals = team.settings.goals.filter((goal) => isFor(team, goal, whose));
  const exact = goals.findLast(({ period }) => period.from === quarter.from && period.to === quarter.to);
  if (exact) return addUp(team, [exact.amount], 'quarter');
  const shorter = filling(goals, quarter);
  if (shorter.length > 0) return addUp(team, shorter, 'shorter');
  const { fiscalYearStart } = team.settings;
  for (const [quarters, basis] of [[2, 'half'] as const, [4, 'year'] as const]) {
    for (const { period, amount } of goals.toReversed()) {
      const place = placeIn(period, quarter, quarters, fiscalYearStart);
      if (place !== null) return addUp(team, [shareOf(amount, place, quarters)], basis);
    }
  }
  return NONE;
}

function isFor({ roster }: Team, goal: Goal, { person, team }: Whose): boolean {
  const named = (name: string) => nameKey(roster.personOf(name)?.name ?? name);
  if (person !== null) return goal.person !== null && named(goal.person) === named(person);
  if (goal.person !== null) return false;
  return team === null ? goal.team === null : goal.team !== null && foldLabel(goal.team) === foldLabel(team);
}

/** Goals that follow upon each other from the quarter's first day to its last; none where a day is left out. */
function filling(goals: readonly Goal[], { from, to }: Quarter): Money[] {
  const amounts: Money[] = [];
  for (let day = from; day <= to; ) {
    const next = goals.findLast(({ period }) => period.from === day && period.to >= day && period.to <= to);
    if (!next) return [];
    amounts.push(next.amount);
    day = addDays(next.period.to, 1);
  }
  return amounts;
}

/** The quarter's place among as many as the period holds, from 0; null where the period is not made of just these. */
function placeIn(period: Goal['period'], quarter: Quarter, quarters: number, fiscalYearStart: number): number | null {
  let place: number | null = null;
  let one = quarterOf(period.from, fiscalYearStart);
  if (one.from !== period.from) return null;
  for (let at = 0; at < quarters; at++) {
    if (one.id === quarter.id) place = at;
    if (at === quarters - 1) return one.to === period.to ? place : null;
    one = quarterAfter(one, fiscalYearStart);
  }
  return null;
}

/** Even shares that add up to the whole, to the minor unit. */
function shareOf(amount: Money, place: number, of: number): Money {
  const upTo = (count: number) => Math.round((amount.minor * count) / of);
  return { ...amount, minor: upTo(place + 1) - upTo(place), halfStep: 0 };
}

function ofTeams(team: Team, quarter: Quarter): GoalAnswer | null {
  const teams = teamsOf(team);
  if (teams.length === 0 || team.people.some((one) => teamOf(one) === null)) return null;
  const found = teams.map((name) => goalOnFile(team, quarter, { person: null, team: name }).amount);
  const amounts = found.flatMap((amount) => amount ?? []);
  return amounts.length === teams.length ? addUp(team, amounts, 'teams') : null;
}

/** Who left needs no goal; where they have one it counts. */
function ofPeople(team: Team, quarter: Quarter, whose: Whose): GoalAnswer {
  const names = new Set(peopleOf(team, whose));
  const each = team.people
    .filter(({ name }) => names.has(name))
    .map((one) => ({ one, amount: goalOnFile(team, quarter, { person: one.name, team: null }).amount }));
  const amounts = each.flatMap(({ amount }) => amount ?? []);
  if (amounts.length === 0) return NONE;
  const lacking = each.filter(({ one, amount }) => amount === null && !hasLeft(one));
  if (lacking.length > 0) return { ...NONE, lacking: lacking.map(({ one }) => one.name) };
  return addUp(team, amounts, 'people');
}

function addUp({ settings, today }: Team, said: readonly Money[], basis: GoalBasis): GoalAnswer {
  const amounts = said.map((amount) => inHome(amount, conversionOf(settings, today)));
  const [first, ...others] = amounts;
  if (!first) return NONE;
  if (others.some((other) => !isSameCurrency(first, other))) return { ...NONE, apart: amounts };
  return { ...NONE, amount: { ...first, minor: amounts.reduce((sum, { minor }) => sum + minor, 0) }, basis };
}
