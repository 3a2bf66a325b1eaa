import type { Day } from './day.ts';
import { foldLabel } from './same-value.ts';

/** What a page shows of a deal's past is read part by part: each stands in a place of its own, if it is shown at all. */
export const PAST_PARTS = ['feed', 'stages', 'planned', 'contacts', 'modified'] as const;
export type PastPart = (typeof PAST_PARTS)[number];

export const EVENT_KINDS = ['email', 'call', 'meeting', 'note', 'task', 'other'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Whose act it was. `unknown` where the page does not say: never guessed from a name that could be either's. */
export const EVENT_SIDES = ['buyer', 'seller', 'unknown'] as const;
export type EventSide = (typeof EVENT_SIDES)[number];

/** The day's own text, or the text itself where there is no day, and the rule that found it. */
export type PastEvidence = { rule: string; raw: string };

/** One thing of the past, or planned for later, as a page says it. */
export type PastEntry = { evidence: PastEvidence } & (
  | { kind: 'stage'; day: Day; from: string | null; to: string }
  /** `text` is the beginning alone: enough to recognise it by, too little to be a copy of somebody's mail. */
  | { kind: 'event'; day: Day; what: EventKind; side: EventSide; who: string | null; text: string }
  | { kind: 'planned'; what: string; due: Day | null; owner: string | null }
  | { kind: 'contact'; name: string; role: string | null }
  | { kind: 'modified'; day: Day }
);

export type PastOf<K extends PastEntry['kind']> = Extract<PastEntry, { kind: K }>;

/** `entries` as many as a busy record shows at once; `text` a first line. */
export const PAST_LIMITS = { entries: 150, text: 120, name: 120, raw: 120 } as const;

const PART_OF: Record<PastEntry['kind'], PastPart> = {
  event: 'feed',
  stage: 'stages',
  planned: 'planned',
  contact: 'contacts',
  modified: 'modified',
};

export const partOfEntry = ({ kind }: PastEntry): PastPart => PART_OF[kind];

/** Parts whose entries come and go: one that is gone was done, or taken away. The others are facts that stay. */
export const PASSING: ReadonlySet<PastPart> = new Set<PastPart>(['planned', 'contacts']);

function saidBy(entry: PastEntry): (string | null)[] {
  switch (entry.kind) {
    case 'stage':
      return [entry.day, entry.from, entry.to];
    case 'event':
      return [entry.day, entry.what, entry.who, entry.text];
    case 'planned':
      return [entry.due, entry.what, entry.owner];
    case 'contact':
      return [entry.name, entry.role];
    case 'modified':
      return [entry.day];
  }
}

/**
 * What makes an entry the same one when it is seen again, in the order given: two mails of one day with one subject are
 * two, as long as a page shows both.
 */
export function pastKeys(entries: readonly PastEntry[]): string[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const key = [entry.kind, ...saidBy(entry).map((part) => (part === null ? '' : foldLabel(part)))].join('|');
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? key : `${key}#${times}`;
  });
}
