import { findHedges, type Hedge } from '../../../lib/process/wording/find-hedges.ts';
import type { Labelled } from './sentences.ts';

type Label = Labelled['hedges'][number];

/** A find counts where it overlaps a label of its own kind. */
const meets = (found: Hedge, label: Label) =>
  found.kind === label.kind && found.from < label.to && label.from < found.to;

export function measure(sentences: readonly Labelled[]): { precision: number; recall: number; labels: number } {
  let [hits, found, met, labels] = [0, 0, 0, 0];
  for (const { text, hedges } of sentences) {
    const finds = findHedges(text);
    found += finds.length;
    hits += finds.filter((one) => hedges.some((label) => meets(one, label))).length;
    labels += hedges.length;
    met += hedges.filter((label) => finds.some((one) => meets(one, label))).length;
  }
  return { precision: hits / found, recall: met / labels, labels };
}

export const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
