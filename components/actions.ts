import type { StepLine } from '../lib/coaching/reminders/list-steps.ts';
import type { DateOrder, Day } from '../lib/deal/day.ts';
import type { Money } from '../lib/deal/money.ts';
import type { Side } from '../lib/deal/promise.ts';
import type { ClockTime } from '../lib/deal/reminder.ts';
import type { Role } from '../lib/deal/role.ts';
import type { WeeksFrozen } from '../lib/snapshot/say-freezing.ts';
import type { FileForm } from '../lib/snapshot/write/write-file.ts';
import type { ChecklistActions } from './checklist.tsx';

/** Whatever an action does, it may take its time or fail; the control that started it shows both. */
export type Work = void | Promise<void>;

type NewPromise = { what: string; who: string; side: Side; by: Day; proof: string | null };
type NewWait = { what: string; saidBy: string; until: Day };
type Settled = 'kept' | 'missed' | 'dropped';

/** What a user can do with one deal. Called synchronously inside the click. */
export type CardActions = {
  asked(): Work;
  proofSeen(): Work;
  /** Whether what proves the end of a stage was seen. */
  answerProof(question: string, answer: 'yes' | 'no'): Work;
  makePromise(promise: NewPromise): Work;
  settlePromise(id: string, as: Settled, reason?: string): Work;
  movePromise(id: string, by: Day): Work;
  agreeWait(wait: NewWait): Work;
  endWait(id: string): Work;
  /** Settles what a date in doubt means, for this site from now on. */
  setDateOrder(order: DateOrder): Work;
  snooze(): Work;
  unsnooze(): Work;
  copy(text: string): Work;
  setOpen(open: boolean): Work;
  hideEverywhere(): Work;
};

/** What a user can do with a list that stands in the page. */
export type ListActions = {
  /** Opens the card of one of its deals; null: the list's own again. */
  pick(deal: string | null): Work;
  setMarks(page: 'list' | 'board', on: boolean): Work;
};

/** What a user can do with a dated step of their own. */
export type StepActions = {
  done(step: StepLine): Work;
  /** Shows again on the next working day; its day stays. */
  putOff(step: StepLine): Work;
  move(step: StepLine, by: Day): Work;
  drop(step: StepLine): Work;
  /** A time on its day; null: none. Must reach the permission call before any await. */
  setAlarm(step: StepLine, time: ClockTime | null): Work;
  saveCalendarFile(step: StepLine): Work;
};

export type PopupActions = {
  card: CardActions;
  checklist: ChecklistActions;
  steps: StepActions;
  setGoal(goal: Money): Work;
  /**
   * The week's snapshot, frozen or as it would be, as a file. Left out where files cannot be written. `told`: how far the
   * weeks are that freeze first; null: they are through.
   */
  saveSnapshot?(form: FileForm, told: (frozen: WeeksFrozen | null) => void): Work;
  /** Asks the browser for this one site. Must reach the permission call before any await. */
  grant(origin: string): Work;
  setSite(origin: string, state: 'on' | 'off'): Work;
  /** Shows what reading the page of this tab comes to. */
  diagnose(): Work;
  /** Begins a lesson in the page of this tab. Must reach the permission call before any await. */
  teach(corrects: string | null): Work;
  forgetTaught(): Work;
  /** The page with all maps. */
  openMaps(): Work;
  /** Undoes `hideEverywhere`. */
  show(): Work;
  /** A link was followed; without it the link opens a tab by itself. */
  visit?(url: string): unknown;
  openWelcome(): Work;
  /** The side panel beside the page. Must reach the browser before any await; left out where it stands already. */
  openPanel?(): Work;
  retry(): Work;
};

export type WelcomeActions = {
  setRole(role: Role): Work;
  /** The user's name as the CRM writes it; null: not said. */
  setMe(name: string | null): Work;
  /** Asks the browser for this one site. Must reach the permission call before any await. */
  grant(origin: string): Work;
  visit?(url: string): Work;
};
