import type { Instant } from '../../deal/day.ts';
import type { DealHistory } from '../../history/types.ts';
import type { SignalName } from '../../risk/types.ts';
import { conversionOf } from '../rests-on.ts';
import { inHome } from '../sums.ts';
import type { Team, TeamDeal } from '../team-deals.ts';
import {
  type Counted,
  countDeal,
  emptyCount,
  FIGURE_NAMES,
  type FigureName,
  SHARE_NAMES,
  type ShareName,
} from './counted.ts';
import type { Interval } from './posterior.ts';
import { shrinkMeans } from './shrink-means.ts';
import { shrinkShares } from './shrink-shares.ts';
import { weeklyLife } from './weekly-life.ts';

export type MeasureName = ShareName | FigureName;

/**
 * One figure of one person. `than`: where the interval lies wholly to one side of what is usual in the team; `as-usual`
 * where it does not; `too-few` under the fewest deals, with no figure shown then.
 */
export type Measured = {
  measure: MeasureName;
  /** Deals behind it. */
  of: number;
  deals: string[];
  interval: Interval;
  than: 'above' | 'below' | 'as-usual' | 'too-few';
  /** Of the weeks before and after the half: null where either is too few. */
  trend: 'up' | 'down' | 'none' | null;
};

export type PersonFigures = {
  person: string;
  measures: Measured[];
  /** Open deals seen lately, and on how many of them each signal holds. */
  open: number;
  signals: { signal: SignalName; deals: string[] }[];
};

export type PeopleFigures = {
  weeks: number;
  /** False where there are too few complete weeks: then there are no measures at all. */
  compares: boolean;
  /** What is usual in the team. */
  usual: Record<MeasureName, Interval | null>;
  /** ISO code that sizes are in; null where no deal has a known one. */
  currency: string | null;
  people: PersonFigures[];
};

/** Complete weeks under which nobody is compared. Expert judgement: about a month of Mondays and what came between. */
export const FEWEST_WEEKS = 5;
/** Deals under which there is too little to say of a person. */
export const FEWEST_DEALS = 5;

/**
 * How each person's deals go against what is usual in the team, from complete weekly states alone, in roster order.
 * `ends`: the ends of the complete weeks, oldest first.
 */
export function buildPeople(team: Team, histories: readonly DealHistory[], ends: readonly Instant[]): PeopleFigures {
  const currency = mainCurrency(team);
  const compares = ends.length >= FEWEST_WEEKS;
  const whole = compares ? countAll(team, histories, ends, currency) : null;
  const half = Math.ceil(ends.length / 2);
  // Each half needs its own comparisons: the week between belongs to both, as end and as start.
  const halves = compares
    ? ([ends.slice(0, half), ends.slice(half - 1)] as const).map((part) => countAll(team, histories, part, currency))
    : [];
  const measures = whole ? measureAll(whole) : null;
  const [early, late] = halves.map(measureAll);
  return {
    weeks: ends.length,
    compares,
    currency,
    usual: Object.fromEntries(
      [...SHARE_NAMES, ...FIGURE_NAMES].map((name) => [name, measures?.[name]?.team ?? null]),
    ) as PeopleFigures['usual'],
    people: team.people.map(({ name }, who) => ({
      person: name,
      measures:
        whole && measures
          ? [...SHARE_NAMES, ...FIGURE_NAMES].flatMap((measure) =>
              measuredOf(measure, who, whole, measures, [early, late], halves),
            )
          : [],
      ...signalsOf(team.deals.filter(({ owner, outcome }) => owner === name && outcome === 'open')),
    })),
  };
}

type Shrunk = Record<MeasureName, { team: Interval; people: Interval[] } | null>;

function measureAll(counts: readonly Counted[]): Shrunk {
  const shares = SHARE_NAMES.map((name) => [name, shrinkShares(counts.map(({ shares }) => shares[name]))] as const);
  const figures = FIGURE_NAMES.map(
    (name) => [name, shrinkMeans(counts.map(({ figures }) => figures[name].logs))] as const,
  );
  return Object.fromEntries([...shares, ...figures]) as Shrunk;
}

function behind(count: Counted | undefined, measure: MeasureName): { of: number; deals: string[] } {
  if (!count) return { of: 0, deals: [] };
  const part =
    (count.shares as Record<string, { deals: string[] }>)[measure] ??
    (count.figures as Record<string, { deals: string[] }>)[measure];
  const deals = part?.deals ?? [];
  return { of: deals.length, deals };
}

function measuredOf(
  measure: MeasureName,
  who: number,
  counts: readonly Counted[],
  shrunk: Shrunk,
  [early, late]: readonly (Shrunk | undefined)[],
  halves: readonly Counted[][],
): Measured[] {
  const one = shrunk[measure];
  const interval = one?.people[who];
  if (!one || !interval) return [];
  const { of, deals } = behind(counts[who], measure);
  const isFew = of < FEWEST_DEALS;
  const than = isFew
    ? 'too-few'
    : interval.low > one.team.estimate
      ? 'above'
      : interval.high < one.team.estimate
        ? 'below'
        : 'as-usual';
  const [before, after] = [early?.[measure]?.people[who], late?.[measure]?.people[who]];
  const areMany = halves.every((half) => behind(half[who], measure).of >= FEWEST_DEALS);
  const trend =
    !before || !after || !areMany ? null : after.low > before.high ? 'up' : after.high < before.low ? 'down' : 'none';
  return [{ measure, of, deals, interval, than, trend }];
}

function countAll(
  team: Team,
  histories: readonly DealHistory[],
  ends: readonly Instant[],
  currency: string | null,
): Counted[] {
  const counts = team.people.map(emptyCount);
  const places = new Map(team.people.map((person, at) => [person.name, at]));
  const countOf = (owner: string) => {
    const person = team.roster.personOf(owner);
    const place = person ? places.get(person.name) : undefined;
    return place === undefined ? null : (counts[place] ?? null);
  };
  const conversion = conversionOf(team.settings, team.today);
  const { timeZone } = team.moment;
  for (const history of histories)
    countDeal({ history, life: weeklyLife(history, ends, team.moment), countOf, currency, conversion, timeZone });
  return counts;
}

/** The home currency, else the one that most won deals are in: sizes in two currencies are never compared. */
function mainCurrency({ deals, settings, today }: Team): string | null {
  if (settings.homeCurrency !== null) return settings.homeCurrency;
  const uses = new Map<string, number>();
  for (const { amount, outcome } of deals) {
    const code = amount ? inHome(amount, conversionOf(settings, today)).currency : null;
    if (code !== null && outcome === 'won') uses.set(code, (uses.get(code) ?? 0) + 1);
  }
  return [...uses].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** In the order of the signals, the same for everybody: nothing is sorted by how many. */
function signalsOf(open: readonly TeamDeal[]): Pick<PersonFigures, 'open' | 'signals'> {
  const seen = open.filter(({ freshness }) => freshness.level !== 'stale');
  const deals = new Map<SignalName, string[]>();
  for (const { id, now } of seen)
    for (const { signal } of now.assessment.on) deals.set(signal, [...(deals.get(signal) ?? []), id]);
  return { open: seen.length, signals: [...deals].map(([signal, ids]) => ({ signal, deals: ids })) };
}
