import type { PageReading, Unsaved } from './types.ts';

/** What watching a record needs to know beside what the page said. */
export type Evidence = {
  /** The elements that the values were read from: a mutation of these is worth an immediate look. */
  elements: readonly Element[];
  unsaved?: Unsaved | undefined;
  /** The rows of a list or board that carry a record id. */
  rows?: readonly RowEvidence[] | undefined;
};

/** Where one deal stands in a list. Rows are used again for other deals: `idNow` says whose it is by now. */
export type RowEvidence = { recordId: string; row: Element; name: Element; idNow(): string | null };

const kept = new WeakMap<PageReading, Evidence>();

export function evidenceOf(reading: PageReading): Evidence {
  return kept.get(reading) ?? { elements: [] };
}

export function keepEvidence(reading: PageReading, evidence: Evidence): void {
  kept.set(reading, evidence);
}
