import { FIELD_NAMES, type FieldName } from '../deal/fields.ts';
import type { DealState } from './derive-changes.ts';
import type { Change } from './types.ts';

const MONEY: ReadonlySet<FieldName> = new Set<FieldName>(['amount']);
const STAGE: ReadonlySet<FieldName> = new Set<FieldName>(['stage']);
const NUMBER: ReadonlySet<FieldName> = new Set<FieldName>(['probability']);

type Loose = Record<string, unknown> | null | undefined;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function isValueOf(field: FieldName, value: unknown): boolean {
  if (value === null) return true;
  if (MONEY.has(field)) return isObject(value) && Number.isFinite(value.minor) && Number.isFinite(value.halfStep);
  if (STAGE.has(field)) return isObject(value) && typeof value.label === 'string';
  return NUMBER.has(field) ? Number.isFinite(value) : typeof value === 'string';
}

const isEvidence = (value: unknown) => isObject(value) && typeof value.raw === 'string';

/** What a disk gave back may be damaged: a row that would be misread is left out, and the rest of its deal stands. */
export function isSoundChange(row: Change): boolean {
  const { field, to, seenAt, recordedAt, after, evidence } = row as unknown as Record<string, unknown>;
  return (
    FIELD_NAMES.includes(field as FieldName) &&
    isValueOf(field as FieldName, to) &&
    [seenAt, recordedAt].every(Number.isFinite) &&
    (after === null || Number.isFinite(after)) &&
    isEvidence(evidence)
  );
}

export function isSoundState(state: DealState): boolean {
  const { fields, lastSeenAt } = state as unknown as { fields: Loose; lastSeenAt: unknown };
  if (!isObject(fields) || !Number.isFinite(lastSeenAt)) return false;
  return Object.entries(fields).every(([field, known]) => {
    const { value, seenAt, lastSeenAt: last, evidence } = (known ?? {}) as Record<string, unknown>;
    return isValueOf(field as FieldName, value) && [seenAt, last].every(Number.isFinite) && isEvidence(evidence);
  });
}
