import { dayNumber } from '../../deal/day.ts';
import { openStages, stageIndex } from '../../deal/stage-kind.ts';
import { isOffer } from '../../process/offers.ts';
import type { SignalContext } from '../context.ts';
import { eventsTold } from '../feed.ts';
import { accountKey, currencyKey } from '../team-context.ts';

/**
 * What can be measured of an open deal beside whether a limit was passed: what learning may use that the defaults do not.
 * Null: not seen. None of them is about a person: owners are not among them.
 */
export const MEASURES = {
  age: ({ deal, today, clock }) => {
    const created = deal.fields.createdOn?.value;
    return log(today - (created ? dayNumber(created) : clock.dayOf(deal.record.firstSeenAt)));
  },
  stageClock: (context) => {
    const since = stageSince(context);
    return since === null ? null : log(context.today - since);
  },
  progressClock: (context) => {
    const days = [
      stageSince(context),
      ...eventsTold(context)
        .filter(moves)
        .map(({ entry }) => dayNumber(entry.day)),
    ];
    const latest = days.reduce<number | null>((most, day) => (day === null || (most ?? day) > day ? most : day), null);
    return latest === null ? null : log(context.today - latest);
  },
  silence: ({ deal, today }) => {
    const last = deal.fields.lastActivity?.value;
    return last == null ? null : log(today - dayNumber(last));
  },
  buyerClock: (context) => {
    if (context.past().feedSeenAt === null) return null;
    const act = eventsTold(context).findLast(({ entry }) => entry.side === 'buyer')?.entry.day;
    return log(context.today - (act ? dayNumber(act) : startOf(context)));
  },
  buyerActs: (context) => {
    return context.past().feedSeenAt === null
      ? null
      : log(eventsTold(context).filter(({ entry }) => entry.side === 'buyer').length);
  },
  offers: (context) => {
    return context.past().feedSeenAt === null
      ? null
      : log(eventsTold(context).filter(({ entry }) => isOffer(entry)).length);
  },
  amount: ({ deal, team }) => {
    const amount = deal.fields.amount?.value;
    if (!amount || amount.minor <= 0) return null;
    const usual = team?.won.get(currencyKey(amount)) ?? team?.open.get(currencyKey(amount));
    return usual && usual.median > 0 ? Math.log(amount.minor / usual.median) : null;
  },
  horizon: (context) => {
    const closes = context.deal.fields.closeDate?.value;
    return closes == null ? null : log(dayNumber(closes) - startOf(context));
  },
  daysLeft: ({ deal, today }) => {
    const closes = deal.fields.closeDate?.value;
    return closes == null ? null : log(dayNumber(closes) - today);
  },
  daysPast: ({ deal, today }) => {
    const closes = deal.fields.closeDate?.value;
    return closes == null ? null : log(today - dayNumber(closes));
  },
  stepAhead: ({ deal, today }) => {
    const due = deal.fields.nextStepDue?.value;
    return due == null ? null : log(dayNumber(due) - today);
  },
  stagePlace: ({ deal, history }) => {
    const open = openStages(history.stages);
    const place = deal.fields.stage?.value ? stageIndex(deal.fields.stage.value, open) : -1;
    return place < 0 ? null : place / Math.max(1, open.length - 1);
  },
  probability: ({ deal }) => deal.fields.probability?.value ?? null,
  dateMoves: (context) => {
    const moves = context.trail('closeDate').slice(1);
    return context.deal.fields.closeDate ? log(moves.filter(({ together }) => !together).length) : null;
  },
  accountDeals: ({ deal, team }) => {
    const ends = endsOf(deal, team);
    return ends && log(ends.won + ends.lost);
  },
  accountWon: ({ deal, team }) => {
    const ends = endsOf(deal, team);
    return ends && Math.log((ends.lost + 1) / (ends.won + 1));
  },
} satisfies Record<string, (context: SignalContext) => number | null>;

export type MeasureName = keyof typeof MEASURES;
export const MEASURE_NAMES = Object.keys(MEASURES) as MeasureName[];

/** Days and counts by their order of size: from one to two weeks is as far as from five to ten. */
const log = (figure: number): number => Math.log1p(Math.max(0, figure));

function endsOf(deal: SignalContext['deal'], team: SignalContext['team']) {
  const key = accountKey(deal);
  return key === null || !team?.accounts ? null : (team.accounts.get(key) ?? { won: 0, lost: 0 });
}

function startOf({ deal, clock }: SignalContext): number {
  const created = deal.fields.createdOn?.value;
  return created ? dayNumber(created) : clock.dayOf(deal.record.firstSeenAt);
}

function stageSince(context: SignalContext): number | null {
  const stay = context.trail('stage').at(-1);
  const told = context.past().stages.at(-1)?.entry.day;
  if (!stay) return told === undefined ? null : dayNumber(told);
  const seen = context.clock.dayOf(stay.seenAt);
  return told === undefined ? seen : Math.min(seen, Math.max(dayNumber(told), 0));
}

const moves = ({ entry }: ReturnType<SignalContext['past']>['events'][number]): boolean =>
  entry.side === 'buyer' || isOffer(entry);

/**
 * The direction that a measure may speak in, where only one makes sense: 1 more is worse, -1 more is better. Learning never
 * turns a clock round, so that a deal cannot look better for having waited longer.
 */
export const MEASURE_SIGNS: Partial<Record<MeasureName, 1 | -1>> = {
  ...{ stageClock: 1, progressClock: 1, silence: 1, buyerClock: 1, daysPast: 1, dateMoves: 1, accountWon: 1 },
  ...{ buyerActs: -1, offers: -1, probability: -1 },
};
