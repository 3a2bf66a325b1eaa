import type { Speaker } from '../../coaching/words/dates.ts';
import type { Words } from '../../coaching/words/english.ts';
import { TITLES } from '../../coaching/words/english-names.ts';
import { RISK_NAMES } from '../../risk/types.ts';
import type { Team } from '../team-deals.ts';
import type { PipelineEntry } from './entry.ts';
import { filterOf } from './filter.ts';
import { grouped, type PipelineGroup } from './group.ts';
import { pipelineWords } from './pipeline-words.ts';
import { type PipelineTotal, sayTotal } from './say-total.ts';
import { sorted } from './sort.ts';
import type { Period, PipelineView } from './view.ts';

export type PipelineChoice = { value: string; title: string };

/** A view of the pipeline, without its rows: those are asked for as they come into sight. */
export type PipelineList = {
  /** Line by line the place of an entry, or -1, -2 … for the head of the first, second … group. */
  lines: Int32Array;
  groups: { title: string; total: PipelineTotal }[];
  total: PipelineTotal;
  /** Open deals in all. */
  of: number;
  owners: PipelineChoice[];
  pipelines: PipelineChoice[];
  signals: PipelineChoice[];
};

/** Pure: same entries and view, same list. `entries` are those of `team`, in any order. */
export function pipelineList(
  entries: readonly PipelineEntry[],
  view: PipelineView,
  team: Team,
  words: Words,
  say: Speaker,
): PipelineList {
  const places = new Map(entries.map((entry, place) => [entry, place]));
  const shown = sorted(entries.filter(filterOf(view)), view, team.settings.homeCurrency);
  const groups = view.group === 'none' ? [] : grouped(shown, view.group, team);
  const placeOf = (entry: PipelineEntry) => places.get(entry) ?? 0;
  const lines =
    view.group === 'none'
      ? shown.map(placeOf)
      : groups.flatMap(({ entries: members }, at) => [-at - 1, ...members.map(placeOf)]);
  return {
    lines: Int32Array.from(lines),
    groups: groups.map((group) => ({
      title: titleOf(group, view.group),
      total: sayTotal(group.entries, team, words, say),
    })),
    total: sayTotal(shown, team, words, say),
    of: entries.length,
    ...choicesOf(entries, team),
  };
}

function titleOf({ key }: PipelineGroup, by: PipelineView['group']): string {
  if (by === 'period') return pipelineWords.periods[(key ?? 'none') as Period];
  const none = {
    owner: pipelineWords.nobody,
    stage: pipelineWords.noStage,
    pipeline: pipelineWords.noPipeline,
    none: '',
  };
  return key ?? none[by];
}

/** What there is to choose among: only what some open deal has. */
function choicesOf(
  entries: readonly PipelineEntry[],
  team: Team,
): Pick<PipelineList, 'owners' | 'pipelines' | 'signals'> {
  const owners = new Set(entries.map(({ deal }) => deal.owner));
  const pipelines = new Set(entries.map(({ deal }) => deal.pipeline));
  const on = new Set(entries.flatMap(({ deal }) => deal.now.assessment.on.map(({ signal }) => signal)));
  const named = (names: readonly string[], has: ReadonlySet<string | null>, nobody: string) => [
    ...names.map((name) => ({ value: name, title: name })),
    ...(has.has(null) ? [{ value: '', title: nobody }] : []),
  ];
  const known = [...pipelines].flatMap((name) => name ?? []).sort((a, b) => a.localeCompare(b));
  return {
    owners: named(
      team.roster.people.map(({ name }) => name).filter((name) => owners.has(name)),
      owners,
      pipelineWords.nobody,
    ),
    pipelines: named(known, pipelines, pipelineWords.noPipeline),
    signals: RISK_NAMES.filter((name) => on.has(name)).map((name) => ({ value: name, title: TITLES[name] })),
  };
}
