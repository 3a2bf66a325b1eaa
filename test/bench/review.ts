// Temporal is native in the browsers we ship to; Node has none yet.
import 'temporal-polyfill/global';
import { buildAgenda } from '../../lib/coaching/agenda/build-agenda.ts';
import { type DealNow, dealsNow } from '../../lib/coaching/deals-now.ts';
import { planReview } from '../../lib/coaching/review/plan-review.ts';
import { MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { teamContext } from '../../lib/risk/team-context.ts';
import { PROMPTS } from '../coaching/packaged-prompts.ts';
import { type Figure, figure, median } from './figure.ts';
import { openDeals, ownerOf, TODAY } from './open-deals.ts';

const DEALS = 10_000;
const PEOPLE = 20;
const RUNS = 5;
const MOMENT = { asOf: TODAY, knownAt: TODAY, timeZone: 'Europe/Berlin' };
const BY = { calendar: MONDAY_TO_FRIDAY };

/** A review of all open deals, and the agenda of one person, beside judging those deals: processor time, without waiting. */
export async function review(): Promise<Figure[]> {
  const histories = openDeals(DEALS, PEOPLE);
  const team = teamContext(histories, MOMENT, MONDAY_TO_FRIDAY);
  const judge = () => dealsNow(histories, MOMENT, BY, team);
  const judged = { name: `judging the same ${DEALS}`, value: spent(judge) };
  const deals = judge();
  const asked = deals.map((deal, at) => (at % 10 === 0 ? { ...deal, history: askedBefore(deal.history) } : deal));
  const one = spent(() => agendaOf(histories, team));
  const all = openDeals(DEALS);
  const everything = spent(() => agendaOf(all, team));
  return [
    figure(
      'review',
      `planned over ${DEALS} open deals, once judged`,
      'ms',
      spent(() => plan(histories, deals)),
      judged,
      300,
    ),
    figure(
      'review',
      'the same, a tenth asked about before',
      'ms',
      spent(() => plan(histories, asked)),
      judged,
      null,
    ),
    figure('review', `the agenda of one of ${PEOPLE} people`, 'ms', one, judged, 300),
    figure('review', `the agenda of whoever has all ${DEALS}`, 'ms', everything, judged, null),
  ];
}

function spent(work: () => unknown): number {
  work();
  return median(
    Array.from({ length: RUNS }, () => {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000;
    }),
  );
}

function plan(histories: readonly DealHistory[], deals: readonly DealNow[]) {
  const settings = { ...BY, fiscalYearStart: 1, me: null, locale: 'en-GB' };
  return planReview({
    ...{ histories, deals, catalogue: PROMPTS, role: 'manager', moment: MOMENT, settings, roster: [] },
  });
}

function agendaOf(histories: readonly DealHistory[], team: ReturnType<typeof teamContext>) {
  return buildAgenda({
    ...{ person: ownerOf(0), histories, talks: [], talk: null, moment: MOMENT, roster: [], manager: null, by: BY },
    ...{ catalogue: PROMPTS, locale: 'en-GB', fiscalYearStart: 1, team },
  });
}

/** Something else was asked of it last week. */
function askedBefore(history: DealHistory): DealHistory {
  const at = TODAY - 7 * 86_400_000;
  const event = { id: 'asked', deal: history.deal.id, at, recordedAt: at, until: null, kind: 'asked' as const };
  return { ...history, prompts: [{ ...event, prompt: 'moved.manager.any', signal: 'moved', basis: 'moved|amount' }] };
}
