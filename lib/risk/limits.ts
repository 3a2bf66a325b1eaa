import type { LimitSource } from './facts.ts';
import type { SignalName, SignalOn } from './types.ts';

export type OpenKind = 'early' | 'mid' | 'late';

/** A signal comes on at `limit` and is at its full weight at `high`. */
type Limit = { limit: number; high: number };

export type LimitTable = { [K in OpenKind]: Limit | null } & {
  unit: SignalOn['unit'];
  source: LimitSource;
  /** Where the figures come from, for the person who wants to change them. */
  note: string;
  /**
   * Where the order of stages was never seen: `loosest` goes by the most lenient of the three limits, `off` says nothing,
   * because the signal means something only in some stages.
   */
  orderUnknown: 'loosest' | 'off';
};

export const DEFAULT_LIMITS: Record<SignalName, LimitTable> = {
  'close-date-past': {
    early: { limit: 3, high: 13 },
    mid: { limit: 3, high: 13 },
    late: { limit: 1, high: 11 },
    unit: 'working-days',
    source: 'expert judgement',
    note: 'A date in the past is wrong in any stage; some days are left to correct it, one where signing is near.',
    orderUnknown: 'loosest',
  },
  pushed: {
    early: null,
    mid: { limit: 30, high: 60 },
    late: { limit: 14, high: 60 },
    unit: 'days',
    source: 'published',
    note: 'Practitioners call three moves the end of a date, or colour them from three on; the days are judgement.',
    orderUnknown: 'off',
  },
  stalled: {
    early: { limit: 45, high: 90 },
    mid: { limit: 30, high: 60 },
    late: { limit: 21, high: 42 },
    unit: 'days',
    source: 'published',
    note: 'Vendors mark 14 to 30 days in a stage, 60 without an action of the buyer; twice the usual time is critical.',
    orderUnknown: 'loosest',
  },
  'stage-back': {
    early: null,
    mid: { limit: 1, high: 3 },
    late: { limit: 1, high: 3 },
    unit: 'none',
    source: 'expert judgement',
    note: 'Counted in stages, from where the deal stood before it moved back.',
    orderUnknown: 'off',
  },
  'no-next-step': {
    early: null,
    mid: { limit: 3, high: 13 },
    late: { limit: 0, high: 10 },
    unit: 'working-days',
    source: 'expert judgement',
    note: 'Practitioners want a step planned within 14 days and call none critical. In early stages for big deals alone.',
    orderUnknown: 'off',
  },
  'next-step-past': {
    early: { limit: 5, high: 15 },
    mid: { limit: 3, high: 13 },
    late: { limit: 1, high: 11 },
    unit: 'working-days',
    source: 'expert judgement',
    note: 'Time to log what happened, shorter where signing is near.',
    orderUnknown: 'loosest',
  },
  'no-activity': {
    early: { limit: 30, high: 60 },
    mid: { limit: 21, high: 42 },
    late: { limit: 14, high: 30 },
    unit: 'days',
    source: 'published',
    note: 'A vendor marks 14 days low and 30 high, another 30; long cycles allow for more.',
    orderUnknown: 'loosest',
  },
  // Days left: comes on below the limit, so `high` is the smaller figure.
  'date-too-early': {
    early: { limit: 30, high: 0 },
    mid: { limit: 14, high: 0 },
    late: null,
    unit: 'days',
    source: 'published',
    note: 'Due this month and still qualifying is a published red flag; the days per stage are judgement.',
    orderUnknown: 'off',
  },
  'amount-cut': {
    early: null,
    mid: { limit: 15, high: 40 },
    late: { limit: 10, high: 30 },
    unit: 'percent',
    source: 'published',
    note: 'A vendor marks a fall of 10 percent; amounts still settle in the middle of a pipeline.',
    orderUnknown: 'off',
  },
  'unusual-size': {
    early: { limit: 3, high: 6 },
    mid: { limit: 3, high: 6 },
    late: { limit: 3, high: 6 },
    unit: 'times',
    source: 'expert judgement',
    note: 'In published data the largest fifth is won far less often; a practitioner marks twice the usual size.',
    orderUnknown: 'loosest',
  },
  'buyer-silent': {
    early: { limit: 21, high: 42 },
    mid: { limit: 14, high: 28 },
    late: { limit: 7, high: 21 },
    unit: 'days',
    source: 'measured',
    note: 'Offers that the buyer had not answered after 14 days were lost in 70 %, answered ones in 26 %.',
    orderUnknown: 'loosest',
  },
  'seller-alone': {
    ...everywhere({ limit: 3, high: 6 }),
    unit: 'times',
    source: 'expert judgement',
    note: "Days with an act of ours since theirs. Measured, the seller's own calls say nothing by themselves.",
    orderUnknown: 'loosest',
  },
  // Days left in the period: comes on at any of them, more as it ends.
  'due-this-period': {
    early: { limit: 31, high: 0 },
    mid: null,
    late: null,
    unit: 'none',
    source: 'published',
    note: 'Due this month and still in qualification or earlier is a published red flag.',
    orderUnknown: 'off',
  },
  'older-than-won': {
    ...everywhere({ limit: 1.5, high: 2 }),
    unit: 'times',
    source: 'measured',
    note: 'Loss 0.56 at the usual winning time, 0.68 at one and a half times, 0.77 at twice, then flat.',
    orderUnknown: 'loosest',
  },
  'stage-skipped': {
    early: null,
    mid: { limit: 1, high: 3 },
    late: { limit: 1, high: 3 },
    unit: 'none',
    source: 'expert judgement',
    note: 'Counted in stages passed over. Shown, not counted: no figure is published.',
    orderUnknown: 'off',
  },
  'stage-unproven': {
    early: null,
    mid: { limit: 1, high: 3 },
    late: { limit: 1, high: 3 },
    unit: 'none',
    source: 'expert judgement',
    note: 'Counted in proofs answered with no. Proofs that nobody asked about do not count.',
    orderUnknown: 'off',
  },
  'vague-step': {
    early: null,
    mid: { limit: 1, high: 2 },
    late: { limit: 1, high: 2 },
    unit: 'none',
    source: 'expert judgement',
    note: 'Off at first: shown once your own deals say that it counts.',
    orderUnknown: 'off',
  },
  'step-unchanged': {
    early: { limit: 30, high: 60 },
    mid: { limit: 21, high: 42 },
    late: { limit: 10, high: 20 },
    unit: 'days',
    source: 'expert judgement',
    note: 'Between two looks that showed the same step; a step whose day lies ahead is no old one.',
    orderUnknown: 'loosest',
  },
  'step-too-far': {
    early: { limit: 45, high: 90 },
    mid: { limit: 30, high: 60 },
    late: { limit: 21, high: 42 },
    unit: 'days',
    source: 'expert judgement',
    note: 'A practitioner wants a step planned within 14 days; an agreed wait takes the signal away.',
    orderUnknown: 'loosest',
  },
  'amount-unrefined': {
    early: null,
    mid: { limit: 2, high: 4 },
    late: { limit: 2, high: 4 },
    unit: 'none',
    source: 'measured',
    note: 'Stages passed with the first round figure. Round figures were won half as often, but only at the very end.',
    orderUnknown: 'off',
  },
  // People there: comes on below the limit, which is one more for a deal of twice the usual size.
  'few-contacts': {
    early: null,
    mid: { limit: 2, high: 0 },
    late: { limit: 2, high: 0 },
    unit: 'none',
    source: 'published',
    note: 'One contact is critical with practitioners; one firm won 58 % with four or more. Above the median amount alone.',
    orderUnknown: 'off',
  },
  'no-decision-maker': {
    early: null,
    mid: { limit: 1, high: -1 },
    late: { limit: 1, high: 0 },
    unit: 'none',
    source: 'published',
    note: 'A vendor gives the decision-maker 10 of 100 points; where roles are shown, or the checklist answers.',
    orderUnknown: 'off',
  },
  'qualification-gaps': {
    early: { limit: 3, high: 5 },
    mid: { limit: 2, high: 4 },
    late: { limit: 2, high: 4 },
    unit: 'none',
    source: 'published',
    note: 'A vendor marks two or three gaps yellow, four red; early on there may be one more.',
    orderUnknown: 'loosest',
  },
  competitor: {
    ...everywhere({ limit: 1, high: 2 }),
    unit: 'none',
    source: 'measured',
    note: 'Known competitor: won 19 against 70 % in one set of deals, 19 against 32 % in another.',
    orderUnknown: 'loosest',
  },
  // Days since: comes on up to the limit and fades.
  'owner-changed': {
    ...everywhere({ limit: 21, high: 0 }),
    unit: 'days',
    source: 'expert judgement',
    note: 'Shown, not counted: a handover is a thing to ask about, not a mark.',
    orderUnknown: 'loosest',
  },
  reopened: {
    ...everywhere({ limit: 90, high: 0 }),
    unit: 'days',
    source: 'expert judgement',
    note: 'For a quarter after it was opened again; no figure is published.',
    orderUnknown: 'loosest',
  },
  'commit-unproven': {
    early: { limit: 1, high: 2 },
    mid: { limit: 2, high: 4 },
    late: { limit: 2, high: 4 },
    unit: 'none',
    source: 'expert judgement',
    note: 'Counted in families of signs against it; in an early stage one is enough.',
    orderUnknown: 'loosest',
  },
  'buyer-acted': {
    ...everywhere({ limit: 7, high: 0 }),
    unit: 'days',
    source: 'measured',
    note: 'Offers answered by day 14 were lost in 26 %, the others in 70 %.',
    orderUnknown: 'loosest',
  },
  'moved-on': {
    ...everywhere({ limit: 7, high: 0 }),
    unit: 'days',
    source: 'measured',
    note: 'Moved within a week: lost in about 30 %, against 51 to 84 % of those that had stood longer.',
    orderUnknown: 'off',
  },
  'offer-revised': {
    ...everywhere({ limit: 2, high: 3 }),
    unit: 'times',
    source: 'measured',
    note: 'Lost in 74 % with one offer, 59 % with two, 40 % with three.',
    orderUnknown: 'loosest',
  },
  'promise-kept': {
    ...everywhere({ limit: 21, high: 0 }),
    unit: 'days',
    source: 'expert judgement',
    note: 'Not in any public data.',
    orderUnknown: 'loosest',
  },
};

function everywhere(limit: Limit): { [K in OpenKind]: Limit } {
  return { early: limit, mid: limit, late: limit };
}

/** What the user set: a figure, or null for "off". Pipelines by the name that the CRM shows. */
export type LimitSet = { [S in SignalName]?: { [K in OpenKind]?: number | null | undefined } | undefined };
/** `big`: over twice the median of open deals; `small`: under half of it. The pipeline's own figure goes before the size's. */
export const DEAL_SIZES = ['small', 'big'] as const;
export type DealSize = (typeof DEAL_SIZES)[number];
export type UserLimits = {
  everywhere?: LimitSet | undefined;
  pipelines?: Record<string, LimitSet> | undefined;
  sizes?: { [Z in DealSize]?: LimitSet | undefined } | undefined;
};

export type LimitInForce = Limit & { source: LimitSource };

const KINDS: readonly OpenKind[] = ['early', 'mid', 'late'];

/** The limit for a deal of this kind in this pipeline; null: the signal is off there. */
export function limitFor(
  signal: SignalName,
  kind: OpenKind | null,
  user: UserLimits | undefined,
  pipeline: string | null,
  size: DealSize | null = null,
): LimitInForce | null {
  const table = DEFAULT_LIMITS[signal];
  if (kind !== null) return limitOfKind(signal, kind, user, pipeline, size);
  if (table.orderUnknown === 'off') return null;
  let loosest: LimitInForce | null = null;
  for (const each of KINDS) {
    const found = limitOfKind(signal, each, user, pipeline, size);
    if (found && (loosest === null || found.limit > loosest.limit)) loosest = found;
  }
  return loosest;
}

function limitOfKind(
  signal: SignalName,
  kind: OpenKind,
  user: UserLimits | undefined,
  pipeline: string | null,
  size: DealSize | null,
): LimitInForce | null {
  const table = DEFAULT_LIMITS[signal];
  const preset = table[kind];
  const own = pipeline !== null && user?.pipelines && Object.hasOwn(user.pipelines, pipeline);
  const sets = [own ? user.pipelines?.[pipeline] : undefined, size ? user?.sizes?.[size] : undefined, user?.everywhere];
  const set = sets.map((each) => each?.[signal]?.[kind]).find((figure) => figure !== undefined);
  if (set === undefined) return preset && inForce(preset, table.source);
  if (set === null) return null;
  const like = preset ?? table.mid ?? table.late;
  return { limit: set, high: scaled(set, like), source: 'set by you' };
}

const presets = new WeakMap<Limit, LimitInForce>();

/** A default with its source: asked for by every signal of every deal, so made once. */
function inForce(preset: Limit, source: LimitSource): LimitInForce {
  let limit = presets.get(preset);
  if (!limit) {
    limit = { ...preset, source };
    presets.set(preset, limit);
  }
  return limit;
}

/** Keeps the distance to the high mark in proportion when the user moves the limit. */
function scaled(limit: number, like: Limit | null): number {
  if (!like) return limit * 2;
  if (like.high === 0) return 0;
  return like.limit > 0 ? (limit * like.high) / like.limit : limit + like.high;
}
