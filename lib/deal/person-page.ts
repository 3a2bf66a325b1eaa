import type { Instant } from './day.ts';
import type { DealPromise } from './promise.ts';
import type { OneToOne } from './talk.ts';

/** A deal as two browsers can both name it: by the record in the CRM. */
export type SharedDeal = {
  crm: string;
  tenant: string;
  recordId: string;
  name: string;
  url: string;
  /** As it was shown: for reading, never taken over. */
  about: string;
  nextStep: string | null;
};

/** What one person's agenda shows, for handing over. `deal` of a promise, and `picked`: the place among `deals`. */
export type PersonPage = {
  person: string;
  madeAt: Instant;
  deals: SharedDeal[];
  promises: (Omit<DealPromise, 'deal'> & { deal: number; courier: string })[];
  talk: (Omit<OneToOne, 'picked'> & { picked: number | null }) | null;
};

/** What a person's page would bring, or brought. */
export type PageDifference = {
  /** Promises not known here; known ones of which it knows more; and those of which it does not. */
  added: number;
  grown: number;
  same: number;
  /** Promises on deals that this browser has not seen: the page may be read in again once they were opened. */
  elsewhere: number;
  /** The notes: not known here, written on since, or the same; null where the page has none. */
  notes: 'new' | 'later' | 'same' | null;
};

export const PERSON_PAGE_LIMITS = { deals: 500, promises: 500, bytes: 4_000_000, moves: 100 } as const;
