import type { DealRow } from '../../coaching/card.ts';
import { shorten } from '../../coaching/words/clean-text.ts';
import type { Speaker } from '../../coaching/words/dates.ts';
import { speakerOn } from '../../coaching/words/dates.ts';
import type { Words } from '../../coaching/words/english.ts';
import { wordsFor } from '../../coaching/words/words-for.ts';
import { formatMoney, isSameCurrency, type Money } from '../../deal/money.ts';
import { type Quarter, quarterOf } from '../../deal/quarter.ts';
import type { Role } from '../../deal/role.ts';
import { isOneOf } from '../../deal/same-name.ts';
import { namesOf } from '../../settings/people.ts';
import { isDueIn, isWonIn } from '../forecast/forecast.ts';
import { conversionOf } from '../rests-on.ts';
import { type Conversion, sumsOf } from '../sums.ts';
import type { Team, TeamDeal } from '../team-deals.ts';

/** What each of the five answers is made of: the deals that are meant, and how figures and days are said. */
export type Asked = {
  team: Team;
  role: Role;
  /** A rep's own; else all of the team. */
  deals: TeamDeal[];
  open: TeamDeal[];
  quarter: Quarter;
  by: Conversion;
  /** Nought, written as most amounts are. */
  none: Money;
  words: Words;
  say: Speaker;
  /** "$182k and €40k"; nought in the home currency for no deal. */
  total(deals: readonly TeamDeal[]): string;
  money(amount: Money): string;
  row(deal: TeamDeal, detail: string): DealRow;
};

export function askedOf(team: Team, role: Role, locale: string | undefined): Asked {
  const { settings, today, moment } = team;
  const words = wordsFor(locale);
  const own = namesOf(settings.me, settings.people);
  const deals =
    role === 'rep' && settings.me !== null
      ? team.deals.filter(({ now }) => isOneOf(now.deal.fields.owner?.value, own))
      : team.deals;
  const by = conversionOf(settings, today);
  const money = (amount: Money) => formatMoney(amount, locale, 'short');
  const none = noneOf(deals, by.home);
  return {
    team,
    role,
    deals,
    open: deals.filter(({ outcome }) => outcome === 'open'),
    quarter: quarterOf(today, settings.fiscalYearStart),
    by,
    none,
    words,
    say: speakerOn(today, moment.timeZone, locale),
    money,
    total(of) {
      const sums = sumsOf(amountsOf(of), by);
      if (sums.length === 0 && of.length > 0) return 'no known amount';
      // Without a home currency the usual one leads: the larger figure is only the smaller unit.
      const usualFirst = sums.toSorted((a, b) => Number(isSameCurrency(b, none)) - Number(isSameCurrency(a, none)));
      return words.list((sums.length > 0 ? usualFirst : [none]).map(money));
    },
    row: (deal, detail) => ({
      deal: deal.id,
      name: shorten(deal.name ?? '', 120) || words.unnamed,
      url: deal.url,
      detail,
      amount: deal.amount && money(deal.amount),
    }),
  };
}

export const amountsOf = (deals: readonly TeamDeal[]): Money[] => deals.flatMap(({ amount }) => amount ?? []);

/** Nothing, in the home currency or in what most amounts are in: what a sum is typed like. */
export function noneOf(deals: readonly TeamDeal[], home: string | null): Money {
  if (home !== null) return { minor: 0, currency: home, halfStep: 0 };
  const uses = new Map<string, { like: Money; count: number }>();
  for (const like of amountsOf(deals)) {
    const key = like.currency ?? `?${like.symbol ?? ''}`;
    uses.set(key, { like, count: (uses.get(key)?.count ?? 0) + 1 });
  }
  // Of as many the first by name: the order in which deals come says nothing.
  const [most] = [...uses].toSorted(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1));
  return { currency: null, ...most?.[1].like, minor: 0, halfStep: 0 };
}

/** Won in the quarter, by the day on which it closed. */
export const wonIn = ({ deals, quarter }: Pick<Asked, 'deals' | 'quarter'>): TeamDeal[] =>
  deals.filter((deal) => isWonIn(deal, quarter));

/** Open and due by the quarter's end. A date gone by still counts: this quarter was told to expect the deal. */
export const dueIn = ({ open, quarter, team }: Pick<Asked, 'open' | 'quarter' | 'team'>): TeamDeal[] =>
  open.filter(({ closeDate }) => isDueIn(closeDate, quarter, team.today));
