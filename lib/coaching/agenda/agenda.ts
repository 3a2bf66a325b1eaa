import type { Day } from '../../deal/day.ts';
import type { TalkPart } from '../../deal/talk.ts';
import type { PromiseLine } from '../card.ts';

/** A deal as it is named on an agenda. Strings are plain text, already in the reader's locale. */
export type NamedDeal = { deal: string; name: string; url: string };

export type AgendaPromise = NamedDeal & PromiseLine & { stateText: string };

export type AgendaChange = NamedDeal & { text: string; when: string };

/** One deal to talk through. */
export type AgendaDeal = NamedDeal & {
  /** "$84,000 · Legal · closes 28 Nov". */
  about: string;
  /** Why help is worth most here; for the others what stands there. */
  fact: string;
  next: string | null;
  question: string | null;
  proof: string | null;
};

/** Something that went well, with the day and what shows it. */
export type ProvenMoment = NamedDeal & { kind: MomentKind; day: Day; dayText: string; text: string; evidence: string };

export const MOMENT_KINDS = ['promise-kept', 'offer-answered', 'decider-met', 'stage-proven', 'date-held'] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

/** One thing to try, and what on this person's own deals speaks for it. */
export type Suggestion = { key: string; practice: string; evidence: string };

/** Of 30. */
export const MINUTES: Record<TalkPart, number> = { topic: 5, promises: 5, changes: 3, deals: 12, skill: 3, next: 2 };

/** More would not be kept. */
export const MOST_NEW_PROMISES = 3;

/**
 * All that stands on one person's agenda, part by part in the order of the talk. Nothing here is anybody else's, and
 * nothing is a score: the whole of it may be shown to that person.
 */
export type Agenda = {
  person: string;
  onText: string;
  basis: string;
  /** What was written down of each part. */
  notes: Partial<Record<TalkPart, string>>;
  promises: { manager: AgendaPromise[]; rep: AgendaPromise[]; more: number };
  changes: { since: string; lines: AgendaChange[]; more: number };
  deals: {
    whole: boolean;
    help: AgendaDeal | null;
    picked: AgendaDeal | null;
    /** What there is to pick from; the one where help is worth most is not among them. */
    choices: (NamedDeal & { about: string })[];
    /** Every open deal, the first to close first; empty where two deals are talked through. */
    all: AgendaDeal[];
    more: number;
    /** Deals that were not looked at for two weeks: nothing is said of them. */
    unseen: NamedDeal[];
  };
  skill: { last: string | null; moments: ProvenMoment[]; suggestions: Suggestion[]; practice: string };
  next: { promises: AgendaPromise[]; onText: string | null };
};
