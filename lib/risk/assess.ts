import { dealWithPast } from '../history/deal-with-past.ts';
import { freshnessOf } from '../history/freshness.ts';
import type { Deal, DealHistory, Freshness } from '../history/types.ts';
import { confidenceOf } from './confidence.ts';
import { type ContextSettings, signalContext } from './context.ts';
import { dayClock } from './day-clock.ts';
import { byStrength, scoreOf } from './score.ts';
import { off, unknown } from './signal.ts';
import { SIGNALS } from './signals.ts';
import { type Assessment, SIGNAL_NAMES, type SignalOn, type SignalState } from './types.ts';

export type AssessSettings = ContextSettings;

/**
 * What is at risk in one deal as of a moment: a pure function of its history, the settings and the moment. Closed deals
 * have no risk, and deals not seen for two weeks none that could be vouched for: those are to be looked at again.
 */
export function assessDeal(history: DealHistory, settings: AssessSettings): Assessment {
  const { moment, calendar } = settings;
  const clock = dayClock(moment.timeZone, calendar);
  const today = clock.dayOf(moment.asOf);
  const deal = dealWithPast(history, moment);
  const freshness = freshnessOf(deal?.lastSeenAt ?? history.deal.firstSeenAt, moment);
  const signals = signalsOf(deal, freshness, history, settings);
  const on = signals.filter((state): state is SignalOn => state.state === 'on').sort(byStrength);
  return { signals, on, score: scoreOf(on), confidence: confidenceOf(deal, freshness, today, clock), freshness };
}

function signalsOf(
  deal: Deal | null,
  freshness: Freshness,
  history: DealHistory,
  settings: AssessSettings,
): SignalState[] {
  if (!deal) return SIGNAL_NAMES.map((name) => unknown(SIGNALS[name], [...SIGNALS[name].inputs]));
  const context = signalContext(deal, history, settings);
  if (context.outcome !== 'open' || freshness.level === 'stale') return SIGNAL_NAMES.map((name) => off(SIGNALS[name]));
  return SIGNAL_NAMES.map((name) => SIGNALS[name].evaluate(context));
}
