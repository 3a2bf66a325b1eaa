import type { DealSize, LimitSet, UserLimits } from './limit-in-force.ts';
import type { OpenKind } from './limits.ts';
import type { SignalName } from './types.ts';

/** Where a limit holds: everywhere, in one pipeline, or for deals of one size. */
export type LimitPlace = { pipeline: string } | { size: DealSize } | 'everywhere';

/** One change of one limit: a figure, null for off, undefined to go back to what holds otherwise. */
export type LimitChange = { place: LimitPlace; signal: SignalName; kind: OpenKind; to: number | null | undefined };

export function withLimit(limits: UserLimits, { place, signal, kind, to }: LimitChange): UserLimits {
  const set = setAt(limits, place) ?? {};
  const { [kind]: _, ...others } = set[signal] ?? {};
  const kinds = to === undefined ? others : { ...others, [kind]: to };
  const { [signal]: __, ...rest } = set;
  return withSet(limits, place, Object.keys(kinds).length > 0 ? { ...rest, [signal]: kinds } : rest);
}

/** Back to the defaults: all of it, one place, or one signal of a place. */
export function resetLimits(limits: UserLimits, place?: LimitPlace, signal?: SignalName): UserLimits {
  if (place === undefined) return {};
  if (signal === undefined) return withSet(limits, place, {});
  const { [signal]: _, ...rest } = setAt(limits, place) ?? {};
  return withSet(limits, place, rest);
}

/** What the user set in one place. */
export function setAt(limits: UserLimits, place: LimitPlace): LimitSet | undefined {
  if (place === 'everywhere') return limits.everywhere;
  if ('size' in place) return limits.sizes?.[place.size];
  return limits.pipelines && Object.hasOwn(limits.pipelines, place.pipeline)
    ? limits.pipelines[place.pipeline]
    : undefined;
}

/** An empty set is left out, so that limits that were set and reset are the same as none. */
function withSet(limits: UserLimits, place: LimitPlace, set: LimitSet): UserLimits {
  const isEmpty = Object.keys(set).length === 0;
  const { everywhere, sizes = {}, pipelines = {} } = limits;
  if (place === 'everywhere') return compact({ ...limits, everywhere: isEmpty ? undefined : set });
  if ('size' in place) {
    const { [place.size]: _, ...others } = sizes;
    return compact({ everywhere, pipelines, sizes: isEmpty ? others : { ...others, [place.size]: set } });
  }
  const others = Object.entries(pipelines).filter(([name]) => name !== place.pipeline);
  const all = isEmpty ? others : [...others, [place.pipeline, set] as const];
  return compact({ everywhere, sizes, pipelines: Object.fromEntries(all) });
}

function compact({ everywhere, pipelines, sizes }: UserLimits): UserLimits {
  return {
    ...(everywhere && { everywhere }),
    ...(pipelines && Object.keys(pipelines).length > 0 && { pipelines }),
    ...(sizes && Object.keys(sizes).length > 0 && { sizes }),
  };
}
