import { openSweeps } from '../../../lib/store/sweep-store.ts';
import { type PeopleScreen, peopleScreen } from '../../../lib/team/people/people-screen.ts';
import { completeEnds } from '../../../lib/team/sweep/complete-weeks.ts';
import type { KnownTeam } from '../known-team.ts';

/** How each person's deals go, from the weeks whose sweep was complete. */
export async function people(known: KnownTeam, { locale }: { locale: string }): Promise<PeopleScreen> {
  const store = openSweeps();
  try {
    const ends = completeEnds(await store.sweeps());
    return peopleScreen({ team: known.team(), histories: known.histories, ends, usual: known.usual, locale });
  } finally {
    store.close();
  }
}
