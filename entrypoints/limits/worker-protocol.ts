import type { KnownDeals } from '../../components/limits-state.ts';
import type { SuggestedLimit } from '../../lib/risk/suggest-limits.ts';
import type { Marked, proposeLooser } from '../../lib/risk/try-limits.ts';
import type { Settings } from '../../lib/settings/settings.ts';

/** All that the page may ask of its worker, each under settings of the page's choice, and what comes back. */
export type Answers = {
  /** Reads all deals, as of now; the others answer from these. */
  load: KnownDeals;
  count: Marked;
  propose: ReturnType<typeof proposeLooser>;
  suggest: SuggestedLimit[];
};

export type AskName = keyof Answers;
export type ToWorker = { id: number; name: AskName; settings: Settings };
export type FromWorker = { id: number; answer: unknown } | { id: number; problem: string };
