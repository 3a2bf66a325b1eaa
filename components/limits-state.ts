import type { DraftEdit, Judging } from '../lib/risk/draft-limits.ts';
import type { LimitChange, LimitPlace } from '../lib/risk/edit-limits.ts';
import type { UserLimits } from '../lib/risk/limit-in-force.ts';
import type { OpenKind } from '../lib/risk/limits.ts';
import type { SuggestedLimit } from '../lib/risk/suggest-limits.ts';
import type { Marked } from '../lib/risk/try-limits.ts';
import type { SignalName } from '../lib/risk/types.ts';
import type { SaidRests } from '../lib/team/today/five-sentences.ts';
import type { Work } from './actions.ts';

/** What is on record to try limits on. */
export type KnownDeals = {
  deals: number;
  /** Won deals that were seen while they were open. */
  won: number;
  pipelines: string[];
  stages: { label: string; kind: OpenKind }[];
  /** Of each question, how many deals have an answer. */
  answered: Record<string, number>;
  /** On which looks the counts of open deals rest; null where none is open. */
  rests: SaidRests | null;
};

export type LimitsState = {
  /** Null while the deals are read. */
  known: KnownDeals | null;
  saved: Judging;
  draft: Judging;
  /** Something was done that can be undone. */
  canUndo: boolean;
  /** What the saved ones mark, and what the draft would; null while it is counted. */
  today: Marked | null;
  after: Marked | null;
  /** What each changed signal would come to if it were the only change; left out where that was not counted. */
  alone: Partial<Record<SignalName, Marked>>;
  /** Null: nothing to propose, or not known yet. */
  proposal: { limits: UserLimits; after: Marked } | null;
  /** Null until asked for. */
  suggested: SuggestedLimit[] | null;
  problem: string | null;
};

/** Each fails with the sentence to show. All but `save` touch the draft alone. */
export type LimitsActions = {
  edit(edit: DraftEdit): void;
  change(changes: LimitChange[]): void;
  reset(place?: LimitPlace, signal?: SignalName): void;
  undo(): void;
  discard(): void;
  save(): Work;
  suggest(): Work;
  exportFile(): Work;
  importFile(file: File): Promise<void>;
};
