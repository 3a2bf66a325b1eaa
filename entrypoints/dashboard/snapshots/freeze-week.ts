import type { Instant } from '../../../lib/deal/day.ts';
import { headBefore, lastFrozen, type SnapshotDraft, type SnapshotHead } from '../../../lib/deal/frozen-snapshot.ts';
import type { Week } from '../../../lib/deal/week.ts';
import type { Settings } from '../../../lib/settings/settings.ts';
import type { SnapshotContent } from '../../../lib/snapshot/content.ts';
import { ENGINE } from '../../../lib/snapshot/engine.ts';
import { freeze, leavesIn } from '../../../lib/snapshot/freeze.ts';
import { contentOf, leavesOf } from '../../../lib/snapshot/leaves.ts';
import { openCalls } from '../../../lib/store/call-store.ts';
import { openKeeping } from '../../../lib/store/keeping.ts';
import { openSnapshots } from '../../../lib/store/snapshot-store.ts';
import type { KnownTeam } from '../known-team.ts';
import type { SnapshotRecords } from './records.ts';
import { weekContent } from './week-content.ts';

/** A week that is to be frozen, or shown as it would be. */
export type WeekToFreeze = {
  week: Week;
  asOf: Instant;
  knownAt: Instant;
  /** Null: nobody reviewed it. */
  draft: SnapshotDraft | null;
  /** The snapshot that it takes the place of. */
  corrects: string | null;
};

/** A week that was frozen a moment ago, with what is in it. */
export type FrozenWeek = { head: SnapshotHead; content: SnapshotContent };

/** The content of a snapshot on record; null where there is none. */
export async function frozenContent(id: string): Promise<SnapshotContent | null> {
  const store = openSnapshots();
  try {
    const snapshot = await store.snapshot(id);
    return snapshot && contentOf(leavesIn(snapshot));
  } finally {
    store.close();
  }
}

/** The settings that a moment's figures rest on; the very ones of now where it is now. */
export async function settingsAt(known: KnownTeam, at: Instant): Promise<Settings> {
  if (at >= known.moment.asOf) return known.settings;
  const keeping = openKeeping();
  try {
    return (await keeping.settingsAsOf(at)).settings;
  } finally {
    keeping.close();
  }
}

export async function contentToFreeze(
  known: KnownTeam,
  records: SnapshotRecords,
  { week, asOf, knownAt, draft, corrects }: WeekToFreeze,
  last: FrozenWeek | null = null,
): Promise<SnapshotContent> {
  const corrected = records.heads.find(({ id }) => id === corrects);
  // Later than any on record: weeks that fell are frozen one after the other, all since the deals were read.
  const before = headBefore(records.heads, { from: week.from, frozenAt: Date.now() });
  return weekContent(known, records, {
    moment: { asOf, knownAt, timeZone: corrected?.timeZone ?? known.moment.timeZone },
    settings: await settingsAt(known, knownAt),
    previous: before && (before.id === last?.head.id ? last.content : await frozenContent(before.id)),
    draft,
  });
}

/**
 * Freezes a week and puts it at the end of the chain. What the manager called is on record as a call from then on. Throws
 * the sentence to show where another tab was first. `last`: what was frozen just before, so that it is not read again.
 */
export async function freezeWeek(
  known: KnownTeam,
  records: SnapshotRecords,
  due: WeekToFreeze,
  last: FrozenWeek | null = null,
): Promise<FrozenWeek> {
  const content = await contentToFreeze(known, records, due, last);
  const { moment } = content.team;
  const frozenAt = Date.now();
  const snapshot = freeze(
    leavesOf(content),
    {
      id: crypto.randomUUID(),
      ...{ from: due.week.from, to: due.week.to, asOf: due.asOf, knownAt: due.knownAt, timeZone: moment.timeZone },
      ...{ frozenAt, engine: ENGINE, reviewed: due.draft !== null, corrects: due.corrects },
      before: lastFrozen(records.heads)?.root ?? null,
    },
    (bytes) => crypto.getRandomValues(bytes),
  );
  const store = openSnapshots();
  const calls = openCalls();
  try {
    await store.freeze(snapshot);
    const amount = due.draft?.call;
    if (amount) {
      const whose = { quarter: moment.quarter.id, by: 'manager' as const, person: null };
      await calls.sayCall({ id: snapshot.id, ...whose, amount, saidAt: frozenAt });
    }
  } finally {
    store.close();
    calls.close();
  }
  const { leaves: _, ...head } = snapshot;
  return { head, content };
}
