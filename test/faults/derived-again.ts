/** Every change that a page's look left must come out of that look again, from what was on record before it. */
import { FIELD_NAMES, maskHas } from '../../lib/deal/fields.ts';
import type { DealReading, FieldReadings } from '../../lib/deal/reading.ts';
import { type DealState, deriveChanges, type NewChange, type ReadingMeta } from '../../lib/history/derive-changes.ts';
import { deriveLateChanges } from '../../lib/history/derive-late-changes.ts';
import { asDealFields, foldRows } from '../../lib/history/fold.ts';
import type { Change, DealSighting } from '../../lib/history/types.ts';
import { plain } from './plain.ts';

/** A look with what of a deal it showed. `before`: the place of the look before it, of whatever deal. */
export type DealLook = DealSighting & { crm: string; before: number };

type Past = { changes: Change[]; sightings: DealSighting[] };

type DerivedAgain = { changes: NewChange[]; mask: number; state: DealState | null };

/** Rows are oldest first; one line for each look whose changes are not what it gives. */
export function notDerivable(deal: string, changes: readonly Change[], looks: readonly DealLook[]): string[] {
  const problems: string[] = [];
  const past: Past = { changes: [], sightings: [] };
  let known: DealState | null = null;
  let next = 0;
  /** Rows up to a place, which have become what was known. */
  const take = (upTo: number, isOwn: (change: Change) => boolean): Change[] => {
    const own: Change[] = [];
    for (let row = changes[next]; row && row.seq <= upTo; row = changes[++next]) {
      if (isOwn(row)) {
        own.push(row);
        continue;
      }
      // What a file told stands between two looks.
      past.changes.push(row);
      known = null;
    }
    return own;
  };
  for (const look of looks) {
    const own = take(look.seq, ({ seq, evidence }) => seq > look.before && evidence.page === look.page);
    known ??= stateOf(deal, past);
    const { at, recordedAt, page, crm } = look;
    const meta: ReadingMeta = { deal, crm, page, at, recordedAt };
    const again: DealReading = readAgain(look, own, known, past);
    const derived = deriveAgain(known, past, again, meta);
    const [now, then] = [derived.changes.map(essence), own.map(essence)];
    // A file's look is mixed with rows that the file dated itself.
    if (page !== 'file' && plain(now) !== plain(then))
      problems.push(`deal ${deal}: look ${look.seq} gives ${plain(now)}, stored is ${plain(then)}`);
    if (page !== 'file' && derived.mask !== look.mask)
      problems.push(`deal ${deal}: look ${look.seq} showed other fields`);
    past.changes.push(...own);
    past.sightings.push(look);
    known = page === 'file' ? null : derived.state;
  }
  const rest = take(Number.POSITIVE_INFINITY, ({ evidence }) => evidence.page !== 'file');
  for (const { seq, field } of rest) problems.push(`deal ${deal}: change ${seq} of ${field} belongs to no look`);
  return problems;
}

/** The same choice that recording makes: a look that is not later than what is known is judged as of its moment. */
function deriveAgain(known: DealState | null, past: Past, reading: DealReading, meta: ReadingMeta): DerivedAgain {
  if (!isLate(known, meta)) return deriveChanges(known, reading, meta);
  return { ...deriveLateChanges(past, reading, meta), state: null };
}

const isLate = (known: DealState | null, { at }: { at: number }) => known !== null && known.lastSeenAt >= at;

function stateOf(deal: string, rows: Past): DealState | null {
  const { fields, lastSeenAt } = foldRows(rows);
  return lastSeenAt === null ? null : { deal, fields: asDealFields(fields), lastSeenAt };
}

/** What the page said then: where no row says otherwise, what was known of the field at that moment. */
function readAgain(look: DealLook, own: readonly Change[], known: DealState | null, past: Past): DealReading {
  const until = { asOf: look.at, knownAt: Number.POSITIVE_INFINITY };
  const fields = isLate(known, look) ? foldRows(past, until).fields : known?.fields;
  const said = FIELD_NAMES.flatMap((field) => {
    const change = own.find((row) => row.field === field && row.seenAt === look.at);
    const told = change ? { value: change.to, evidence: change.evidence } : fields?.[field];
    if (!maskHas(look.mask, field) || !told) return [];
    const { raw, rule } = told.evidence;
    return [
      [
        field,
        told.value === null ? { ok: false, reason: 'empty', raw, rule } : { ok: true, value: told.value, raw, rule },
      ],
    ];
  });
  return { recordId: null, url: null, fields: Object.fromEntries(said) as FieldReadings };
}

/** Without its place, and without what the look's other deals have to do with it. */
function essence({ field, from, to, after, seenAt, recordedAt, evidence, refines }: NewChange) {
  return { field, from, isFirst: from === undefined, to, after, seenAt, recordedAt, evidence, refines };
}
