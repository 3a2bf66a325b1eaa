import type { FieldName, Outcome } from '../deal/fields.ts';
import type { FieldReading, FieldReadings } from '../deal/reading.ts';
import { LIMITS } from '../deal/reading.ts';
import { closedByLabel } from '../deal/stage-kind.ts';
import type { Scope } from './deep-select.ts';
import type { Cells } from './read-cells.ts';
import { type FieldContext, readField } from './read-field.ts';
import { placeStage, type Stages } from './read-stages.ts';
import type { FieldMap, FieldRule } from './types.ts';

function readStage(
  rule: FieldRule,
  scope: Scope,
  cells: Cells,
  stages: Stages,
  place: string,
  context: FieldContext,
): FieldReading<unknown> {
  const reading = readField(rule, scope, cells.get('stage'), context);
  if (reading.ok) return { ...reading, value: placeStage(String(reading.value), stages) };
  const { current } = stages;
  return current ? { ok: true, value: current, raw: current.label.slice(0, LIMITS.raw), rule: place } : reading;
}

/** All fields of one deal. `place` names what told the stage where no field does: a path, a board's column. */
export function readDeal(
  map: FieldMap,
  scope: Scope,
  cells: Cells,
  stages: Stages,
  place: string,
  context: FieldContext,
): FieldReadings {
  const fields: { [F in FieldName]?: FieldReading<unknown> } = {};
  for (const [name, rule] of Object.entries(map) as [FieldName, FieldRule][]) {
    fields[name] =
      rule.kind === 'stage'
        ? readStage(rule, scope, cells, stages, place, context)
        : readField(rule, scope, cells.get(name), context);
  }
  const stage = fields.stage as FieldReadings['stage'];
  const byStage = map.outcome?.byStage;
  if (byStage && fields.outcome?.ok !== true && stage?.ok) {
    const outcome: Outcome | null = closedByLabel(stage.value.label) ?? (byStage === 'closed' ? null : 'open');
    if (outcome) fields.outcome = { ok: true, value: outcome, raw: stage.raw, rule: 'stage' };
  }
  return fields as FieldReadings;
}
