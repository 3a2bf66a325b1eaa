import { type GapScreen, gapScreen } from '../../../lib/team/gap/gap-screen.ts';
import type { Whose } from '../../../lib/team/goals.ts';
import type { KnownTeam } from '../known-team.ts';

/** What is missing to the running quarter's goal, and what would close it. */
export function gap(known: KnownTeam, { whose, locale }: { whose: Whose; locale: string }): GapScreen {
  return gapScreen({
    team: known.team(),
    at: (asOf) => known.teamAt({ ...known.moment, asOf }),
    usual: known.usual,
    whose,
    role: known.settings.role,
    locale,
  });
}
