import type { LimitSource } from './facts.ts';
import { DEFAULT_LIMITS, type Limit, type OpenKind } from './limits.ts';
import type { SignalName } from './types.ts';

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
