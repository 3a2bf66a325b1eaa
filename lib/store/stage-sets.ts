import type { Instant } from '../deal/day.ts';
import type { FieldName, FieldValue, Stage } from '../deal/fields.ts';
import type { FieldReading, Reading } from '../deal/reading.ts';
import { foldLabel, sameValue } from '../deal/same-value.ts';
import type { Change } from '../history/types.ts';
import type { Database, StageSetRow } from './schema.ts';

/** Pipelines of one installation that are kept; renamed stages leave old sets behind. */
const MOST_SETS = 40;

/** Keeps the stages that a page showed. Gives whether that was news. */
export async function recordStages(db: Database, reading: Reading, at: Instant): Promise<boolean> {
  if (reading.stages.length === 0) return false;
  const { crm, tenant, stages } = reading;
  const key = keyOf(reading);
  const known = await db.stageSets.get([crm, tenant, key]);
  if (known && (known.at > at || JSON.stringify(known.stages) === JSON.stringify(stages))) return false;
  await db.stageSets.put({ crm, tenant, key, stages, at });
  if (!known) await dropOldest(db, crm, tenant);
  return true;
}

async function dropOldest(db: Database, crm: string, tenant: string): Promise<void> {
  const sets = await db.stageSets.where('[crm+tenant]').equals([crm, tenant]).sortBy('at');
  const old = sets.slice(0, Math.max(0, sets.length - MOST_SETS));
  await db.stageSets.bulkDelete(old.map((set) => [set.crm, set.tenant, set.key] as [string, string, string]));
}

/** The pipeline's name where the page says one for all its deals; else the stages themselves. */
function keyOf(reading: Reading): string {
  const names = new Set<string>();
  for (const deal of reading.deals) {
    const said: FieldReading<string> | undefined = deal.fields.pipeline;
    if (said?.ok) names.add(foldLabel(said.value));
  }
  const [name] = names;
  if (name !== undefined && names.size === 1) return `pipeline:${name}`;
  return `stages:${reading.stages.map((stage) => stage.id ?? foldLabel(stage.label)).join('|')}`;
}

/** The stages of a deal's pipeline: the set under its name, else the latest that holds the stage the deal is in. */
export function stagesFor(changes: readonly Change[], sets: readonly StageSetRow[]): Stage[] {
  const pipeline = lastOf(changes, 'pipeline') as string | null;
  const named = pipeline ? sets.find((set) => set.key === `pipeline:${foldLabel(pipeline)}`) : undefined;
  if (named) return named.stages;
  const stage = lastOf(changes, 'stage') as Stage | null;
  if (!stage) return sets.length === 1 ? (sets[0]?.stages ?? []) : [];
  const holding = sets.filter((set) => set.stages.some((one) => sameValue('stage', one, stage)));
  return (
    holding.reduce<StageSetRow | null>((best, set) => (best && best.at >= set.at ? best : set), null)?.stages ?? []
  );
}

/** What the field was said to be last, in rows in the order of recording. */
function lastOf(changes: readonly Change[], field: FieldName): FieldValue | null {
  const rows = changes.filter((row) => row.field === field);
  return rows.reduce<Change | null>((last, row) => (last && last.seenAt > row.seenAt ? last : row), null)?.to ?? null;
}
