import type { DateOrder, Day, Instant } from '../deal/day.ts';
import type { FieldName } from '../deal/fields.ts';
import type { Side } from '../deal/promise.ts';
import type { MissingReason } from '../deal/reading.ts';
import type { Role } from '../deal/role.ts';
import type { Band, SignalName } from '../risk/types.ts';

export type EvidenceLine = { field: string; raw: string; rule: string; page: string; seen: string };

/** One reason, down to its arithmetic. Text is ready to show; figures stay figures. */
export type Reason = {
  signal: SignalName;
  /** Two or three words for marks: "date past". */
  title: string;
  /** The fact, as one sentence. */
  fact: string;
  /** "Limit 21 days in a late stage (expert judgement)". */
  limit: string;
  points: number;
  counted: number;
  /** "strongest of its family, counted in full" / "same family, counted a quarter". */
  share: string;
  evidence: EvidenceLine[];
};

type Split = { text: string; base: number; logOdds: number; addends: { title: string; counted: number }[] };

export type ChangeLine = { field: FieldName; text: string; when: string };

export type PromiseLine = {
  id: string;
  what: string;
  who: string;
  side: Side;
  by: Day;
  byText: string;
  proof: string | null;
  /** `due-not-checked`: the day passed without a look after it. */
  state: 'open' | 'due-not-checked' | 'due' | 'kept' | 'missed' | 'dropped';
  moved: number;
  /** What a page showed that it was kept by, with its day; left out where nothing was, or somebody said so. */
  shown?: string | undefined;
  /** The line for the CRM's own next-step field. */
  courier: string;
};

/** What proves the end of a stage. `answer`: null where nobody said. `text`: "Seen 14 Nov". */
export type StageProofs = {
  stage: string;
  lines: { question: string; proof: string; answer: 'yes' | 'no' | null; text: string }[];
};

/** All that the overlay and the popup show of one deal. Strings are plain text, already in the user's locale. */
export type DealCard = {
  deal: string;
  role: Role;
  name: string | null;
  url: string;
  lead: 'promise' | 'change' | 'signal' | 'thin' | 'healthy' | 'closed' | 'snoozed';
  band: Band;
  /** A word or two: "Look closer · 3 reasons". Never a percentage before calibration. */
  pill: string;
  line1: string;
  line2: string;
  /** "Since your last look, Tue 3 Nov" and what moved; empty list: nothing. */
  since: string;
  changes: ChangeLine[];
  /** The buyer's last act that a page showed, with its day. */
  heard: string | null;
  /** Who stands on the deal's page, by name and role, those with a role first; each with where it was read. */
  contacts: EvidenceLine[];
  /** The stage at hand first, then those before it; empty where the order of stages is not known. */
  proofs: StageProofs[];
  prompt: {
    id: string;
    signal: string;
    basis: string;
    question: string;
    proof: string;
    /** What to say to a vague answer; empty where nothing is. */
    followUp: string;
    why: string;
    askedOn: string | null;
  } | null;
  nextStep: { text: string; due: string | null; from: 'crm' | 'promise' } | null;
  promises: PromiseLine[];
  wait: { id: string; text: string; until: Day } | null;
  snoozedUntil: Day | null;
  reasons: Reason[];
  /** What speaks for the deal, strongest first: addends below nought. */
  signs: Reason[];
  /** "Look closer · 3 reasons; not calibrated on your own deals yet". */
  score: {
    text: string;
    base: number;
    logOdds: number;
    /** What was learnt from own closed deals beside the signals, in one sum; null where nothing was. */
    learnt: { title: string; counted: number } | null;
    note: string;
    /** "Of ten such deals about 6 were not won by their date". Null before calibration: then there are words alone. */
    chances: string | null;
    /** If it is not won by its date: lost rather than late, in a word or two and as a sum. Null where no date lies ahead. */
    split: Split | null;
  };
  confidence: { text: string; known: number; of: number; missing: string[] };
  /** `choices`: what a date in doubt may mean, with the order of its parts that each takes. */
  unread: { field: string; reason: MissingReason; text: string; choices: { order: DateOrder; text: string }[] }[];
  freshness: { level: 'fresh' | 'ageing' | 'stale'; text: string };
  /** "First seen 3 Nov; everything as seen from this browser." */
  basis: string;
  asOf: Instant;
};

/** One row of a list of deals behind a number. */
export type DealRow = { deal: string | null; name: string; url: string | null; detail: string; amount: string | null };

/** The popup on a page without a deal: what to touch today. */
export type Today = {
  role: Role;
  touch: (DealRow & { fact: string; next: string })[];
  /** Why no deal is proposed, where the day or the week has had its questions; else null. */
  touchRest: string | null;
  lookAgain: { text: string; rows: DealRow[] } | null;
  waiting: { text: string; rows: DealRow[] } | null;
};

/** Stands beside a deal's name in a list: a shape, two or three words, and the fact behind them. */
export type ListMark = {
  recordId: string;
  deal: string;
  shape: 'clock' | 'diamond' | 'half';
  text: string;
  fact: string;
};

/** What one list or board says on its own page, from all that is known of its deals. */
export type ListCard = {
  page: 'list' | 'board';
  /** "8 to look at". */
  pill: string;
  band: Band;
  line1: string;
  /** Every deal here that calls for a look, the one where most is at stake first. */
  touch: (DealRow & { fact: string })[];
  marks: ListMark[];
  /** Said where deals call for a look and carry no mark: a list bears only so many, and none on rows without ids. */
  rest: string | null;
  marksOn: boolean;
  /** "34 of 120 rows loaded". */
  rows: string;
  /** "The page says £1.2m in Proposal; the 14 cards read come to £1.1m." */
  sums: string | null;
  /** Rows that carry no record id and agree with no single deal. */
  unmatched: { text: string; rows: DealRow[] } | null;
  /** Deals that stood in this view the last time and are gone: won, lost or filtered out. */
  gone: { text: string; rows: DealRow[] } | null;
  /** Columns that the view lacks and that would say more. */
  advice: string | null;
};

/** What one list says with no history at all: each number opens to its deals. */
export type FirstList = {
  open: { count: number; text: string; rows: DealRow[] };
  findings: { key: string; count: number; text: string; rows: DealRow[] }[];
  total: string;
  rows: string;
  /** Columns that the list does not show and that would say more. */
  advice: string | null;
};
