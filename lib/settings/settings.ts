import { type DateOrder, MONDAY_TO_FRIDAY, type WorkCalendar } from '../deal/day.ts';
import type { FieldName } from '../deal/fields.ts';
import type { Money } from '../deal/money.ts';
import type { Role } from '../deal/role.ts';
import type { Goal, Person } from './people.ts';

export type SiteSettings = {
  /** `off`: nothing is read there although access is granted. */
  state: 'on' | 'off';
  /** The overlay stands open (card) or closed (pill). */
  open: boolean;
  dateOrder: DateOrder | null;
  /** ISO code that a bare "$" or "kr" means on this site, if the user said so. */
  currency: string | null;
  /** Fields that its pages stopped giving, as the user was told; by CRM and tenant, since one address may serve several. */
  lost?: Record<string, FieldName[]> | undefined;
};

/** Everything the user set. Small: one row, read whole, validated on reading. */
export type Settings = {
  version: 1;
  role: Role;
  /** The user's name as the CRM writes it in the owner field; null until said. */
  me: string | null;
  calendar: WorkCalendar;
  /** First month of the fiscal year, 1 to 12. */
  fiscalYearStart: number;
  /** One number for the running quarter; null: no goal was set. */
  goal: { quarter: string; amount: Money } | null;
  /** Who is one of ours, and what each is to bring, as files or the user said. */
  people: Person[];
  goals: Goal[];
  /** By origin, such as `https://acme.lightning.force.com`. */
  sites: Record<string, SiteSettings>;
  /** Marks beside the names of deals, by kind of page. */
  marks: { list: boolean; board: boolean };
  /** The one key that hides everything of ours in all tabs. */
  hidden: boolean;
  welcomed: boolean;
};

export const DEFAULT_SITE: SiteSettings = { state: 'on', open: false, dateOrder: null, currency: null };

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  role: 'manager',
  me: null,
  calendar: MONDAY_TO_FRIDAY,
  fiscalYearStart: 1,
  goal: null,
  people: [],
  goals: [],
  sites: {},
  marks: { list: true, board: false },
  hidden: false,
  welcomed: false,
};
