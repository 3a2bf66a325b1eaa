/**
 * The changes of many deals as two lists of numbers and three short texts. Reading 10,000 deals row by row takes ten
 * times as long as reading them so, and of a day in the past only the values that held on it need be parsed.
 */
import { FIELD_NAMES, type FieldName, type FieldValue } from '../deal/fields.ts';
import type { CrmId, SourceKind } from '../deal/reading.ts';
import type { Change, DealRecord, Evidence } from './types.ts';

export type PackedDeal = {
  record: DealRecord;
  /** Oldest first in the order of recording, as they are kept. */
  changes: Change[];
  /** The same as the fold plays them, where rows that were recorded late made a difference; else null. */
  played: Change[] | null;
};

export type Packed = {
  /** JSON of a `PackedHead` per deal. Their rows stand one after the other: a deal's own, then its played ones. */
  deals: string;
  /** `MARKS` whole numbers per row: `seq`, the field's place, the values' places `to` and `from`, flags. */
  marks: Int32Array;
  /** `MOMENTS` instants per row: `after`, `seenAt`, `recordedAt`. */
  moments: Float64Array;
  /** Each value once, as JSON, with commas between; value n ends at `ends[n]`. */
  values: string;
  ends: Uint32Array;
  /** JSON of `PackedEvidences`: how each row was read. */
  evidence: string;
};

/** `played`: how many rows of that kind; -1 where there are none because the deal's own tell the same. */
export type PackedHead = [
  id: string,
  crm: CrmId,
  tenant: string,
  url: string,
  firstSeenAt: number,
  own: number,
  played: number,
];

export const MARKS = 5;
export const MOMENTS = 3;
/** Places within a row's marks and moments. */
export const AT = { seq: 0, field: 1, to: 2, from: 3, flags: 4, after: 0, seenAt: 1, recordedAt: 2 } as const;
/** Of `flags`; what is left over, shifted by `TOGETHER`, says how many deals changed together. */
export const FLAG = { refines: 1, exact: 2, display: 4 } as const;
const TOGETHER = 3;
/** Of `from`: never seen before. Of `after`: not known. Of `field` and `to`: a damaged row's, which has none of ours. */
export const NONE = -1;

type PackedEvidence = [crm: number, page: number, rule: number, raw: string] | null;
/** Rules come again and again: each is written once. */
type PackedEvidences = { texts: string[]; rows: PackedEvidence[] };

/** Gives each text a place, in the order of coming. */
function places() {
  const known = new Map<string, number>();
  const place = (text: string): number => {
    const at = known.get(text) ?? known.size;
    if (at === known.size) known.set(text, at);
    return at;
  };
  return { place, texts: () => [...known.keys()] };
}

export function packDeals(deals: readonly PackedDeal[]): Packed {
  const rows = deals.flatMap(({ changes, played }) => [...changes, ...(played ?? [])]);
  const marks = new Int32Array(rows.length * MARKS);
  const moments = new Float64Array(rows.length * MOMENTS);
  const values = places();
  const texts = places();
  const placeOf = (value: FieldValue | null | undefined) =>
    value === undefined ? NONE : values.place(JSON.stringify(value));
  for (const [at, row] of rows.entries()) {
    const { seq, field, from, to, after, seenAt, recordedAt, refines, exact, display, together } = row;
    const flags = (refines ? FLAG.refines : 0) | (exact ? FLAG.exact : 0) | (display ? FLAG.display : 0);
    marks.set(
      [seq, FIELD_NAMES.indexOf(field), placeOf(to), placeOf(from), flags | ((together ?? 0) << TOGETHER)],
      at * MARKS,
    );
    moments.set([after === null ? NONE : after, seenAt, recordedAt], at * MOMENTS);
  }
  const evidence = rows.map(({ evidence: said }): PackedEvidence => {
    return said && [texts.place(said.crm), texts.place(said.page), texts.place(said.rule), said.raw];
  });
  let end = -1;
  return {
    deals: JSON.stringify(
      deals.map(({ record: { id, crm, tenant, url, firstSeenAt }, changes, played }): PackedHead => {
        return [id, crm, tenant, url, firstSeenAt, changes.length, played?.length ?? NONE];
      }),
    ),
    marks,
    moments,
    values: values.texts().join(','),
    ends: Uint32Array.from(values.texts(), (text) => (end += text.length + 1)),
    evidence: JSON.stringify({ texts: texts.texts(), rows: evidence } satisfies PackedEvidences),
  };
}

/** Whose rows stand where: `from` its first, `own` where those that are played begin, `to` behind the last. */
export type PackedPlace = { head: PackedHead; from: number; own: number; to: number };

/** Throws where the numbers and texts do not belong together. */
export function packedPlaces({ deals, marks, moments }: Packed): PackedPlace[] {
  let from = 0;
  const all = (JSON.parse(deals) as PackedHead[]).map((head): PackedPlace => {
    const own = from + head[5];
    const place = { head, from, own, to: own + Math.max(head[6], 0) };
    from = place.to;
    return place;
  });
  if (marks.length !== from * MARKS || moments.length !== from * MOMENTS) throw new RangeError('This is no pack.');
  return all;
}

export function packedRecord([id, crm, tenant, url, firstSeenAt]: PackedHead): DealRecord {
  return { id, crm, tenant, url, firstSeenAt };
}

/** Stands for evidence that was not asked for. */
export const UNREAD: Evidence = { crm: '', page: 'record', rule: '', raw: '' };

/** With the evidence of each row. `of`: these deals alone. Throws where it is not what `packDeals` wrote. */
export function unpackDeals(packed: Packed, of?: ReadonlySet<string>): PackedDeal[] {
  const wanted = packedPlaces(packed).filter(({ head }) => !of || of.has(head[0]));
  if (wanted.length === 0) return [];
  const values = JSON.parse(`[${packed.values}]`) as (FieldValue | null)[];
  const said = JSON.parse(packed.evidence) as PackedEvidences;
  const rows = (deal: string, from: number, to: number): Change[] =>
    Array.from({ length: to - from }, (_, index) => unpackRow(packed, from + index, deal, values, said));
  return wanted.map(({ head, from, own, to }) => ({
    record: packedRecord(head),
    changes: rows(head[0], from, own),
    played: head[6] === NONE ? null : rows(head[0], own, to),
  }));
}

function unpackRow(
  { marks, moments }: Packed,
  row: number,
  deal: string,
  values: readonly (FieldValue | null)[],
  said: PackedEvidences,
): Change {
  const mark = (place: number) => marks[row * MARKS + place] ?? 0;
  const moment = (place: number) => moments[row * MOMENTS + place] ?? 0;
  const text = (place: number) => said.texts[place] ?? '';
  const [after, flags] = [moment(AT.after), mark(AT.flags)];
  const evidence = said.rows[row];
  const change: Change = {
    seq: mark(AT.seq),
    deal,
    // A name that is none of ours stays none: the row is known for damaged as it is on the disk.
    field: FIELD_NAMES[mark(AT.field)] ?? ('' as FieldName),
    from: values[mark(AT.from)],
    to: values[mark(AT.to)] as FieldValue | null,
    after: after === NONE ? null : after,
    seenAt: moment(AT.seenAt),
    recordedAt: moment(AT.recordedAt),
    evidence: (evidence && {
      crm: text(evidence[0]),
      page: text(evidence[1]) as SourceKind,
      rule: text(evidence[2]),
      raw: evidence[3],
    }) as Evidence,
  };
  if (flags & FLAG.refines) change.refines = true;
  if (flags & FLAG.exact) change.exact = true;
  if (flags & FLAG.display) change.display = true;
  if (flags >> TOGETHER) change.together = flags >> TOGETHER;
  return change;
}
