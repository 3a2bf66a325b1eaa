import type { Stage } from '../deal/fields.ts';
import { LIMITS } from '../deal/reading.ts';
import { isShown, partOf, type Scope, selectAll } from './deep-select.ts';
import { foldLabel } from './fold-label.ts';
import { textFrom } from './read-source.ts';
import type { StageMap } from './types.ts';
import { cleanText } from './values/index.ts';

export type Stages = { all: Stage[]; current: Stage | null };

/** What an item or a column says of its stage; without a word for it the label is empty. */
export function stageIn(scope: Scope, map: Pick<StageMap, 'label' | 'id'>, order: number): Stage {
  const label = cleanText(textFrom(scope, map.label) ?? '').slice(0, LIMITS.name);
  return { id: textFrom(scope, map.id)?.slice(0, LIMITS.id) ?? null, label, order };
}

/** The stages that a path or status bar shows, in the order of the process. */
export function readStages(scope: Scope, map: StageMap | undefined, evidence?: Element[]): Stages {
  const all: Stage[] = [];
  let current: Stage | null = null;
  if (!map) return { all, current };
  const items = selectAll(scope, map.item).slice(0, LIMITS.stages);
  if (map.reversed) items.reverse();
  for (const item of items) {
    if (!isShown(item)) continue;
    evidence?.push(item);
    const stage = stageIn(partOf(scope, item), map, all.length);
    if (!stage.label) continue;
    all.push(stage);
    if (item.matches(map.current) || item.querySelector(map.current)) current = stage;
  }
  return { all, current };
}

/** A stage that was read as text, in its place among the stages shown. */
export function placeStage(label: string, stages: Stages): Stage {
  const folded = foldLabel(label);
  return (
    [stages.current, ...stages.all].find((stage) => stage && foldLabel(stage.label) === folded) ?? {
      id: null,
      label,
      order: null,
    }
  );
}
