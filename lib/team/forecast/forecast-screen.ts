import type { DealRow } from '../../coaching/card.ts';
import { dayInZone, daysBetween } from '../../deal/day.ts';
import type { ForecastCall } from '../../deal/forecast-call.ts';
import type { Money } from '../../deal/money.ts';
import { type Quarter, quarterAfter, quarterBefore } from '../../deal/quarter.ts';
import type { Role } from '../../deal/role.ts';
import { goalNow } from '../goals.ts';
import { restsOn } from '../rests-on.ts';
import { inHome } from '../sums.ts';
import type { Team, TeamDeal } from '../team-deals.ts';
import { type Asked, askedOf } from '../today/asked.ts';
import type { SaidRests } from '../today/five-sentences.ts';
import { sayRestsOn } from '../today/say-rests-on.ts';
import { callsHeld } from './calls-held.ts';
import { type Ladder, laddersOf } from './ladder.ts';
import { oursOf, type Past } from './ours.ts';
import { type CallsScreen, sayCalls } from './say-calls.ts';
import { detailOf, type LinesOf, linesOf, type WhoseLines } from './say-lines.ts';
import { type OursScreen, sayOurs } from './say-ours.ts';

/** `quarter`: its id; null: the running one. */
export type ForecastChoice = { quarter: string | null };

/** All that the page shows of one quarter's forecast. Texts are plain, in the user's locale. */
export type ForecastScreen = {
  role: Role;
  quarter: { id: string; title: string; state: 'over' | 'running' | 'to-come'; text: string };
  /** The one to come first. */
  quarters: { id: string; title: string }[];
  /** Nothing, in the currency that a goal and a call are typed in. */
  unit: Money;
  /** One per currency, that of the goal first. */
  ladders: Ladder[];
  /** Everybody's, or the rep's own. */
  all: WhoseLines;
  /** In roster order, those without an owner last; empty for a rep. */
  people: WhoseLines[];
  /** Null for a quarter that is over. */
  ours: OursScreen | null;
  held: CallsScreen;
  rests: SaidRests | null;
  /** For whom a call may be typed, and on which side; null: everybody. */
  callFor: { by: ForecastCall['by']; people: (string | null)[] };
  /** Every deal that is named by its id above. */
  rows: Record<string, DealRow>;
};

/** Of past quarters as many are offered. */
const BACK = 6;

type Input = {
  team: Team;
  calls: readonly ForecastCall[];
  /** How past quarters went on from the same day as the one that is shown; worked out only where it is asked for. */
  past(quarter: Quarter): Past;
  choice: ForecastChoice;
};

/** A quarter's forecast by category and person, with calls, a distribution once it can be told, and past calls. */
export function forecastScreen(
  { team, calls, past, choice }: Input,
  role: Role,
  locale: string | undefined,
): ForecastScreen {
  const now = askedOf(team, role, locale);
  const quarters = quartersOf(now);
  const quarter = quarters.find(({ id }) => id === choice.quarter) ?? now.quarter;
  const asked: Asked = { ...now, quarter };
  const { words, say, by } = asked;
  const state = quarter.to < team.today ? 'over' : quarter.from > team.today ? 'to-come' : 'running';
  const own = role === 'rep' ? ownName(team) : null;
  const goal = goalNow(asked);
  const unit = goal ? { ...inHome(goal, by), minor: 0, halfStep: 0 } : asked.none;
  const goalMinor = goal ? inHome(goal, by).minor : null;
  const title = ({ number, year }: Quarter) => words.today.period(number, year);
  const isOurs = (deal: TeamDeal) => own === null || deal.owner === own;
  const ours =
    state === 'over' ? null : oursOf({ team, past: past(quarter), quarter, isOurs, unit, by, goal: goalMinor });
  const lines = (person: string | null, deals: readonly TeamDeal[]): LinesOf => ({
    asked,
    person,
    deals,
    calls,
    ours,
    unit,
  });
  const all = linesOf(lines(own, asked.deals), own === null);
  const unowned = asked.deals.filter(({ owner }) => owner === null);
  const people =
    role === 'rep'
      ? []
      : team.people.map(({ name }) => {
          return linesOf(
            lines(
              name,
              asked.deals.filter(({ owner }) => owner === name),
            ),
            false,
          );
        });
  const without = linesOf(lines(null, unowned), false);
  const hasUnowned = Object.values(without.cells).some(({ deals }) => deals.length > 0);
  const named = new Set(Object.values(all.cells).flatMap(({ deals }) => deals));
  const due = asked.deals.filter(({ id, outcome }) => outcome === 'open' && named.has(id));
  const whose = [
    { by: 'manager' as const, person: null },
    ...team.people.flatMap(({ name }) => [
      { by: 'manager' as const, person: name },
      { by: 'rep' as const, person: name },
    ]),
  ];
  const over = quarters.filter(({ to }) => to < team.today);
  const held = callsHeld(
    calls,
    role === 'rep' ? whose.filter((one) => one.by === 'rep' && one.person === own) : whose,
    over,
    { deals: asked.deals, moment: team.moment },
    by,
  );
  return {
    role,
    quarter: { id: quarter.id, title: title(quarter), state, text: sayQuarter(asked, state) },
    quarters: quarters.map((each) => ({ id: each.id, title: title(each) })),
    unit,
    ladders: laddersOf(all, goal ? inHome(goal, by) : null, unit),
    all,
    people: hasUnowned ? [...people, without] : people,
    ours: ours && sayOurs(ours, asked, unit, goalMinor),
    held: sayCalls(held, asked),
    rests: state === 'over' ? null : sayRestsOn(restsOn(due, team), words, say),
    callFor:
      role === 'rep'
        ? { by: 'rep', people: own === null ? [] : [own] }
        : { by: 'manager', people: [null, ...team.people.map(({ name }) => name)] },
    rows: Object.fromEntries(
      asked.deals.filter((deal) => named.has(deal.id)).map((deal) => [deal.id, asked.row(deal, detailOf(deal, asked))]),
    ),
  };
}

/** The next one, the running one, and those before it back to the first of which anything is on record. */
function quartersOf({ team, deals, quarter }: Asked): Quarter[] {
  const { fiscalYearStart } = team.settings;
  const first = deals.reduce((day, { closedOn, now }) => {
    const seen = dayInZone(now.history.deal.firstSeenAt, team.moment.timeZone);
    const known = closedOn !== null && closedOn < seen ? closedOn : seen;
    return known < day ? known : day;
  }, team.today);
  const quarters = [quarterAfter(quarter, fiscalYearStart), quarter];
  for (let back = 0, last = quarter; back < BACK && last.from > first; back++) {
    last = quarterBefore(last, fiscalYearStart);
    quarters.push(last);
  }
  return quarters;
}

function ownName({ settings, roster }: Team): string | null {
  return settings.me === null ? null : (roster.personOf(settings.me)?.name ?? settings.me);
}

function sayQuarter({ quarter, team, say, words }: Asked, state: ForecastScreen['quarter']['state']): string {
  const days = daysBetween(quarter.from, quarter.to) + 1;
  const span = `${say.day(quarter.from)} to ${say.day(quarter.to)}`;
  if (state === 'over') return `${span}; it is over.`;
  if (state === 'to-come') return `${span}; it begins in ${words.days(daysBetween(team.today, quarter.from))}.`;
  return `${span}; day ${daysBetween(quarter.from, team.today) + 1} of ${days}.`;
}
