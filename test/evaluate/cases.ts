import type { Instant } from '../../lib/deal/day.ts';
import type { DealHistory } from '../../lib/history/types.ts';

/** One real deal of a data set: its history, and the moments at which it is to be judged while open. */
export type Case = {
  history: DealHistory;
  moments: readonly { at: Instant; label: string }[];
  /** Deals are split into older and newer by this. */
  start: Instant;
  /** Rows that say the same stand in one group, and groups are never torn. */
  group: string;
};

export type DataSet = {
  name: string;
  /** The file in `../shared/data/<name>`. */
  file: string;
  /** `time`: the oldest 70 % teach, the newest 30 % test. `folds`: five folds by group, each tested by the other four. */
  split: 'time' | 'folds';
  /** What the README says must never be a feature; checked against what the mapping reads. */
  leaks: readonly string[];
  read(file: string): Case[];
};
