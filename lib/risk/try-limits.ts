import type { DealHistory } from '../history/types.ts';
import { type AssessSettings, assessDeal } from './assess.ts';
import { type LimitChange, withLimit } from './edit-limits.ts';
import type { UserLimits } from './limit-in-force.ts';
import { DEFAULT_LIMITS, type OpenKind } from './limits.ts';
import { RISK_NAMES, type RiskName } from './types.ts';

export type Marked = {
  /** Open deals seen lately, and those of them that call for a look. */
  open: number;
  marked: number;
  /** Per signal, the marked deals on which it is a reason. */
  reasons: Partial<Record<RiskName, number>>;
};

/** Alerts tire people out when more than three in ten are not worth acting on. */
export const MARKED_MOST = 0.3;
/** What to come down to. */
const MARKED_AIM = 0.25;
const STEPS_MOST = 12;
const KINDS: readonly OpenKind[] = ['early', 'mid', 'late'];

/** How many open deals the limits mark. Closed and stale ones are not among them. */
export function markedUnder(histories: readonly DealHistory[], settings: AssessSettings): Marked {
  const found: Marked = { open: 0, marked: 0, reasons: {} };
  for (const history of histories) {
    const { score, on, freshness, signals } = assessDeal(history, settings);
    // Closed and stale deals are judged by no signal at all.
    if (freshness.level === 'stale' || signals.every(({ state }) => state === 'off')) continue;
    found.open++;
    if (score.band === 'quiet' || on.length === 0) continue;
    found.marked++;
    for (const { signal } of on) found.reasons[signal as RiskName] = (found.reasons[signal as RiskName] ?? 0) + 1;
  }
  return found;
}

/** What a change would do: the deals marked before it and after. */
export function tryLimit(
  histories: readonly DealHistory[],
  settings: AssessSettings,
  change: LimitChange,
): { before: Marked; after: Marked } {
  const limits = withLimit(settings.limits ?? {}, change);
  return { before: markedUnder(histories, settings), after: markedUnder(histories, { ...settings, limits }) };
}

/**
 * Looser limits, where more than three in ten open deals are marked: the signal that marks most is let out by half as much
 * again, in the stages where it is on, until a quarter is left. Null: nothing to propose.
 */
export function proposeLooser(
  histories: readonly DealHistory[],
  settings: AssessSettings,
): { limits: UserLimits; before: Marked; after: Marked } | null {
  const before = markedUnder(histories, settings);
  if (before.open === 0 || before.marked / before.open <= MARKED_MOST) return null;
  let limits = settings.limits ?? {};
  let after = before;
  for (let step = 0; step < STEPS_MOST && after.marked / after.open > MARKED_AIM; step++) {
    const most = strongest(after);
    if (!most) break;
    limits = loosened(limits, most);
    after = markedUnder(histories, { ...settings, limits });
  }
  return after.marked < before.marked ? { limits, before, after } : null;
}

function strongest({ reasons }: Marked): RiskName | null {
  const loosening = RISK_NAMES.filter((name) => reasons[name] && canLoosen(name));
  return loosening.sort((a, b) => (reasons[b] ?? 0) - (reasons[a] ?? 0))[0] ?? null;
}

/** Limits that count up, in units of which there are more than a handful. */
function canLoosen(name: RiskName): boolean {
  const { unit, mid, late, early } = DEFAULT_LIMITS[name];
  const any = mid ?? late ?? early;
  return unit !== 'none' && any !== null && any.high > any.limit;
}

function loosened(limits: UserLimits, signal: RiskName): UserLimits {
  return KINDS.reduce((all, kind) => {
    const set = all.everywhere?.[signal]?.[kind];
    const now = set === undefined ? DEFAULT_LIMITS[signal][kind]?.limit : set;
    if (now == null) return all;
    return withLimit(all, { place: 'everywhere', signal, kind, to: Math.max(now + 1, Math.round(now * 1.5)) });
  }, limits);
}
