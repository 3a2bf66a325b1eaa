import { dealWithPast } from '../history/deal-with-past.ts';
import { freshnessAfter } from '../history/freshness.ts';
import type { DealHistory } from '../history/types.ts';
import { confidenceOf } from './confidence.ts';
import { type ContextSettings, type SignalContext, signalContext } from './context.ts';
import { dayClock } from './day-clock.ts';
import { byStrength, type ScoreSettings, scoreOf } from './score.ts';
import { off, unknown } from './signal.ts';
import { SIGNALS } from './signals.ts';
import {
  type Assessment,
  INPUT_PARTS,
  type OtherShare,
  SIGNAL_NAMES,
  type SignalName,
  type SignalOn,
  type SignalState,
} from './types.ts';
import { weighed } from './weights.ts';

/** What was learnt from the user's own closed deals, in force at the moment; see `learn/apply.ts`. */
export type Learnt = Pick<ScoreSettings, 'base' | 'bandFrom' | 'leans' | 'calibrated'> & {
  weights: Readonly<Record<SignalName, number>>;
  others(context: SignalContext): OtherShare[];
};

export type AssessSettings = ContextSettings & { learnt?: Learnt | null | undefined };

/** The same for every deal at any moment. */
export type JudgedBy = Omit<AssessSettings, 'moment' | 'team'>;

/**
 * What is at risk in one deal as of a moment: a pure function of its history, the settings and the moment. Closed deals
 * have no risk, and deals not seen for two weeks none that could be vouched for: those are to be looked at again.
 */
export function assessDeal(history: DealHistory, settings: AssessSettings): Assessment {
  const { moment, calendar, learnt } = settings;
  const clock = dayClock(moment.timeZone, calendar);
  const today = clock.dayOf(moment.asOf);
  const deal = dealWithPast(history, moment);
  const freshness = freshnessAfter(today - clock.dayOf(deal?.lastSeenAt ?? history.deal.firstSeenAt));
  const context = deal && signalContext(deal, history, settings);
  const isJudged = context !== null && context.outcome === 'open' && freshness.level !== 'stale';
  const signals = signalsOf(context, isJudged, learnt?.weights);
  const held = signals.filter((state): state is SignalOn => state.state === 'on').sort(byStrength);
  const score = scoreOf(held, {
    ...(learnt && {
      ...{ base: learnt.base, bandFrom: learnt.bandFrom, leans: learnt.leans, calibrated: learnt.calibrated },
    }),
    others: isJudged ? learnt?.others(context) : [],
    dated: context !== null && isDated(context),
  });
  return {
    signals,
    on: held.filter(({ family }) => family !== 'good'),
    good: held.filter(({ family }) => family === 'good'),
    score,
    confidence: confidenceOf(deal, partsOf(context), freshness, today, clock),
    freshness,
  };
}

function signalsOf(
  context: SignalContext | null,
  isJudged: boolean,
  weights: Readonly<Record<SignalName, number>> | undefined,
): SignalState[] {
  if (!context) return SIGNAL_NAMES.map((name) => unknown(SIGNALS[name], [...SIGNALS[name].inputs]));
  if (!isJudged) return SIGNAL_NAMES.map((name) => off(SIGNALS[name]));
  const states: SignalState[] = [];
  for (const name of SIGNAL_NAMES) states.push(weighed(SIGNALS[name].evaluate(context, states), weights));
  return states;
}

/** A close date that has passed, or was never seen, is none that a deal could be late for. */
function isDated(context: SignalContext): boolean {
  const date = context.deal.fields.closeDate?.value;
  return date != null && date >= context.dayText(context.today);
}

/** What beside the fields was seen lately enough to rest on. */
function partsOf(context: SignalContext | null): Assessment['confidence']['parts'] {
  const past = context?.past();
  const known = INPUT_PARTS.filter((part) => {
    if (!context || !past) return false;
    if (part === 'answers') return context.answers().size > 0;
    const seenAt = part === 'feed' ? past.feedSeenAt : past.contacts?.seenAt;
    return seenAt != null && !context.isOld(seenAt);
  });
  return { known, missing: INPUT_PARTS.filter((part) => !known.includes(part)) };
}
