import type { Instant } from '../../deal/day.ts';
import type { ForecastCall } from '../../deal/forecast-call.ts';
import type { SnapshotDraft } from '../../deal/frozen-snapshot.ts';
import type { OneToOne } from '../../deal/talk.ts';
import type { SweepState } from '../../team/sweep/sweep-state.ts';
import type { Team } from '../../team/team-deals.ts';
import type { SnapshotContent } from '../content.ts';

/** All that a snapshot is made of. Same input, same content. */
export type BuildInput = {
  team: Team;
  /** The team at the moment of the snapshot before, known as of now or as of then; null for a first one. */
  before: Team | null;
  /** The team at another moment. */
  at(asOf: Instant): Team;
  talks: readonly OneToOne[];
  calls: readonly ForecastCall[];
  /** The week's sweep, as far as it has come; null: none was begun. */
  sweep: Pick<SweepState, 'closed' | 'queue' | 'completedAt'> | null;
  draft: SnapshotDraft | null;
  /** The snapshot before. */
  previous: SnapshotContent | null;
};
