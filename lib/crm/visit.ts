import type { Instant } from '../deal/day.ts';
import { FIELD_NAMES, type FieldName, type FieldValue } from '../deal/fields.ts';
import { major } from '../deal/money.ts';
import type { FieldReadings } from '../deal/reading.ts';

/** After this long without a change, what stands in the page belongs to the address. Late fields took up to 600 ms. */
export const QUIET_MS = 1_000;
/** Values of one deal kept for comparison with the next; typing in an input makes many. */
const SEEN_PER_FIELD = 40;

/** Per field what was said of it, and null where the page said nothing. */
type Seen = Map<FieldName, Set<string | null>>;

/** Another deal's values on this one's address, as it seems: the address may follow, or it was a large edit. */
type Jump = {
  at: Instant;
  /** When the page had changed before. */
  calmSince: Instant;
  names: Set<string>;
  fields: number;
  seen: Seen;
};

/** What one visit of a deal, list or board knows so far. */
export type Visit = {
  key: string;
  record: boolean;
  /** Values of the deal before: the same value here may be a leftover. */
  before: Seen;
  /** Values seen here since the page was last at rest. */
  seen: Seen;
  /** Fields that were seen to differ from the deal before. */
  freed: Set<FieldName>;
  /** The deal before was left while its page still changed: nothing counts until this page is at rest. */
  hurried: boolean;
  /** A deal was passed by and never seen: what comes up here may be that one's. */
  passed: boolean;
  last: { fingerprint: string; at: Instant; fields: FieldReadings } | null;
  changedAt: Instant;
  /** Once quiet, leftovers are gone. */
  rested: boolean;
  accepted: { key: string; fields: FieldReadings } | null;
  /** The first name that was this deal's own: tells a jump before anything is accepted. */
  name: string | null;
  jump: Jump | null;
  /** Address and page named the same deal once; and then no longer. */
  agreed: boolean;
  parted: boolean;
};

/** How a value is compared with a leftover: money by figure and stage by label, since currency and order may come later. */
function sign(value: FieldValue): string {
  if (typeof value !== 'object') return String(value);
  return 'minor' in value ? String(major(value)) : value.label;
}

/** Null where the page says nothing of the field; an empty text where it shows it empty. */
export function signOf(fields: FieldReadings, field: FieldName): string | null {
  const reading = fields[field];
  if (reading?.ok) return sign(reading.value);
  return reading?.reason === 'empty' ? '' : null;
}

export function remember(seen: Seen, fields: FieldReadings): Seen {
  for (const field of FIELD_NAMES) {
    const value = signOf(fields, field);
    const known = seen.get(field) ?? new Set();
    seen.set(field, known);
    // Moved to the end, so that drafts typed long ago are dropped first.
    known.delete(value);
    known.add(value);
    for (const oldest of known) {
      if (known.size <= SEEN_PER_FIELD) break;
      known.delete(oldest);
    }
  }
  return seen;
}

/** Whether the field held anything that could be left over. */
export function isKnown(seen: Seen, field: FieldName): boolean {
  const said = seen.get(field);
  return said !== undefined && said.size > (said.has(null) ? 1 : 0);
}

export function join(a: Seen, b: Seen): Seen {
  const all: Seen = new Map(a);
  for (const [field, values] of b) all.set(field, new Set([...(all.get(field) ?? []), ...values]));
  return all;
}

/** Fields that both speak of, with a value or as empty, and that do not say the same. */
function differing(now: FieldReadings, then: FieldReadings): FieldName[] {
  return FIELD_NAMES.filter((field) => {
    const [a, b] = [signOf(now, field), signOf(then, field)];
    return a !== null && b !== null && a !== b;
  });
}

/** Null where the page shows no name, or none yet. */
export function nameOf(fields: FieldReadings): string | null {
  return signOf(fields, 'name') || null;
}

export function newVisit(key: string, record: boolean, at: Instant, before: Seen = new Map(), hurried = false): Visit {
  return {
    key,
    record,
    before,
    seen: new Map(),
    freed: new Set(),
    hurried,
    passed: false,
    last: null,
    changedAt: at,
    rested: false,
    accepted: null,
    name: null,
    jump: null,
    agreed: false,
    parted: false,
  };
}

/** Another name and two fields more, put up at once on a deal that had counted: the page came before its address. */
export function isPageFirst({ jump, accepted }: Visit): boolean {
  return accepted !== null && jump !== null && jump.names.size > 0 && jump.fields >= 3;
}

/** The next record's visit, knowing what the one before may have left in the page. */
export function nextVisit(key: string, at: Instant, from: Visit, leftAt: Instant): Visit {
  const visit = visitAfter(key, at, from, leftAt);
  // Of several that came first, one may be on its way to this address while the page is on the next.
  visit.passed =
    (from.passed && !from.rested) || isStale(from) || (isPageFirst(from) && (from.jump?.names.size ?? 0) > 1);
  visit.hurried ||= visit.passed;
  return visit;
}

/** Nothing here was seen to differ from the deal before. */
export function isStale({ before, freed, rested }: Visit): boolean {
  return !rested && isKnown(before, 'name') && freed.size === 0;
}

function visitAfter(key: string, at: Instant, from: Visit, leftAt: Instant): Visit {
  const { jump } = from;
  if (jump && isPageFirst(from)) {
    return newVisit(key, true, at, from.seen, leftAt - jump.calmSince < QUIET_MS);
  }
  const calm = leftAt - from.changedAt >= QUIET_MS && !isStale(from);
  const seen = jump ? join(from.seen, jump.seen) : from.seen;
  if (!calm) return newVisit(key, true, at, join(from.before, seen), true);
  return newVisit(key, true, at, from.last ? remember(new Map(), from.last.fields) : seen);
}

/**
 * Some CRMs put up the next deal before its address. On an unchanged address another name, or three fields at once, is
 * held for a while in which the address may follow; one or two fields are an edit and count at once.
 */
export function noteJump(visit: Visit, at: Instant, fields: FieldReadings, calmSince: Instant): void {
  const name = nameOf(fields);
  const own = name !== null && !visit.before.get('name')?.has(name);
  const then = visit.accepted?.fields;
  const changed = then ? differing(fields, then).length : 0;
  if (own) visit.name ??= name;
  const renamed = then?.name?.ok
    ? name !== null && name !== signOf(then, 'name')
    : visit.name !== null && name !== null && name !== visit.name;
  if (!renamed && changed < 3) {
    endJump(visit);
    return;
  }
  // Two names before either counted: neither is known to be this deal's.
  if (!then && renamed) visit.hurried = true;
  visit.jump ??= { at, calmSince, names: new Set(), fields: 0, seen: new Map() };
  visit.jump.fields = Math.max(visit.jump.fields, changed);
  if (renamed && name !== null) visit.jump.names.add(name);
}

export function endJump(visit: Visit): void {
  if (visit.jump) visit.seen = join(visit.seen, visit.jump.seen);
  visit.jump = null;
}
