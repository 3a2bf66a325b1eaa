import type { Instant, WorkCalendar } from '../deal/day.ts';
import type { FieldName } from '../deal/fields.ts';
import type { MissingReason } from '../deal/reading.ts';
import type { Role } from '../deal/role.ts';
import type { DealHistory, Moment } from '../history/types.ts';
import type { StageExits } from '../process/stage-exits.ts';
import type { Assessment } from '../risk/types.ts';
import type { Catalogue } from './catalogue/types.ts';

type CardSettings = {
  calendar: WorkCalendar;
  /** Undefined: the browser's own. */
  locale: string | undefined;
  me: string | null;
  fiscalYearStart?: number;
  /** Without them no proofs are listed. */
  exits?: StageExits;
};

/** From all deals: how likely prompts and signals are to help, and which deals go well with whoever has them. */
export type Usual = { helps?: ReadonlyMap<string, number>; wonLately?: ReadonlyMap<string, true> | undefined };

/** A field that the page on screen did not give. */
type UnreadField = { field: FieldName; reason: MissingReason; raw?: string | undefined };

export type CardInput = {
  history: DealHistory;
  assessment: Assessment;
  /** Empty: the card asks nothing. */
  catalogue: Catalogue;
  /** Without it all questions are as good. */
  usual?: Usual | null;
  role: Role;
  moment: Moment;
  settings: CardSettings;
  unread: readonly UnreadField[];
  /** When the look going on began, if the deal stands open somewhere. */
  openedAt?: Instant | undefined;
};
