import type { Day } from '../../deal/day.ts';
import { readCourierLine } from '../courier-line.ts';
import { isVagueStep, letters, SAYS_LEAST } from '../step-wording.ts';
import { findDate, type WrittenDate } from './find-date.ts';
import { languageOf, type Span } from './find-hedges.ts';
import { ACTORS, BUYERS, DEEDS, OFFICES } from './step-words.ts';

export type StepCheck = {
  /** Who acts, what is done, by when, and the buyer's part in it: where the text says so; null where it does not. */
  actor: Span | null;
  action: Span | null;
  date: WrittenDate | null;
  side: Span | null;
  /** One plain question, for the first that lacks; null where nothing does. */
  ask: string | null;
};

type StepNames = {
  /** Ours, and theirs, by name. */
  people: readonly string[];
  contacts: readonly string[];
  /** The day of a field beside the text, where there is one. */
  due?: Day | null;
};

/** Shorter parts of a name are initials and titles. */
const NAME_LEAST = 3;

const anyOf = (words: string, flags = 'iu') => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, flags);
const ANY_ACTOR = new Map(Object.entries(ACTORS).map(([language, words]) => [language, anyOf(words)] as const));
const ANY_BUYER = anyOf(BUYERS);
const ANY_OFFICE = anyOf(OFFICES);
/** "Ana", "Herr Lorenz", "Mme Morel", before what they do. */
const NAMED = new RegExp(
  `(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{Ll}’'-]+(?: \\p{Lu}[\\p{Ll}’'-]+){0,2}(?= (?:${DEEDS})(?![\\p{L}]))`,
  'u',
);

/** What a next step says of who does what by when, and what it leaves open. Guesses nothing: "Thursday" is asked about. */
export function checkStep(text: string, { people, contacts, due = null }: StepNames): StepCheck {
  const courier = readCourierLine(text);
  const contact = courier?.side === 'theirs' ? at(text, courier.who) : nameIn(text, contacts);
  const buyer = contact ?? find(ANY_BUYER, text);
  const actor =
    (courier && at(text, courier.who)) ??
    contact ??
    nameIn(text, people) ??
    find(NAMED, text) ??
    actorIn(text) ??
    buyer ??
    find(ANY_OFFICE, text);
  const found = findDate(text);
  const date = courier && found ? { ...found, day: courier.by } : found;
  const action = courier ? at(text, courier.what) : actionIn(text, [actor, date]);
  const check = { actor, action, date, side: courier?.side === 'theirs' ? (contact ?? actor) : buyer };
  return { ...check, ask: question(check, due) };
}

function question({ actor, action, date, side }: Omit<StepCheck, 'ask'>, due: Day | null): string | null {
  if (!actor) return 'Who does it?';
  if (!action) return 'What will be done?';
  if (due === null && !date) return 'By which day?';
  if (due === null && date?.day === null) return `Which day is “${date.text}”, with month and year?`;
  return side ? null : 'What does the buyer do in it?';
}

const find = (pattern: RegExp, text: string): Span | null => {
  const match = pattern.exec(text);
  return match ? { from: match.index, to: match.index + match[0].length, text: match[0] } : null;
};

function actorIn(text: string): Span | null {
  const words = ANY_ACTOR.get(languageOf(text));
  return words ? find(words, text) : null;
}

const at = (text: string, part: string): Span | null => {
  const from = part === '' ? -1 : text.indexOf(part);
  return from < 0 ? null : { from, to: from + part.length, text: part };
};

/** The first of these people whom the text names, whole or by one part of the name. */
function nameIn(text: string, names: readonly string[]): Span | null {
  const parts = names.flatMap((name) => [name, ...name.split(/[\s,]+/)]).filter((part) => part.length >= NAME_LEAST);
  if (parts.length === 0) return null;
  const words = parts.sort((a, b) => b.length - a.length).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return find(anyOf(words.join('|')), text);
}

/** The longest stretch beside actor and date, where the step is not one that says nothing. */
function actionIn(text: string, beside: readonly (Span | null)[]): Span | null {
  if (isVagueStep(text)) return null;
  const cuts = beside.filter((span) => span !== null).sort((a, b) => a.from - b.from);
  const stretches: Span[] = [];
  let from = 0;
  for (const cut of [...cuts, { from: text.length, to: text.length }]) {
    if (cut.from > from) stretches.push({ from, to: cut.from, text: text.slice(from, cut.from) });
    from = Math.max(from, cut.to);
  }
  const [longest] = stretches.sort((a, b) => letters(b.text) - letters(a.text));
  return longest && letters(longest.text) >= SAYS_LEAST ? longest : null;
}
