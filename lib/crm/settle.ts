/**
 * When a reading counts. A single-page CRM changes address and content at different moments, whole or field by field,
 * so what stands in the page may belong to the deal before. This machine is offered readings and says which to accept
 * and when to look again; it has no clock and no document of its own.
 *
 * Its one promise: no accepted reading of a deal carries a value of another. Where it cannot tell, it waits for quiet.
 */
import type { Instant } from '../deal/day.ts';
import { FIELD_NAMES, type FieldName } from '../deal/fields.ts';
import type { DealReading, FieldReadings } from '../deal/reading.ts';
import type { PageReading } from './types.ts';
import {
  endJump,
  isKnown,
  isPageFirst,
  isStale,
  join,
  nameOf,
  newVisit,
  nextVisit,
  noteJump,
  QUIET_MS,
  remember,
  signOf,
  type Visit,
} from './visit.ts';

/** Two equal readings this far apart make a settled one. CRMs were seen to tear for 20 to 50 ms. */
export const EQUAL_MS = 45;

type Offer = { at: Instant; reading: PageReading | null };
type Verdict = {
  accept: PageReading | null;
  /** Milliseconds until to read again; null: a mutation or a navigation will tell. */
  again: number | null;
};

export type Doubt = 'leftover' | 'unseen';

export type Settler = {
  offer(offer: Offer): Verdict;
  /**
   * Nobody saw how this page came to its address. `leftover`: what stands in it now was there before the address, so it
   * is taken for another deal; `unseen`: it may be another deal's, until the page is quiet.
   */
  doubt(of: Doubt): void;
  /** The next settled reading is accepted even if it says nothing new. */
  forget(): void;
};

/**
 * A page that shows the deal before whole, name and all, has not followed its address yet, however long it stands: over a
 * slow line the next deal takes seconds. After this long it is taken for a copy of that deal.
 */
export const LEFTOVER_MS = 10_000;

const WAIT: Verdict = { accept: null, again: null };

/** The deal that the page itself names tells visits apart; the address may lag behind it or lead. */
function keyOf(reading: PageReading): string {
  const id = reading.page === 'record' ? (reading.pageRecordId ?? reading.deals[0]?.recordId) : null;
  return [reading.crm, reading.tenant, reading.page, id ?? reading.url].join('\n');
}

function agrees(reading: PageReading): boolean {
  return reading.pageRecordId === null || reading.pageRecordId === reading.deals[0]?.recordId;
}

export function createSettler(): Settler {
  let doubt: Doubt | null = null;
  let visit: Visit | null = null;
  /** The record visited last and when it was left. */
  let left: { visit: Visit; at: Instant } | null = null;

  function begin(key: string, at: Instant, reading: PageReading): Visit {
    const record = reading.page === 'record';
    const fields = reading.deals[0]?.fields ?? {};
    const name = nameOf(fields);
    // After a second of some other page the first record's content is gone.
    const before = record && left && at - left.at < QUIET_MS ? left : null;
    const visit = before
      ? nextVisit(key, at, before.visit, before.at)
      : newVisit(key, record, at, new Map(), doubt !== null);
    if (doubt) visit.hurried = true;
    if (doubt === 'leftover') {
      // Still the deal before the one that was left: that one was never seen.
      visit.passed ||= name !== null && visit.before.get('name')?.has(name) === true;
      visit.before = join(visit.before, remember(new Map(), fields));
    }
    if (name === null) return visit;
    if (before && isPageFirst(before.visit)) {
      const cameFirst = before.visit.jump?.names.has(name) === true;
      // Its own name then, though the deal before may have shown it too; another one after it is a third deal's.
      if (cameFirst) visit.name = name;
      // Neither the deal before nor the one that came before this address: the page is on its way to a third.
      visit.hurried ||= !cameFirst;
    }
    return visit;
  }

  return {
    offer({ at, reading }) {
      const key = reading && keyOf(reading);
      if (visit && visit.key !== key) {
        if (visit.record) left = { visit, at };
        visit = null;
      }
      if (!reading || key === null) {
        if (doubt) doubt = 'unseen';
        return WAIT;
      }
      const record = reading.page === 'record';
      // A page that was gone for a moment only: what was said on this visit still holds.
      if (!visit && left?.visit.key === key && at - left.at < QUIET_MS) {
        visit = left.visit;
        if (visit.accepted) visit.accepted.key = '';
      }
      if (!visit) visit = begin(key, at, reading);
      // The address left for another deal and came back: that deal's fields may still arrive.
      else if (visit.parted && agrees(reading)) {
        visit = newVisit(key, record, at, join(visit.before, visit.seen), true);
      }
      doubt = null;
      if (!record) return settleRows(visit, at, reading);
      return settleRecord(visit, at, reading);
    },
    doubt(of) {
      doubt = of;
    },
    forget() {
      if (visit?.accepted) visit.accepted.key = '';
    },
  };
}

function settleRows(visit: Visit, at: Instant, reading: PageReading): Verdict {
  let wait = untilEqual(visit, at, reading.fingerprint, {});
  // No rows yet looks like no rows at all.
  if (reading.deals.length === 0) wait = Math.max(wait, QUIET_MS - (at - visit.changedAt));
  return wait > 0 ? { accept: null, again: wait } : accept(visit, reading, reading.fingerprint, null);
}

function settleRecord(visit: Visit, at: Instant, reading: PageReading): Verdict {
  const deal = reading.deals[0];
  if (!deal) return WAIT;
  const { fields } = deal;
  const calmSince = visit.changedAt;
  if (visit.last && at - calmSince >= quietFor(visit, reading)) {
    // What stood here for so long was this deal's own.
    visit.rested = true;
    visit.before = new Map();
    visit.seen = remember(new Map(), visit.last.fields);
    visit.name = nameOf(visit.last.fields) ?? visit.name;
    // What comes now is held for a time of its own.
    if (visit.last.fingerprint !== reading.fingerprint) visit.jump = null;
  }
  for (const [field, values] of visit.before) {
    if (isKnown(visit.before, field) && !values.has(signOf(fields, field))) visit.freed.add(field);
  }
  let wait = untilEqual(visit, at, reading.fingerprint, fields);
  noteJump(visit, at, fields, calmSince);
  remember(visit.jump?.seen ?? visit.seen, fields);

  if (reading.editing) {
    // A draft: the reading after it is compared with nothing.
    visit.last = { fingerprint: '', at, fields };
    return WAIT;
  }
  const untilQuiet = Math.max(0, quietFor(visit, reading) - (at - visit.changedAt));
  if (!agrees(reading)) {
    visit.parted = visit.agreed;
    return { accept: null, again: untilQuiet > 0 ? Math.min(untilQuiet, 100) : null };
  }
  visit.agreed = true;
  if (untilQuiet === 0) visit.rested = true;

  const held = visit.rested ? [] : FIELD_NAMES.filter((field) => isHeld(visit, fields, field));
  if ((visit.hurried && !visit.rested) || isHeadless(reading, fields, held)) wait = Math.max(wait, untilQuiet);
  if (visit.jump) wait = Math.max(wait, quietFor(visit, reading) - (at - visit.jump.at));
  if (wait > 0) return { accept: null, again: wait };

  endJump(visit);
  const shown = held.length === 0 ? reading : { ...reading, deals: [withhold(deal, held)] };
  return accept(visit, shown, `${reading.fingerprint}|${held}`, held.length > 0 ? untilQuiet : null);
}

/** How long a page must stand unchanged for what it shows to belong to its address. */
function quietFor(visit: Visit, reading: PageReading): number {
  if (reading.pageRecordId !== null) return QUIET_MS;
  return visit.passed || isStale(visit) || isPageFirst(visit) ? LEFTOVER_MS : QUIET_MS;
}

/** Milliseconds until this reading has stood long enough; 0 when it has. */
function untilEqual(visit: Visit, at: Instant, fingerprint: string, fields: FieldReadings): number {
  if (visit.last?.fingerprint !== fingerprint) {
    visit.last = { fingerprint, at, fields };
    visit.changedAt = at;
  }
  return Math.max(0, EQUAL_MS - (at - visit.last.at));
}

/** A leftover of the deal before, or an input that may not have been filled yet. */
function isHeld(visit: Visit, fields: FieldReadings, field: FieldName): boolean {
  const reading = fields[field];
  if (!reading) return false;
  if (!reading.ok) return reading.reason === 'empty';
  return isKnown(visit.before, field) && !visit.freed.has(field);
}

/** Without a name of its own nothing tells that the page has followed; and a closed deal is not shown as open meanwhile. */
function isHeadless(reading: PageReading, fields: FieldReadings, held: readonly FieldName[]): boolean {
  if (!fields.name?.ok || (held.includes('name') && reading.pageRecordId === null)) return true;
  return held.includes('outcome') && fields.outcome?.ok === true && fields.outcome.value !== 'open';
}

function withhold(deal: DealReading, held: readonly FieldName[]): DealReading {
  const fields: FieldReadings = { ...deal.fields };
  for (const field of held) fields[field] = { ok: false, reason: 'not-on-page' };
  return { ...deal, fields };
}

function accept(visit: Visit, reading: PageReading, key: string, again: number | null): Verdict {
  if (visit.accepted?.key === key) return { accept: null, again };
  visit.accepted = { key, fields: reading.deals[0]?.fields ?? {} };
  return { accept: { ...reading, fingerprint: key }, again };
}
