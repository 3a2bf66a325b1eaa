import { type Day, dayInZone, daysBetween } from '../deal/day.ts';
import type { Role } from '../deal/role.ts';
import { isOneOf } from '../deal/same-name.ts';
import { dealAsOf } from '../history/deal-as-of.ts';
import { pastAsOf } from '../history/past-as-of.ts';
import type { DealHistory, Moment } from '../history/types.ts';
import { nextStepDue } from '../process/next-step-due.ts';
import { checkStep } from '../process/wording/check-step.ts';
import { findHedges } from '../process/wording/find-hedges.ts';
import { PLAINER } from '../process/wording/hedge-list.ts';
import { isMine } from './is-mine.ts';
import { shorten } from './words/clean-text.ts';

/** Words of the reader's own that say less than they seem to, each with the plainer question. Kept nowhere, counted never. */
export type WordingNote = {
  of: 'step' | 'note' | 'typed';
  /** Of a note. */
  day: Day | null;
  hedges: { word: string; ask: string }[];
  /** The first that a next step leaves open, as a question. */
  ask: string | null;
};

/** A note older than this is no draft any more. */
const NOTE_DAYS = 14;

type WordingInput = { history: DealHistory; moment: Moment; role: Role; me: string | null; people: readonly string[] };

/** What a rep's own next step and last note leave open; nothing for anybody but their writer. */
export function wordingNotes({ history, moment, role, me, people }: WordingInput): WordingNote[] {
  const deal = dealAsOf(history, moment);
  if (role !== 'rep' || me === null || !deal || !isMine({ deal }, me)) return [];
  const past = pastAsOf(history, moment);
  const notes: WordingNote[] = [];
  const step = deal.fields.nextStep?.value;
  if (step) {
    const contacts = past.contacts?.standing.map(({ entry }) => entry.name) ?? [];
    const { ask } = checkStep(step, { people: [me, ...people], contacts, due: nextStepDue(deal)?.due ?? null });
    notes.push({ of: 'step', day: null, hedges: hedgesIn(step), ask });
  }
  const today = dayInZone(moment.asOf, moment.timeZone);
  const own = past.events.findLast(({ entry: { what, who } }) => what === 'note' && isOneOf(who, [me]));
  if (own && daysBetween(own.entry.day, today) <= NOTE_DAYS)
    notes.push({ of: 'note', day: own.entry.day, hedges: hedgesIn(own.entry.text), ask: null });
  return notes.filter(({ hedges, ask }) => hedges.length > 0 || ask !== null);
}

/** What is being typed, for whoever types it. */
export function typedNotes(text: string): WordingNote[] {
  const hedges = hedgesIn(text);
  return hedges.length > 0 ? [{ of: 'typed', day: null, hedges, ask: null }] : [];
}

/** Every plainer question once, beside the first word that calls for it. */
function hedgesIn(text: string): WordingNote['hedges'] {
  const asked = new Map<string, string>();
  for (const { kind, text: word } of findHedges(text))
    if (!asked.has(PLAINER[kind])) asked.set(PLAINER[kind], shorten(word, 60));
  return [...asked].map(([ask, word]) => ({ word, ask }));
}
