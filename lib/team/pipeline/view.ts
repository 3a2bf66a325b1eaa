import type { Freshness } from '../../history/types.ts';
import { RISK_NAMES, type RiskName } from '../../risk/types.ts';

/** By close date against today and the fiscal quarter. Every deal is in one of them. */
export const PERIODS = ['passed', 'this-quarter', 'next-quarter', 'later', 'none'] as const;
export type Period = (typeof PERIODS)[number];

/** Against the median of what was won here in the same currency. */
export const SIZES = ['large', 'usual', 'small', 'unknown'] as const;
export type Size = (typeof SIZES)[number];

/** How loudly a deal calls, the loudest first. */
export const MARKS = ['promise', 'closer', 'look', 'again', 'thin', 'quiet', 'parked', 'snoozed'] as const;
export type MarkKind = (typeof MARKS)[number];

export const FRESHNESS = ['fresh', 'ageing', 'stale'] as const satisfies readonly Freshness['level'][];

export const SORT_KEYS = ['mark', 'name', 'owner', 'amount', 'stage', 'age', 'close', 'next', 'seen'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export const GROUPINGS = ['none', 'owner', 'stage', 'pipeline', 'period'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What of the pipeline is shown, and how. Null: no filter. Owner and pipeline "": deals without one. */
export type PipelineView = {
  text: string;
  owner: string | null;
  pipeline: string | null;
  period: Period | null;
  signal: RiskName | null;
  size: Size | null;
  freshness: Freshness['level'] | null;
  sort: SortKey;
  down: boolean;
  group: Grouping;
};

export const WHOLE_PIPELINE: PipelineView = {
  text: '',
  owner: null,
  pipeline: null,
  period: null,
  signal: null,
  size: null,
  freshness: null,
  sort: 'mark',
  down: false,
  group: 'none',
};

const TEXT_MOST = 200;

/**
 * The view as the address has it: "?owner=Ida&sort=amount&down=1"; "" for the whole pipeline as it stands first. Names stand
 * in it as they are written, so that a person who is erased is found in views that were kept, too.
 */
export function placeOf(view: PipelineView): string {
  const said: string[] = [];
  for (const name of ['text', 'owner', 'pipeline', 'period', 'signal', 'size', 'freshness', 'sort', 'group'] as const) {
    const value = view[name];
    if (value !== null && value !== WHOLE_PIPELINE[name])
      said.push(`${name}=${value.replace(/[%&=+#]/g, encodeURIComponent)}`);
  }
  if (view.down) said.push('down=1');
  return said.length === 0 ? '' : `?${said.join('&')}`;
}

/** What is not understood, such as a filter of a later version, is left out. */
export function viewOf(place: string): PipelineView {
  const said = new URLSearchParams(place.startsWith('?') ? place.slice(1) : '');
  const text = (name: string) => said.get(name)?.slice(0, TEXT_MOST) ?? null;
  const one = <T extends string>(name: string, of: readonly T[]) => of.find((each) => each === said.get(name)) ?? null;
  return {
    text: text('text') ?? '',
    owner: text('owner'),
    pipeline: text('pipeline'),
    period: one('period', PERIODS),
    signal: one('signal', RISK_NAMES),
    size: one('size', SIZES),
    freshness: one('freshness', FRESHNESS),
    sort: one('sort', SORT_KEYS) ?? WHOLE_PIPELINE.sort,
    down: said.get('down') === '1',
    group: one('group', GROUPINGS) ?? WHOLE_PIPELINE.group,
  };
}

/** Some deals may be left out. */
export function isFiltered({ text, owner, pipeline, period, signal, size, freshness }: PipelineView): boolean {
  return text.trim() !== '' || [owner, pipeline, period, signal, size, freshness].some((part) => part !== null);
}
