import type { Instant } from '../../../lib/deal/day.ts';
import type { ForecastCall } from '../../../lib/deal/forecast-call.ts';
import type { SnapshotHead } from '../../../lib/deal/frozen-snapshot.ts';
import type { WeeklySweep } from '../../../lib/deal/sweep.ts';
import type { OneToOne } from '../../../lib/deal/talk.ts';
import type { ViewLook } from '../../../lib/history/view-visits.ts';
import type { Settings } from '../../../lib/settings/settings.ts';
import { openCalls } from '../../../lib/store/call-store.ts';
import { openSnapshots } from '../../../lib/store/snapshot-store.ts';
import { openSweeps } from '../../../lib/store/sweep-store.ts';
import { openTalks } from '../../../lib/store/talk-store.ts';
import type { KnownTeam } from '../known-team.ts';

/** All that snapshots are made of beside the deals. */
export type SnapshotRecords = {
  heads: SnapshotHead[];
  /** Snapshots on the disk that cannot be read. */
  damaged: number;
  calls: ForecastCall[];
  talks: OneToOne[];
  sweeps: WeeklySweep[];
  /** By the address of each pinned view; oldest first. */
  looks: ReadonlyMap<string, readonly ViewLook[]>;
};

/** As far back as the sweep itself looks: what is gone from a view is told by the look before. */
export const LOOKS_BACK_MS = 42 * 86_400_000;

/** What a snapshot as of a moment needs. */
export const recordsOf = (known: KnownTeam, asOf = known.moment.asOf): Promise<SnapshotRecords> =>
  readRecords(known.settings, asOf - LOOKS_BACK_MS);

async function readRecords({ views }: Pick<Settings, 'views'>, since: Instant): Promise<SnapshotRecords> {
  const stores = { snapshots: openSnapshots(), calls: openCalls(), talks: openTalks(), sweeps: openSweeps() };
  try {
    const looks = views.map(async (view) => [view.url, await stores.sweeps.viewLooks(view, since)] as const);
    return {
      ...(await stores.snapshots.heads()),
      calls: await stores.calls.calls(),
      talks: await stores.talks.talks(),
      sweeps: await stores.sweeps.sweeps(),
      looks: new Map(await Promise.all(looks)),
    };
  } finally {
    for (const store of Object.values(stores)) store.close();
  }
}
