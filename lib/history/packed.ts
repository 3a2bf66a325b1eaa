/**
 * The changes of many deals as two short texts. Reading 10,000 deals row by row takes ten times as long as reading them
 * so. `rows` says what changed, `evidence` how it was read: a pipeline as of a day needs the first alone.
 */
import { FIELD_NAMES, type FieldValue } from '../deal/fields.ts';
import type { CrmId, SourceKind } from '../deal/reading.ts';
import type { Change, DealRecord, Evidence } from './types.ts';

export type PackedDeal = {
  record: DealRecord;
  /** Oldest first in the order of recording, as they are kept. */
  changes: Change[];
  /** The same as the fold plays them, where rows that were recorded late made a difference; else null. */
  played: Change[] | null;
};

export type Packed = { rows: string; evidence: string };

/** Moments are kept as the distance from the deal's first, in ms: a third of the digits. */
type PackedRow = [
  seq: number,
  field: number,
  to: FieldValue | null,
  /** 0: never seen before; 1: what the field's row before this one says; else that very value in a list of its own. */
  from: 0 | 1 | [FieldValue | null],
  /** Before `seenAt`; -1 for none. */
  after: number,
  seenAt: number,
  /** After `seenAt`. */
  recordedAt: number,
  /** 1 refines, 2 exact. */
  flags: number,
];

type PackedRecord = [id: string, crm: CrmId, tenant: string, url: string, firstSeenAt: number];
type PackedHistory = [record: PackedRecord, rows: PackedRow[], played?: PackedRow[]];

type PackedEvidence = [crm: number, page: number, rule: number, raw: string];
/** Rules come again and again: each is written once. One list per deal, its rows' and then its played rows'. */
type PackedEvidences = { texts: string[]; deals: [rows: PackedEvidence[], played?: PackedEvidence[]][] };

export function packDeals(deals: readonly PackedDeal[]): Packed {
  const texts = new Map<string, number>();
  const place = (text: string): number => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, texts.size);
    return texts.size - 1;
  };
  const packEvidence = ({ evidence: { crm, page, rule, raw } }: Change): PackedEvidence => [
    place(crm),
    place(page),
    place(rule),
    raw,
  ];
  const packed = deals.map(({ record, changes, played }): PackedHistory => {
    const { id, crm, tenant, url, firstSeenAt } = record;
    const head: PackedRecord = [id, crm, tenant, url, firstSeenAt];
    const rows = packRows(changes, firstSeenAt);
    return played ? [head, rows, packRows(played, firstSeenAt)] : [head, rows];
  });
  const evidence: PackedEvidences['deals'] = deals.map(({ changes, played }) =>
    played ? [changes.map(packEvidence), played.map(packEvidence)] : [changes.map(packEvidence)],
  );
  return {
    rows: JSON.stringify(packed),
    evidence: JSON.stringify({ texts: [...texts.keys()], deals: evidence } satisfies PackedEvidences),
  };
}

function packRows(changes: readonly Change[], first: number): PackedRow[] {
  const last = new Map<string, FieldValue | null>();
  return changes.map(({ seq, field, from, to, after, seenAt, recordedAt, refines, exact }) => {
    const isLast = last.has(field) && JSON.stringify(last.get(field)) === JSON.stringify(from);
    last.set(field, to);
    return [
      seq,
      FIELD_NAMES.indexOf(field),
      to,
      from === undefined ? 0 : isLast ? 1 : [from],
      after === null ? -1 : seenAt - after,
      seenAt - first,
      recordedAt - seenAt,
      (refines ? 1 : 0) + (exact ? 2 : 0),
    ];
  });
}

/** Stands for evidence that was not asked for. */
const UNREAD: Evidence = { crm: '', page: 'record', rule: '', raw: '' };

/** Throws where the texts are not what `packDeals` wrote. */
export function unpackDeals(rows: string, evidence?: string): PackedDeal[] {
  const said = evidence === undefined ? null : (JSON.parse(evidence) as PackedEvidences);
  const evidenceOf = (packed: readonly PackedEvidence[] | undefined, at: number): Evidence => {
    const one = packed?.[at];
    if (!said || !one) return UNREAD;
    const [crm, page, rule, raw] = one;
    const text = (index: number) => said.texts[index] ?? '';
    return { crm: text(crm), page: text(page) as SourceKind, rule: text(rule), raw };
  };
  return (JSON.parse(rows) as PackedHistory[]).map(([[id, crm, tenant, url, firstSeenAt], own, played], at) => {
    const unpack = (packed: readonly PackedRow[], texts: readonly PackedEvidence[] | undefined): Change[] => {
      const last: (FieldValue | null | undefined)[] = [];
      return packed.map(([seq, field, to, from, after, seen, recorded, flags], index) => {
        const seenAt = firstSeenAt + seen;
        const change: Change = {
          seq,
          deal: id,
          field: FIELD_NAMES[field] ?? 'name',
          from: from === 0 ? undefined : from === 1 ? last[field] : from[0],
          to,
          after: after < 0 ? null : seenAt - after,
          seenAt,
          recordedAt: seenAt + recorded,
          evidence: evidenceOf(texts, index),
        };
        if (flags & 1) change.refines = true;
        if (flags & 2) change.exact = true;
        last[field] = to;
        return change;
      });
    };
    const texts = said?.deals[at];
    return {
      record: { id, crm, tenant, url, firstSeenAt },
      changes: unpack(own, texts?.[0]),
      played: played ? unpack(played, texts?.[1]) : null,
    };
  });
}
