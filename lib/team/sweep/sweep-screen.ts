import type { DealRow } from '../../coaching/card.ts';
import { rowOf } from '../../coaching/pick-touches.ts';
import { saySums } from '../../coaching/say-sums.ts';
import { type Speaker, speakerAt } from '../../coaching/words/dates.ts';
import { wordsFor } from '../../coaching/words/words-for.ts';
import { formatMoney, type Money } from '../../deal/money.ts';
import type { PinnedView } from '../../settings/settings.ts';
import type { TeamDeal } from '../team-deals.ts';
import type { ClosedTyped } from './closed-check.ts';
import { type SweepInput, sweepState } from './sweep-state.ts';
import type { ViewState } from './view-state.ts';

export type SweepView = {
  view: PinnedView;
  reach: ViewState['reach'];
  text: string;
  /** What the page's own totals say of its rows; null where it shows none. */
  sums: string | null;
};

export type ClosedText = {
  /** "Won in Q4 by what is on record: £40k, 3 deals." */
  ours: string;
  /** "The CRM says £45k: £5k more than is on record." One for each day on which a sum was typed; none where none was. */
  apart: string[];
  onlyThere: DealRow[];
  onlyHere: DealRow[];
};

/** This week's sweep as text in the reader's locale. */
export type SweepScreen = {
  week: { from: string; to: string };
  weekText: string;
  views: SweepView[];
  /** "61 of 64 open deals on record seen this week; 3 to open." */
  count: string;
  toOpen: DealRow[];
  queue: (DealRow & { deal: string })[];
  closed: ClosedText;
  isComplete: boolean;
  /** Null: not complete yet. */
  completedText: string | null;
  /** Complete weeks so far, this one among them. */
  completeWeeks: number;
};

export function sweepScreen(input: SweepInput, locale: string | undefined, completeWeeks: number): SweepScreen {
  const { team } = input;
  const state = sweepState(input);
  const words = wordsFor(locale);
  const say = speakerAt(team.moment.asOf, team.moment.timeZone, locale);
  const when = (at: number) => `${say.on(at)}, ${say.clock(at)}`;
  const row = ({ now }: TeamDeal, detail: string) => rowOf(now, detail, say, words);
  const seen = (deal: TeamDeal) => seenText(deal, say);
  const { closed, fresh, toOpen, queue } = state;
  const all = fresh.length + toOpen.length;
  const quarter = words.today.period(closed.quarter.number, closed.quarter.year);
  const sums = (amounts: readonly Money[]) =>
    words.list(amounts.map((sum) => formatMoney(sum, locale, 'short'))) || formatMoney(NONE, locale);
  return {
    week: state.week,
    weekText: `${say.day(state.week.from)} to ${say.day(state.week.to)}`,
    views: state.views.map(({ view, state, sums }) => ({
      ...{ view, reach: state.reach, text: viewText(state, when) },
      sums: sums && (saySums(sums, words, say) ?? SUMS_AGREE[sums.page]),
    })),
    count: `${fresh.length} of ${all} open ${all === 1 ? 'deal' : 'deals'} on record seen this week${toOpen.length > 0 ? `; ${toOpen.length} to open` : ''}.`,
    toOpen: toOpen.map((deal) => row(deal, seen(deal))),
    queue: queue.map(({ deal, view, stoodAt, missedAt }) => ({
      ...row(deal, goneText(view.name, stoodAt, missedAt, say)),
      deal: deal.id,
    })),
    closed: {
      ours:
        closed.count === 0
          ? `Nothing that was won in ${quarter} is on record.`
          : `Won in ${quarter} by what is on record: ${sums(closed.ours)}, ${closed.count} ${closed.count === 1 ? 'deal' : 'deals'}.`,
      apart: closed.typed.map((typed) => apartText(typed, sums, say)),
      onlyThere: closed.onlyThere?.map((deal) => row(deal, seen(deal))) ?? [],
      onlyHere: closed.onlyHere?.map((deal) => row(deal, seen(deal))) ?? [],
    },
    isComplete: state.isComplete,
    completedText: state.completedAt === null ? null : when(state.completedAt),
    completeWeeks,
  };
}

/** Within one day the hours tell them apart. */
function goneText(view: string, stoodAt: number, missedAt: number, say: Speaker): string {
  if (say.dayOf(stoodAt) !== say.dayOf(missedAt))
    return `In “${view}” on ${say.on(stoodAt)}, not on ${say.on(missedAt)}.`;
  return `In “${view}” on ${say.on(stoodAt)} at ${say.clock(stoodAt)}, not at ${say.clock(missedAt)}.`;
}

/** A list shows that a deal stands there; its own page shows more. */
function seenText({ lastSeenAt, now }: TeamDeal, say: Speaker): string {
  const looks = now.history.sightings;
  const place = {
    record: 'on its own page',
    list: 'on a list',
    board: 'on a board',
    file: 'in a file',
    said: 'by your word',
  };
  const last = looks.findLast(({ at }) => at === lastSeenAt);
  const opened = looks.findLast(({ page, at }) => page === 'record' && at <= lastSeenAt);
  const text = `Last seen ${last ? `${place[last.page]} ` : ''}on ${say.on(lastSeenAt)}`;
  if (!last || last.page === 'record') return `${text}.`;
  return `${text}; ${opened ? `its own page was opened last on ${say.on(opened.at)}` : 'its own page was never opened here'}.`;
}

const SUMS_AGREE = {
  list: 'The page’s own total is what its rows come to.',
  board: 'The page’s own totals are what its cards come to.',
};

const NONE: Money = { minor: 0, currency: null, halfStep: 0 };

function viewText({ at, rows, total, anew, reach, deals }: ViewState, when: (at: number) => string): string {
  if (at === null) return 'Not opened this week.';
  const read = `${rows} of ${total} rows`;
  if (reach === 'whole') return `Read to its end ${when(at)}: ${total === null ? `${rows} rows, by your word` : read}.`;
  if (reach === 'unmatched')
    return `${read} read ${when(at)}, of which ${deals.length} are deals on record. Are these all?`;
  if (reach === 'other')
    return `${read} read ${when(at)}, fewer than half of those before: another filter? Then it does not count.`;
  if (reach === 'uncounted') return `${rows} rows read ${when(at)}. The page does not say how many there are.`;
  if (anew !== null) {
    // What stood there a minute before is not put on record again, unless the count tells it apart.
    const again = anew === 'count' ? 'scroll through it once more' : 'in a minute, scroll through it once more';
    return `The list changed while it was read. ${read} read since, ${when(at)}: ${again}.`;
  }
  return `${read} read ${when(at)}. Scroll to its end.`;
}

function apartText(
  { on, theirs, apart }: ClosedTyped,
  sums: (amounts: readonly Money[]) => string,
  say: Speaker,
): string {
  const more = apart.filter(({ minor }) => minor > 0);
  const less = apart.filter(({ minor }) => minor < 0).map((sum) => ({ ...sum, minor: -sum.minor }));
  const parts = [
    ...(more.length > 0 ? [`${sums(more)} more than is on record`] : []),
    ...(less.length > 0 ? [`${sums(less)} less than is on record`] : []),
  ];
  const said =
    on === null ? `The CRM says ${sums(theirs)}` : `The CRM said ${sums(theirs)}, as typed on ${say.day(on)}`;
  return `${said}: ${parts.length > 0 ? parts.join(', ') : 'the same as is on record'}.`;
}
