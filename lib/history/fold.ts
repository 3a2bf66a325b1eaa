import type { Instant } from '../deal/day.ts';
import { FIELD_NAMES, type FieldMask, type FieldName, type FieldValue } from '../deal/fields.ts';
import { mergeValue, sameValue } from '../deal/same-value.ts';
import { isReread } from './reread.ts';
import type { Change, Deal, DealHistory, DealSighting, Known, Moment } from './types.ts';

/**
 * The meaning of a deal's rows. A change row says "at `seenAt` the field held `to`"; a sighting says "at `at` these
 * fields still held what was known of them then". Played in the order of the moments (rows of one moment: the values
 * first, then the sighting, each by `seq`) they give the state. `from` and `after` of the rows are what was known
 * when they were written; a reading that arrived late may have slipped in between, so the fold works them out anew.
 */
export type Rows = Pick<DealHistory, 'changes' | 'sightings'>;

export type FoldedFields = Partial<Record<FieldName, Known<FieldValue>>>;

export type Folded = {
  fields: FoldedFields;
  /** The deal's changes, with `from` and `after` as they are known at the moment; refinements are no changes. */
  changes: Change[];
  lastSeenAt: Instant | null;
  firstSeenAt: Instant | null;
};

export type Until = { asOf: Instant; knownAt: Instant };

const EVER: Until = { asOf: Number.POSITIVE_INFINITY, knownAt: Number.POSITIVE_INFINITY };

export function startFold(): Folded {
  return { fields: {}, changes: [], lastSeenAt: null, firstSeenAt: null };
}

export function foldRows(rows: Rows, until: Until = EVER): Folded {
  const folded = startFold();
  for (const row of inOrder(rows, until)) {
    if ('field' in row) applyChange(folded, row);
    else applySighting(folded, row);
  }
  return folded;
}

/** In the order in which they count: by moment; of one moment the values first, then the looks, each by place. */
export function inOrder(rows: Rows, until: Until = EVER): (Change | DealSighting)[] {
  const changes = rows.changes
    .filter((row) => row.seenAt <= until.asOf && row.recordedAt <= until.knownAt)
    .sort((a, b) => a.seenAt - b.seenAt || a.seq - b.seq);
  const sightings = rows.sightings
    .filter((row) => row.at <= until.asOf && row.recordedAt <= until.knownAt)
    .sort((a, b) => a.at - b.at || a.seq - b.seq);
  const all: (Change | DealSighting)[] = [];
  let next = 0;
  for (const sighting of sightings) {
    for (let row = changes[next]; row && row.seenAt <= sighting.at; row = changes[++next]) all.push(row);
    all.push(sighting);
  }
  for (let row = changes[next]; row; row = changes[++next]) all.push(row);
  return all;
}

export function applyChange(folded: Folded, row: Change): void {
  sawAt(folded, row.seenAt);
  const known = folded.fields[row.field];
  if (known && isReread(known, row.to, row.evidence)) {
    folded.fields[row.field] = { ...known, value: row.to, evidence: row.evidence, lastSeenAt: row.seenAt };
    return;
  }
  if (known && sameValue(row.field, known.value, row.to)) {
    const value = mergeValue(row.field, known.value, row.to);
    const evidence = value === known.value ? known.evidence : row.evidence;
    folded.fields[row.field] = { ...known, value, evidence, lastSeenAt: row.seenAt };
    return;
  }
  const after = row.exact ? row.seenAt - 1 : known ? known.lastSeenAt : null;
  folded.fields[row.field] = {
    value: row.to,
    after,
    seenAt: row.seenAt,
    lastSeenAt: row.seenAt,
    evidence: row.evidence,
  };
  folded.changes.push({ ...row, from: known?.value, after, refines: undefined });
}

export function applySighting(folded: Folded, sighting: DealSighting): void {
  for (const field of fieldsOf(sighting.mask)) {
    const known = folded.fields[field];
    // In place, for there are many sightings: what the fold holds is its own until it is handed out.
    if (known) known.lastSeenAt = sighting.at;
  }
  sawAt(folded, sighting.at);
}

/** A file's rows may tell of days on which no page was looked at. */
function sawAt(folded: Folded, at: Instant): void {
  folded.firstSeenAt ??= at;
  folded.lastSeenAt = at;
}

const fieldsByMask = new Map<FieldMask, FieldName[]>();

export function fieldsOf(mask: FieldMask): FieldName[] {
  let fields = fieldsByMask.get(mask);
  if (!fields) {
    fields = FIELD_NAMES.filter((_, bit) => (mask & (1 << bit)) !== 0);
    fieldsByMask.set(mask, fields);
  }
  return fields;
}

const lastFold = new WeakMap<DealHistory, { asOf: Instant; knownAt: Instant; folded: Folded }>();

/** The fold as of a moment. Every signal asks for the same one: the last answer is kept as long as its history. */
export function foldAsOf(history: DealHistory, moment: Moment): Folded {
  const last = lastFold.get(history);
  if (last && last.asOf === moment.asOf && last.knownAt === moment.knownAt) return last.folded;
  const folded = foldRows(history, moment);
  lastFold.set(history, { asOf: moment.asOf, knownAt: moment.knownAt, folded });
  return folded;
}

/** Each value was checked against its field on the way in, so the two types hold the same. */
export function asDealFields(fields: FoldedFields): Deal['fields'] {
  return fields as Deal['fields'];
}
