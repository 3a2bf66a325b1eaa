import type { PipelineList } from './pipeline.ts';

/** The lines of a list without the deals of the groups that are folded, by the groups' titles. */
export function foldGroups({ lines, groups }: PipelineList, folded: ReadonlySet<string>): Int32Array {
  if (folded.size === 0) return lines;
  let isFolded = false;
  return lines.filter((line) => {
    if (line < 0) isFolded = folded.has(groups[-line - 1]?.title ?? '');
    return line < 0 || !isFolded;
  });
}
