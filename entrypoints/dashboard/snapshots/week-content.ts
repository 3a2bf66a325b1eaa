import type { Instant } from '../../../lib/deal/day.ts';
import type { SnapshotDraft } from '../../../lib/deal/frozen-snapshot.ts';
import { emptySweep } from '../../../lib/deal/sweep.ts';
import { weekOf } from '../../../lib/deal/week.ts';
import type { Moment } from '../../../lib/history/types.ts';
import type { Settings } from '../../../lib/settings/settings.ts';
import { type BuildInput, buildContent } from '../../../lib/snapshot/build.ts';
import type { SnapshotContent } from '../../../lib/snapshot/content.ts';
import { sweepState } from '../../../lib/team/sweep/sweep-state.ts';
import type { Team } from '../../../lib/team/team-deals.ts';
import type { KnownTeam } from '../known-team.ts';
import { LOOKS_BACK_MS, type SnapshotRecords } from './records.ts';

/** Which week's content, and what beside the records it is made with. */
export type WeekInput = {
  moment: Moment;
  /** Those in force at the moment. */
  settings: Settings;
  previous: SnapshotContent | null;
  draft: SnapshotDraft | null;
  /** Closed per CRM as a frozen snapshot has it: what is typed later must not change what it is verified by. */
  closed?: WeeklyClosed | undefined;
};

type WeeklyClosed = ReturnType<typeof emptySweep>['closed'];

/** The content of one week's snapshot, as of a moment and by what was known then. */
export function weekContent(known: KnownTeam, records: SnapshotRecords, input: WeekInput): SnapshotContent {
  const { moment, settings, previous, draft } = input;
  const teams = (at: Moment) => known.teamAt(at, settings);
  const team = teams(moment);
  const build: BuildInput = {
    team,
    before: previous && teams({ ...moment, asOf: previous.team.moment.asOf }),
    at: (asOf: Instant) => teams({ ...moment, asOf }),
    talks: records.talks,
    calls: records.calls,
    sweep: sweepOf(team, records, input),
    ...{ draft, previous },
  };
  return buildContent(build);
}

/** How far the week's sweep had come; null where no view was pinned. */
function sweepOf(team: Team, { sweeps, looks }: SnapshotRecords, { settings, closed }: WeekInput): BuildInput['sweep'] {
  if (settings.views.length === 0) return null;
  const { asOf, knownAt } = team.moment;
  const week = weekOf(team.today, settings.weekStart);
  const said = sweeps.find(({ from }) => from === week.from) ?? emptySweep(week);
  const isKnown = said.completedAt !== null && said.completedAt <= knownAt;
  return sweepState({
    team,
    views: settings.views,
    looks: new Map(
      [...looks].map(([url, all]) => [url, all.filter(({ at }) => at <= asOf && at > asOf - LOOKS_BACK_MS)]),
    ),
    said: {
      ...said,
      filtered: said.filtered.filter(({ at }) => at <= knownAt),
      closed: closed ?? said.closed,
      completedAt: isKnown ? said.completedAt : null,
    },
    before: sweeps.filter(({ from }) => from < week.from),
  });
}
