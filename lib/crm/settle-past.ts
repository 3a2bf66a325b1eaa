/**
 * When what a page shows of the past counts. A feed comes later than its record, and the feed of the deal before may stand
 * under the next address for seconds: it is fetched by itself. This machine is offered what stands there and says what to
 * keep; it has no clock and no document of its own.
 *
 * Its one promise: nothing that belongs to another deal's past is kept. Where it cannot tell, it waits.
 */
import type { Instant } from '../deal/day.ts';
import { PASSING, PAST_PARTS, type PastEntry, type PastPart, partOfEntry, pastKeys } from '../deal/past.ts';
import type { PastReading } from './read-past.ts';
import { LEFTOVER_MS } from './settle.ts';

/** Longer than a record needs to be believed to be at rest: its feed is asked for after it. */
export const STILL_MS = 1_500;

export type PastVerdict = {
  /** What may be kept now, whole parts of it alone; null: nothing new. */
  accept: Pick<PastReading, 'entries' | 'parts'> | null;
  /** Milliseconds until to look again; null: only where something changes. */
  again: number | null;
};

export type PastSettler = {
  /** The record's own reading was accepted: from now on this deal stands in the page. Said of each of its readings. */
  begin(deal: string, at: Instant): void;
  offer(at: Instant, reading: PastReading | null): PastVerdict;
  /** What was accepted could not be kept: it is news again. */
  forget(): void;
  /** The deal was left, or another stands there. */
  leave(): void;
};

/** What is known of one part on this visit. */
type Part = { said: string; since: Instant; accepted: string | null; own: ReadonlySet<string> };
type Visit = { deal: string; at: Instant; parts: Map<PastPart, Part>; shown: Map<PastPart, Set<string>> };

/** What was shown in this part on the visit before, and whether it had come to rest as that deal's own. */
type Before = Map<PastPart, { keys: ReadonlySet<string>; settled: boolean }>;

/** `isFirst`: the document was loaded for the deal that it shows first, so that nothing of another's can be in it. */
export function createPastSettler(isFirst: boolean): PastSettler {
  let visit: Visit | null = null;
  /** Null: nothing was shown in this document before this deal. */
  let before: Before | null = isFirst ? null : new Map();

  function leave(): void {
    if (!visit) return;
    const left: Before = new Map();
    for (const part of PAST_PARTS) {
      const keys = new Set(visit.shown.get(part));
      const settled = visit.parts.get(part)?.accepted != null;
      // Left before its own had come: what the deal before it showed may still be on its way out.
      if (!settled) for (const key of before?.get(part)?.keys ?? []) keys.add(key);
      left.set(part, { keys, settled });
    }
    before = left;
    visit = null;
  }

  /** How long this part has to stand as it is. */
  function stillFor(part: PastPart, keys: readonly string[], own: ReadonlySet<string>): number {
    // A feed that lost all it had shown of this deal may by now be another's.
    if (!PASSING.has(part) && own.size > 0 && !keys.some((key) => own.has(key))) return LEFTOVER_MS;
    if (before === null) return STILL_MS;
    const last = before.get(part);
    // What the deal before had asked for and never got may come now.
    if (!last?.settled) return LEFTOVER_MS;
    return keys.some((key) => last.keys.has(key)) ? LEFTOVER_MS : STILL_MS;
  }

  return {
    begin(deal, at) {
      if (visit?.deal === deal) return;
      leave();
      visit = { deal, at, parts: new Map(), shown: new Map() };
    },
    leave,
    forget() {
      for (const part of visit?.parts.values() ?? []) part.accepted = null;
    },
    offer(at, reading) {
      if (!visit || !reading) return { accept: null, again: null };
      const keys = pastKeys(reading.entries);
      const parts = new Map<PastPart, { entries: PastEntry[]; keys: string[] }>();
      for (const part of reading.parts) parts.set(part, { entries: [], keys: [] });
      reading.entries.forEach((entry, index) => {
        const part = partOfEntry(entry);
        const one = parts.get(part) ?? { entries: [], keys: [] };
        one.entries.push(entry);
        one.keys.push(keys[index] ?? '');
        parts.set(part, one);
      });
      const accepted: Pick<PastReading, 'entries' | 'parts'> = { entries: [], parts: [] };
      let isNews = false;
      let again: number | null = null;
      for (const part of PAST_PARTS) {
        const stands = parts.get(part);
        if (!stands) {
          // Gone for a moment: what it was is compared with what comes.
          const gone = visit.parts.get(part);
          if (gone) gone.said = '';
          continue;
        }
        const shown = visit.shown.get(part) ?? new Set();
        visit.shown.set(part, shown);
        for (const key of stands.keys) shown.add(key);
        const said = JSON.stringify([stands.keys, reading.parts.includes(part)]);
        let known = visit.parts.get(part);
        if (known?.said !== said) {
          known = { said, since: at, accepted: known?.accepted ?? null, own: known?.own ?? new Set() };
          visit.parts.set(part, known);
        }
        const left = stillFor(part, stands.keys, known.own) - (at - Math.max(known.since, visit.at));
        if (left > 0) {
          again = Math.min(again ?? left, left);
          continue;
        }
        isNews ||= known.accepted !== said;
        known.accepted = said;
        known.own = new Set(stands.keys);
        accepted.entries.push(...stands.entries);
        if (reading.parts.includes(part)) accepted.parts.push(part);
      }
      return { accept: isNews ? accepted : null, again };
    },
  };
}
