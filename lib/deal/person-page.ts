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

export const PERSON_PAGE_LIMITS = { deals: 500, promises: 500, bytes: 4_000_000, moves: 100 } as const;
