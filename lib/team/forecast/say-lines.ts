import { callAt, type ForecastCall } from '../../deal/forecast-call.ts';
import { formatMoney, type Money } from '../../deal/money.ts';
import { sumsOf } from '../sums.ts';
import type { TeamDeal } from '../team-deals.ts';
import { type Asked, amountsOf } from '../today/asked.ts';
import { categoryIn, type ForecastParts, forecastParts } from './forecast.ts';
import type { Ours } from './ours.ts';

export const LINES = ['closed', 'commit', 'best-case', 'pipeline', 'omitted', 'undated'] as const;
export type Line = (typeof LINES)[number];

/** What a line comes to, and its deals by id. `byStage`: so many stand in it by their stage alone; `bare`: without an amount. */
export type Cell = { sums: Money[]; text: string; deals: string[]; byStage: number; bare: number };

/** What was said, and when; `text` "–" where nothing was. */
export type SaidCall = { text: string; said: string };

/** One person's row, everybody's, or that of the deals without an owner (`person` null). */
export type WhoseLines = {
  person: string | null;
  title: string;
  cells: Record<Line, Cell>;
  rep: SaidCall;
  manager: SaidCall;
  /** The middle of our distribution; "–" where there is none. */
  ours: string;
};

export type LinesOf = {
  asked: Asked;
  /** Whose calls are meant. */
  person: string | null;
  deals: readonly TeamDeal[];
  calls: readonly ForecastCall[];
  ours: Ours | null;
  unit: Money;
};

const NONE = '–';

/** `isAll`: everybody, whose middle is that of the whole and whose reps' calls are told together. */
export function linesOf({ asked, person, deals, calls, ours, unit }: LinesOf, isAll: boolean): WhoseLines {
  const { team, quarter, by, words, say } = asked;
  const parts = forecastParts({ deals: [...deals], today: team.today }, quarter, null);
  const amount = (value: Money) => formatMoney(value, say.locale);
  const callOf = (side: ForecastCall['by'], whose: string | null): ForecastCall | null =>
    callAt(calls, { quarter: quarter.id, by: side, person: whose }, team.moment.asOf);
  const saidBy = (call: ForecastCall | null): SaidCall =>
    call ? { text: amount(call.amount), said: `said ${say.on(call.saidAt)}` } : { text: NONE, said: '' };
  const reps = isAll ? team.people.flatMap(({ name }) => callOf('rep', name) ?? []) : [];
  const isNobody = person === null && !isAll;
  const middle = ours?.played ? (isAll ? ours.played.p50 : (ours.played.owners.get(person) ?? 0)) : null;
  return {
    person,
    title: isAll ? 'Everybody' : (person ?? 'No owner seen'),
    cells: Object.fromEntries(LINES.map((line) => [line, cellOf(parts, line, asked)])) as Record<Line, Cell>,
    rep: isAll
      ? {
          text:
            reps.length > 0
              ? words.list(
                  sumsOf(
                    reps.map((call) => call.amount),
                    by,
                  ).map(amount),
                )
              : NONE,
          said: reps.length > 0 ? `${reps.length} of ${words.people(team.people.length)} said` : '',
        }
      : saidBy(isNobody ? null : callOf('rep', person)),
    manager: saidBy(isNobody ? null : callOf('manager', person)),
    ours: middle === null ? NONE : asked.money({ ...unit, minor: middle }),
  };
}

function cellOf(parts: ForecastParts, line: Line, asked: Asked): Cell {
  const deals = parts[line];
  return {
    sums: sumsOf(amountsOf(deals), asked.by),
    text: deals.length > 0 ? asked.total(deals) : NONE,
    deals: deals.map(({ id }) => id),
    byStage: deals.filter((deal) => deal.outcome === 'open' && categoryIn(deal).byStage).length,
    bare: deals.filter(({ amount }) => amount === null).length,
  };
}

/** "Due 12 Dec; Proposal; best case by its stage". */
export function detailOf(deal: TeamDeal, { words, say }: Asked): string {
  const { category, byStage } = categoryIn(deal);
  const day = deal.outcome === 'open' ? deal.closeDate : deal.closedOn;
  const when = day === null ? 'no close date seen' : `${deal.outcome === 'open' ? 'due' : 'closed'} ${say.day(day)}`;
  return words.capital(
    [
      when,
      ...(deal.owner ? [deal.owner] : []),
      ...(deal.outcome === 'open' && deal.stage ? [words.stage(deal.stage)] : []),
      ...(deal.outcome === 'open' && byStage ? [`${category.replace('-', ' ')} by its stage`] : []),
    ].join('; '),
  );
}
