import type { DealRow } from '../../coaching/card.ts';
import { formatMoney } from '../../deal/money.ts';
import type { Quarter } from '../../deal/quarter.ts';
import type { Team, TeamDeal } from '../team-deals.ts';
import { type Asked, askedOf } from '../today/asked.ts';
import type { GapFigures } from './gap-figures.ts';
import { asMoney, type Counting } from './unit.ts';

/** A figure that opens to its deals. `note`: how it came about; "" for nothing. */
export type GapLine = { label: string; text: string; note: string; rows: DealRow[] };

/** What the sentences of the gap are made with: its figures, and how each is written. */
export type Telling = Pick<Asked, 'words' | 'say' | 'total' | 'row' | 'money'> & {
  figures: GapFigures;
  /** "$84K". */
  short(minor: number, counting?: Counting): string;
  /** To the smallest unit, so that parts add up as they are written. */
  exact(minor: number, counting?: Counting): string;
  percent(share: number): string;
  /** "2.9". */
  figure(value: number): string;
  period(quarter: Quarter): string;
  rowsOf(deals: readonly TeamDeal[]): DealRow[];
};

export function tellingOf(team: Team, figures: GapFigures, locale: string | undefined): Telling {
  const { words, say, total, row, money } = askedOf(team, 'manager', locale);
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const figure = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const of =
    (form: 'short' | 'exact') =>
    (minor: number, counting: Counting = figures.gap.counting) =>
      formatMoney(asMoney(counting.unit, minor), locale, form);
  const detail = ({ outcome, closedOn, closeDate, stage }: TeamDeal) => {
    const day = outcome === 'open' ? closeDate : closedOn;
    const what = outcome === 'open' ? (stage ?? 'Open') : words.capital(outcome);
    return day === null ? what : `${what}, ${outcome === 'open' ? 'due ' : ''}${say.day(day)}`;
  };
  return {
    ...{ figures, words, say, total, row, money, short: of('short'), exact: of('exact') },
    percent: (value) => share.format(value),
    figure: (value) => figure.format(value),
    period: ({ number, year }) => words.today.period(number, year),
    rowsOf: (deals) => deals.map((deal) => row(deal, detail(deal))),
  };
}
