import { openTalks } from '../../../lib/store/talk-store.ts';
import { type ChangedChoice, type ChangedScreen, changedScreen } from '../../../lib/team/bridge/changed-screen.ts';
import type { KnownTeam } from '../known-team.ts';

/** What changed since a moment of the user's choice. */
export async function changed(
  known: KnownTeam,
  { choice, locale }: { choice: ChangedChoice; locale: string },
): Promise<ChangedScreen> {
  const talks = openTalks();
  try {
    return changedScreen({
      team: known.team(),
      at: (asOf) => known.teamAt({ ...known.moment, asOf }),
      histories: known.histories,
      talks: await talks.talks(),
      choice,
      locale,
    });
  } finally {
    talks.close();
  }
}
