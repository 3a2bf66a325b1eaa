import { headBefore } from '../../../lib/deal/frozen-snapshot.ts';
import type { SnapshotContent } from '../../../lib/snapshot/content.ts';
import { ENGINE } from '../../../lib/snapshot/engine.ts';
import { leavesIn } from '../../../lib/snapshot/freeze.ts';
import { underFrozenIds } from '../../../lib/snapshot/frozen-ids.ts';
import { contentOf, leavesOf } from '../../../lib/snapshot/leaves.ts';
import { type Verification, verify } from '../../../lib/snapshot/verify.ts';
import { openSnapshots } from '../../../lib/store/snapshot-store.ts';
import type { KnownTeam } from '../known-team.ts';
import { frozenContent, settingsAt } from './freeze-week.ts';
import type { SnapshotRecords } from './records.ts';
import { weekContent } from './week-content.ts';

/** Checks a snapshot's hashes, its chain and, by replay as known then, its figures. Null: not on record. */
export async function verifyFrozen(
  known: KnownTeam,
  records: SnapshotRecords,
  id: string,
): Promise<{ found: Verification; content: SnapshotContent | null } | null> {
  const store = openSnapshots();
  const snapshot = await store.snapshot(id).finally(() => store.close());
  if (!snapshot) return null;
  const { asOf, knownAt, timeZone } = snapshot;
  // Parts that cannot be read are no content; their hashes are told all the same.
  const content = contentIn(() => contentOf(leavesIn(snapshot)));
  const before = headBefore(records.heads, snapshot);
  const previous = before && (await frozenContent(before.id).catch(() => null));
  const settings = await settingsAt(known, knownAt);
  const replay = async (frozen: SnapshotContent) => {
    const draft = { from: snapshot.from, call: frozen.team.call, sentence: '', lines: [], done: [], changedAt: asOf };
    const closed = frozen.team.unknown.crm?.closed ?? [];
    const moment = { asOf, knownAt, timeZone };
    const replayed = weekContent(known, records, { moment, settings, previous, draft, closed });
    return leavesOf(underFrozenIds(replayed, frozen));
  };
  // A part that was changed by hand may be none that figures can be made of.
  const replayed = content && (await replay(content).catch(() => null));
  const input = { snapshot, heads: records.heads, engine: ENGINE };
  return { found: await verify({ ...input, replay: replayed && (() => replayed) }), content };
}

function contentIn(read: () => SnapshotContent): SnapshotContent | null {
  try {
    return read();
  } catch {
    return null;
  }
}
