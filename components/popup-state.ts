import type { DealCard, Today } from '../lib/coaching/card.ts';
import type { StepList } from '../lib/coaching/reminders/list-steps.ts';
import type { WordingNote } from '../lib/coaching/say-wording.ts';
import type { Diagnosis } from '../lib/deal/diagnosis.ts';
import type { FiveSentences } from '../lib/team/today/five-sentences.ts';
import type { ChecklistState } from './checklist.tsx';
import type { DealStepList } from './deal-steps.tsx';

/** What a page of our own works out of a deal beside its card, once that stands. */
export type DealBeside = { checklist: ChecklistState; wording: WordingNote[]; steps: DealStepList };

/** What is answered from all deals together. `steps`: the user's own dated ones. */
export type TodayShown = { five: FiveSentences; today: Today; steps?: StepList | undefined };

/** All that the popup can be. One of them, never two. */
export type PopupState =
  | { kind: 'loading' }
  /** The tab holds a deal. */
  | { kind: 'deal'; card: DealCard; origin: string; host: string; beside?: DealBeside | null }
  /** Any other page of a site that Sideline reads, or a tab that is no CRM at all while there is a history. */
  | ({
      kind: 'today';
      /** The site of this tab if Sideline reads it. */
      site: { origin: string; host: string } | null;
    } & TodayShown)
  /** A CRM that Sideline knows, on a site that it may not read yet. */
  | { kind: 'ask-access'; crm: string; origin: string; host: string; refused: boolean }
  /** No CRM that Sideline knows. `loaded` where there is a history to answer from. */
  | { kind: 'unknown-site'; host: string | null; loaded: TodayShown | null }
  /** Access is granted and the user switched reading off. */
  | { kind: 'off'; crm: string | null; origin: string; host: string }
  /** Hidden in all tabs by the user. */
  | { kind: 'hidden' }
  /** Reading is allowed and no deal was seen yet. */
  | { kind: 'empty'; host: string | null; welcomed: boolean }
  /** What reading the page of this tab comes to. */
  | { kind: 'diagnosis'; diagnosis: Diagnosis; taught: boolean }
  | { kind: 'error'; what: string; safe: string; next: string };
