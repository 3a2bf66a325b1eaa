import type { FirstList } from '../lib/coaching/card.ts';
import type { Role } from '../lib/deal/role.ts';

/** A CRM that can be picked. `origin` where all customers share one address; else the user pastes theirs. */
export type CrmChoice = { id: string; name: string; origin: string | null; example: string };

/** A site that the user chose, asked for or granted. */
export type WelcomeSite = {
  origin: string;
  host: string;
  crm: string | null;
  state: 'asked' | 'granted' | 'refused';
  /** Where a list of open deals stands on this site, as far as known: the origin itself at least. */
  listUrl: string;
};

export type WelcomeState = {
  role: Role;
  /** The organisation set the role. */
  isRoleLocked: boolean;
  me: string | null;
  crms: CrmChoice[];
  sites: WelcomeSite[];
  /** The answer from the first list; null until one was read. */
  list: { host: string; answer: FirstList } | null;
  /** The tab with the list is open, nothing was read from it yet. */
  waiting: boolean;
  problem: string | null;
};
