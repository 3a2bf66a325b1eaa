import type { Agenda } from '../lib/coaching/agenda/agenda.ts';
import type { SpreadRow } from '../lib/coaching/agenda/spread.ts';
import type { Day } from '../lib/deal/day.ts';
import type { PageDifference } from '../lib/deal/person-page.ts';
import type { OneToOne, TalkPart } from '../lib/deal/talk.ts';
import type { Work } from './actions.ts';

/** The agenda on screen. */
export type ShownAgenda = {
  agenda: Agenda;
  /** What was written so far; null: nothing yet. */
  talk: OneToOne | null;
  /** Another one: the fields are filled anew. */
  turn: number;
  today: Day;
  /** Who can promise something, the rep first. */
  promisers: string[];
  /** It was not said yet who leads. */
  asksWhoLeads: boolean;
};

/** A person's page that was read whole, and what it would bring; nothing of it was taken in yet. */
export type ReadPage = { person: string; madeAt: number; deals: number; difference: PageDifference };

export type AgendaState = {
  /** Everybody with whom there is something to talk about, in the order of the roster; null while it is read. */
  spread: SpreadRow[] | null;
  isRep: boolean;
  shown: ShownAgenda | null;
  /** Where notes are on their way to the disk, and where they arrived. */
  kept: 'keeping' | 'kept' | null;
  read: ReadPage | null;
  problem: string | null;
};

export type NewPromise = { deal: string; what: string; who: string; by: Day; proof: string | null };

/** Each fails with the sentence to show. What is written is kept as it is typed. */
export type AgendaActions = {
  pick(person: string): void;
  note(part: TalkPart, text: string): void;
  pickDeal(deal: string | null): void;
  setWhole(whole: boolean): void;
  practise(practice: string): void;
  setNext(day: Day | null): void;
  makePromise(promise: NewPromise): Work;
  finish(): Work;
  takeUp(): Work;
  copy(): Work;
  print(): Work;
  saveFile(): Work;
  readFile(file: File): Promise<void>;
  takeIn(): Work;
  leaveOut(): void;
};
