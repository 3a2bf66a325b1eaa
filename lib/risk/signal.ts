import type { FieldName } from '../deal/fields.ts';
import type { PastRow } from '../history/types.ts';
import type { SignalContext } from './context.ts';
import { dayText } from './day-clock.ts';
import type { SignalFacts } from './facts.ts';
import type { LimitInForce } from './limit-in-force.ts';
import { DEFAULT_LIMITS, type LimitTable } from './limits.ts';
import type { Family, InputPart, SignalEvidence, SignalName, SignalOn, SignalState } from './types.ts';
import { levelAt, pointsAt } from './weights.ts';

/** One risk condition: what it looks at, from which limit on, and whether it holds. */
export type Signal<N extends SignalName = SignalName> = {
  name: N;
  family: Family;
  limits: LimitTable;
  /** The fields it cannot do without: what confidence is counted in. */
  inputs: readonly FieldName[];
  /** `others`: what the signals before it came to; it may stand on them. */
  evaluate(context: SignalContext, others?: readonly SignalState[]): SignalState;
};

const SEVERITY_MOST = 1.5;

type Held<N extends SignalName> = {
  facts: SignalFacts[N];
  observed: number;
  limit: LimitInForce;
  unit?: SignalOn['unit'];
  /** 0 at the limit, 1 at the high mark; below 0 is not held, but worth a quiet word. Left out: of what was observed. */
  severity?: number;
  /** Of the points, where something speaks for the deal. */
  factor?: number;
  asOfDay: number;
  atLeast?: boolean;
  fields?: readonly FieldName[];
  /** Lines of the page's own past that it rests on too. */
  told?: readonly { field: FieldName; row: PastRow }[];
};

const offStates = new Map<SignalName, SignalState>();

/** One object per signal: most signals of most deals are off. */
export function off({ name, family }: { name: SignalName; family: Family }): SignalState {
  let state = offStates.get(name);
  if (!state) {
    state = Object.freeze({ state: 'off', signal: name, family });
    offStates.set(name, state);
  }
  return state;
}

export function unknown(
  signal: { name: SignalName; family: Family },
  missing: FieldName[],
  parts: InputPart[] = [],
): SignalState {
  return { state: 'unknown', signal: signal.name, family: signal.family, missing, ...(parts.length > 0 && { parts }) };
}

export function holds<N extends SignalName>(
  context: SignalContext,
  signal: { name: N; family: Family },
  held: Held<N>,
): SignalOn {
  const { severity: found = severityOf(held.observed, held.limit), fields = [], told = [] } = held;
  const severity = Math.min(SEVERITY_MOST, Math.max(0, found));
  return {
    state: 'on',
    signal: signal.name,
    family: signal.family,
    facts: {
      ...held.facts,
      stageKind: context.kind,
      stage: context.deal.fields.stage?.value?.label ?? null,
      limitSource: held.limit.source,
    },
    observed: held.observed,
    limit: held.limit.limit,
    unit: held.unit ?? DEFAULT_LIMITS[signal.name].unit,
    severity,
    level: levelAt(severity, held.factor),
    points: pointsAt(signal.name, severity, held.factor),
    asOfDay: dayText(held.asOfDay),
    atLeast: held.atLeast ?? false,
    evidence: [...evidenceOf(context, fields), ...told.map((one) => toldEvidence(context, one))],
  };
}

/** Under its limit, but on the way there: said quietly, without points. */
export function dims<N extends SignalName>(
  context: SignalContext,
  signal: { name: N; family: Family },
  held: Held<N>,
): SignalState {
  return { ...holds(context, signal, held), state: 'dim', severity: 0, level: 0, points: 0 };
}

/** How far an observation lies between limit and high mark, in either direction. */
export function severityOf(observed: number, { limit, high }: { limit: number; high: number }): number {
  return high === limit ? (observed > limit ? 1 : 0) : (observed - limit) / (high - limit);
}

function toldEvidence(context: SignalContext, { field, row }: { field: FieldName; row: PastRow }): SignalEvidence {
  const { rule, raw } = row.entry.evidence;
  const moved =
    row.entry.kind === 'stage' ? [row.entry.from, row.entry.to].filter((one) => one !== null).join(' → ') : null;
  const { crm } = context.deal.record;
  return { field, seenAt: row.seenAt, evidence: { crm, page: 'record', rule, raw: moved ? `${moved} · ${raw}` : raw } };
}

function evidenceOf(context: SignalContext, fields: readonly FieldName[]): SignalEvidence[] {
  const evidence: SignalEvidence[] = [];
  for (const field of fields) {
    const known = context.deal.fields[field];
    if (known) evidence.push({ field, seenAt: known.lastSeenAt, evidence: known.evidence });
  }
  return evidence;
}
