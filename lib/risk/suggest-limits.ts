import type { Instant } from '../deal/day.ts';
import type { DealHistory } from '../history/types.ts';
import { assessDeal } from './assess.ts';
import { endOf, looksOf, type ReplaySettings } from './learn/examples.ts';
import { limitFor, type UserLimits } from './limit-in-force.ts';
import { DEFAULT_LIMITS, type OpenKind } from './limits.ts';
import { RISK_NAMES, type RiskName } from './types.ts';

/** A limit after the user's own deals: eight in ten of those that were won stayed below it in that kind of stage. */
export type SuggestedLimit = { signal: RiskName; kind: OpenKind; now: number; to: number; wonDeals: number };

/** Fewer won deals than this in a kind of stage have no limit of their own. */
export const SUGGEST_FROM = 20;
const BELOW_SHARE = 0.8;
const KINDS: readonly OpenKind[] = ['early', 'mid', 'late'];

/** Signals whose figure is days, worked days or a share that grows: those a won deal can have a usual size of. */
const MEASURED = RISK_NAMES.filter((name) => {
  const { unit, early, mid, late } = DEFAULT_LIMITS[name];
  const any = mid ?? late ?? early;
  return (unit === 'days' || unit === 'working-days') && any !== null && any.high > any.limit;
});

/** Limits at nought, so that every figure is seen. */
const OPEN_WIDE: UserLimits = {
  everywhere: Object.fromEntries(MEASURED.map((name) => [name, { early: 0, mid: 0, late: 0 }])),
};

/** Limits suggested from won deals as they looked while open; empty while there are too few of them. */
export function suggestLimits(
  histories: readonly DealHistory[],
  knownAt: Instant,
  settings: ReplaySettings,
): SuggestedLimit[] {
  const { calendar, timeZone } = settings;
  const figures = new Map<string, number[]>();
  for (const history of histories) {
    const ended = endOf(history, { asOf: knownAt, knownAt, timeZone });
    if (ended?.outcome !== 'won') continue;
    const most = new Map<string, number>();
    for (const at of looksOf(history, ended.at)) {
      const moment = { asOf: at, knownAt: at, timeZone };
      const { signals } = assessDeal(history, { moment, calendar, limits: OPEN_WIDE });
      for (const state of signals) {
        if (!('observed' in state) || state.facts.stageKind === null) continue;
        const key = `${state.signal} ${String(state.facts.stageKind)}`;
        most.set(key, Math.max(most.get(key) ?? 0, state.observed));
      }
      // A deal that was in such a stage and had nothing to show counts with nought; where nobody could see, with nothing.
      const kind = signals.flatMap((state) => ('facts' in state ? [state.facts.stageKind] : []))[0];
      if (!kind) continue;
      for (const { signal, state } of signals) {
        const key = `${signal} ${String(kind)}`;
        if (state !== 'unknown') most.set(key, most.get(key) ?? 0);
      }
    }
    for (const [key, figure] of most) figures.set(key, [...(figures.get(key) ?? []), figure]);
  }
  return MEASURED.flatMap((signal) =>
    KINDS.flatMap((kind) => {
      const won = (figures.get(`${signal} ${kind}`) ?? []).sort((a, b) => a - b);
      if (won.length < SUGGEST_FROM) return [];
      const to = Math.ceil(won[Math.floor(BELOW_SHARE * (won.length - 1))] ?? 0);
      const now = limitFor(signal, kind, settings.limits, null)?.limit ?? null;
      // Off stays off; and where most won deals had nothing of it, they tell that it is rare, not from when on it counts.
      return now === null || to <= 0 ? [] : { signal, kind, now, to, wonDeals: won.length };
    }),
  );
}
