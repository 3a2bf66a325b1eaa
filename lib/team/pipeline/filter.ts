import { foldLabel } from '../../deal/same-value.ts';
import type { PipelineEntry } from './entry.ts';
import type { PipelineView } from './view.ts';

/** Whether an entry is in the view. Every word of the search has to be found somewhere. */
export function filterOf(view: PipelineView): (entry: PipelineEntry) => boolean {
  const { owner, pipeline, period, signal, size, freshness } = view;
  const wanted = foldLabel(view.text).split(' ').filter(Boolean);
  return (entry) => {
    const { deal } = entry;
    return (
      (owner === null || (deal.owner ?? '') === owner) &&
      (pipeline === null || (deal.pipeline ?? '') === pipeline) &&
      (period === null || entry.period === period) &&
      (size === null || entry.size === size) &&
      (freshness === null || deal.freshness.level === freshness) &&
      (signal === null || deal.now.assessment.on.some((on) => on.signal === signal)) &&
      wanted.every((word) => entry.words.includes(word))
    );
  };
}
