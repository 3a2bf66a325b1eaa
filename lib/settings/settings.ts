import { type DateOrder, type Day, MONDAY_TO_FRIDAY, type WorkCalendar } from '../deal/day.ts';
import type { FieldName } from '../deal/fields.ts';
import type { Money } from '../deal/money.ts';
import type { CrmId } from '../deal/reading.ts';
import type { Role } from '../deal/role.ts';
import { DEFAULT_EXITS, type StageExits } from '../process/stage-exits.ts';
import type { Model } from '../risk/learn/model.ts';
import type { UserLimits } from '../risk/limit-in-force.ts';
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

/** What was learnt from the user's own closed deals. */
export type Learning = {
  /** Off: the weights as shipped, whatever was learnt. */
  on: boolean;
  /** Null: nothing was learnt yet, or by a version that weighed other things. */
  model: Model | null;
  /** By how much the base rate had moved since, in log-odds, when it was last worked out. */
  shift: number;
};

/** From that day on, one unit of `from` is worth `rate` units of `to`. Codes are ISO 4217. */
export type Rate = { from: string; to: string; rate: number; on: Day };

/** A view of the CRM that the weekly sweep goes through. `person`: whose, where it shows one person's deals alone. */
export type PinnedView = {
  url: string;
  /** Which installation, and which of its pages: where looks at it are found. */
  crm: CrmId;
  tenant: string;
  page: 'list' | 'board';
  name: string;
  kind: 'open' | 'closed';
  person: string | null;
};

/** What the figure at the icon counts. */
export const BADGE_MEANINGS = ['steps', 'marked', 'look-again', 'none'] as const;
export type BadgeMeaning = (typeof BADGE_MEANINGS)[number];

/** Most views that a sweep goes through. */
export const MOST_VIEWS = 6;

/** Everything the user set. Small: one row, read whole, validated on reading. */
export type Settings = {
  version: 1;
  role: Role;
  /** The user's name as the CRM writes it in the owner field; null until said. */
  me: string | null;
  calendar: WorkCalendar;
  /** First month of the fiscal year, 1 to 12. */
  fiscalYearStart: number;
  /** ISO weekday that a week begins with: 1 Monday to 7 Sunday. */
  weekStart: number;
  /** ISO 4217 code in which sums are shown where rates allow it; null: each currency by itself. */
  homeCurrency: string | null;
  rates: Rate[];
  /** One number for the running quarter; null: no goal was set. */
  goal: { quarter: string; amount: Money } | null;
  /** Who is one of ours, and what each is to bring, as files or the user said. */
  people: Person[];
  goals: Goal[];
  /** Where signals come on, where the user set it. */
  limits: UserLimits;
  /** What proves the end of each stage. */
  exits: StageExits;
  learnt: Learning;
  /** By origin, such as `https://acme.lightning.force.com`. */
  sites: Record<string, SiteSettings>;
  /** Marks beside the names of deals, by kind of page. */
  marks: { list: boolean; board: boolean };
  /** What the Monday sweep goes through, in that order. */
  views: PinnedView[];
  badge: BadgeMeaning;
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
  weekStart: 1,
  homeCurrency: null,
  rates: [],
  goal: null,
  people: [],
  goals: [],
  limits: {},
  exits: DEFAULT_EXITS,
  learnt: { on: true, model: null, shift: 0 },
  sites: {},
  marks: { list: true, board: false },
  views: [],
  badge: 'steps',
  hidden: false,
  welcomed: false,
};
