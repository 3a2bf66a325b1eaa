import type { Day } from '../../lib/deal/day.ts';
import type { Money } from '../../lib/deal/money.ts';
import type { ReminderSettings } from '../../lib/deal/reminder.ts';
import type { Role } from '../../lib/deal/role.ts';
import type { Paster } from '../../lib/import/pasted-rows.ts';
import type { Person } from '../../lib/settings/people.ts';
import type { Edited } from '../../lib/settings/roster-edit.ts';
import type { Settings, SiteSettings } from '../../lib/settings/settings.ts';
import type { OwnerSeen } from '../../lib/team/owners-seen.ts';
import type { Work } from '../actions.ts';
import type { MapsActions, SiteMap } from '../maps-view.tsx';
import type { ReminderActions } from '../reminders-section.tsx';

/** `granted`: the browser allows it. `held`: the browser does not let it be taken back here. */
export type SiteLine = { origin: string; granted: boolean; forbidden: boolean; settings: SiteSettings };

/** What stands on the pages that this one leads to; null: not looked at yet. */
export type Elsewhere = {
  deals: number;
  ownLimits: number;
  ownPrompts: number;
  checklists: number;
  learnt: boolean;
};

export type OptionsState = {
  /** Those in force. */
  settings: Settings;
  /** Keys that the organisation set, and those of its policy that were not understood. */
  locked: readonly string[];
  ignored: readonly string[];
  /** Parts of what is stored that were not understood. */
  problems: readonly string[];
  sites: readonly SiteLine[];
  /** Null: not looked at yet. */
  seen: readonly OwnerSeen[] | null;
  elsewhere: Elsewhere | null;
  reminders: { settings: ReminderSettings; granted: boolean };
  maps: readonly SiteMap[];
  tested: string | null;
  today: Day;
  paster: Paster;
  /** The currency that most amounts are in. */
  currency: string;
  rights: readonly string[];
  keys: readonly { what: string; key: string }[];
  version: string;
};

export type OptionsActions = {
  /** The change is made to what stands there by then: another page may have changed it. */
  change(change: (settings: Settings) => Partial<Settings>): Work;
  /** Throws the sentence to show where the edit is refused. */
  editRoster(edit: (people: readonly Person[]) => Edited): Work;
  setRole(role: Role): Work;
  setGoal(goal: Money | null): Work;
  setSite(origin: string, patch: Partial<Pick<SiteSettings, 'state' | 'dateOrder' | 'currency'>>): Work;
  /** Must reach the permission call before any await. */
  takeBack(origin: string): Work;
  allow(origin: string): Work;
  copy(text: string): Work;
  maps: MapsActions;
  reminders: ReminderActions;
};
