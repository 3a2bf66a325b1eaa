import type { Team } from '../team-deals.ts';
import type { PipelineEntry } from './entry.ts';
import { type Grouping, PERIODS } from './view.ts';

/** `key`: the owner's name, the stage's label, the pipeline or the period; null where there is none. */
export type PipelineGroup = { key: string | null; entries: PipelineEntry[] };

const KEYS: Record<Exclude<Grouping, 'none'>, (entry: PipelineEntry) => string | null> = {
  owner: ({ deal }) => deal.owner,
  stage: ({ deal }) => deal.stage,
  pipeline: ({ deal }) => deal.pipeline,
  period: ({ period }) => period,
};

/**
 * Entries by group, each group in the order in which they came. Owners stand in the order of the roster, stages in that of
 * their pipeline, periods in that of the calendar; what has none stands last.
 */
export function grouped(entries: readonly PipelineEntry[], by: Exclude<Grouping, 'none'>, team: Team): PipelineGroup[] {
  const groups = new Map<string | null, PipelineEntry[]>();
  for (const entry of entries) {
    const key = KEYS[by](entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  const places = placesOf(groups, by, team);
  return [...groups]
    .map(([key, members]) => ({ key, entries: members }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      return (places.get(a.key) ?? 0) - (places.get(b.key) ?? 0) || a.key.localeCompare(b.key);
    });
}

function placesOf(
  groups: ReadonlyMap<string | null, readonly PipelineEntry[]>,
  by: Exclude<Grouping, 'none'>,
  { roster }: Team,
): Map<string, number> {
  if (by === 'owner') return new Map(roster.people.map(({ name }, place) => [name, place]));
  if (by === 'period') return new Map(PERIODS.map((period, place) => [period, place]));
  if (by === 'pipeline') return new Map();
  const places = new Map<string, number>();
  for (const [key, members] of groups) {
    const known = members.flatMap(({ stagePlace }) => stagePlace ?? []);
    if (key !== null) places.set(key, known.length > 0 ? Math.min(...new Set(known)) : Number.POSITIVE_INFINITY);
  }
  return places;
}
