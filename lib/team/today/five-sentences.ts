import type { DealRow } from '../../coaching/card.ts';
import type { Role } from '../../deal/role.ts';

export const PART_IDS = ['behind', 'who', 'changed', 'decides', 'unknown'] as const;
export type PartId = (typeof PART_IDS)[number];

/** Deals that belong together under one answer. `note`: what they come to, or why they stand here; "" for nothing. */
export type DealGroup = { title: string; note: string; rows: DealRow[] };

/** What a total rests on, in words; `missing`: deals that it lacks, which the "look again" list names. */
export type SaidRests = { text: string; missing: number };

/** One of the five answers, down to its deals. All strings are plain text in the user's locale. */
export type SentencePart = {
  id: PartId;
  question: string;
  sentence: string;
  /** The words of the sentence that carry it; null where none stands out. */
  emphasis: string | null;
  /** Null where no figure of it could be incomplete. */
  rests: SaidRests | null;
  groups: DealGroup[];
};

/** The five that are asked first, in that order. */
export type FiveSentences = {
  role: Role;
  /** "Q4 2026". */
  period: string;
  goalSet: boolean;
  /** ISO code offered first where a goal is typed. */
  currency: string;
  parts: SentencePart[];
};
