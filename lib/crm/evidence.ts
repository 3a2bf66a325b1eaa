import type { PageReading } from './types.ts';

const elements = new WeakMap<PageReading, readonly Element[]>();

/** The elements that a record's values were read from: a mutation of these is worth an immediate look. */
export function evidenceOf(reading: PageReading): readonly Element[] {
  return elements.get(reading) ?? [];
}

export function keepEvidence(reading: PageReading, from: readonly Element[]): void {
  elements.set(reading, from);
}
