/** A simulated team's half year, frozen every Friday: content after content. */
import { addDays, type Day } from '../../lib/deal/day.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/settings.ts';
import { type BuildInput, buildContent } from '../../lib/snapshot/build.ts';
import type { SnapshotContent } from '../../lib/snapshot/content.ts';
import { type Team, teamAt } from '../../lib/team/team-deals.ts';

export const fridayEvening = (day: Day) => Date.parse(`${day}T18:00:00Z`);

/** Past looks count as known when they were taken. */
export function teamOn(histories: readonly DealHistory[], asOf: number, settings: Settings): Team {
  return teamAt(histories, { asOf, knownAt: asOf, timeZone: 'UTC' }, settings);
}

export type Frozen = { content: SnapshotContent; team: Team; input: BuildInput };

/** `last`: the Friday of the last of so many weeks. */
export function freezeWeeks(
  histories: readonly DealHistory[],
  last: Day,
  weeks: number,
  settings: Partial<Settings> = {},
  more: (at: number) => Partial<BuildInput> = () => ({}),
): Frozen[] {
  const set = { ...DEFAULT_SETTINGS, ...settings };
  const frozen: Frozen[] = [];
  for (let week = weeks - 1; week >= 0; week--) {
    const asOf = fridayEvening(addDays(last, -7 * week));
    const team = teamOn(histories, asOf, set);
    const before = frozen.at(-1);
    const input: BuildInput = {
      team,
      before: before?.team ?? null,
      at: (moment) => teamOn(histories, moment, set),
      talks: [],
      calls: [],
      sweep: null,
      draft: null,
      previous: before?.content ?? null,
      ...more(asOf),
    };
    frozen.push({ content: buildContent(input), team, input });
  }
  return frozen;
}
