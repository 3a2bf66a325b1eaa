import { shorten } from '../words/clean-text.ts';
import type { Speaker } from '../words/dates.ts';
import type { Words } from '../words/english.ts';
import type { DueStep } from './due-steps.ts';

/** More would be a wall; the rest is a number. */
const MOST_LINES = 5;

export type Digest = { title: string; lines: string[] };

/** The steps of a day in a title and at most five lines, those of today and the latest before it first. */
export function sayDigest(steps: readonly DueStep[], words: Words, say: Speaker): Digest {
  const [first = [], second = []] = [
    steps.filter(({ by }) => by >= say.today),
    steps.filter(({ by }) => by < say.today),
  ];
  const ordered = [...first, ...second.toReversed()];
  const shown = ordered.slice(0, ordered.length > MOST_LINES ? MOST_LINES - 1 : MOST_LINES);
  const rest = ordered.length - shown.length;
  return {
    title: words.steps.title(steps.length),
    lines: [...shown.map((step) => sayStep(step, words, say)), ...(rest > 0 ? [words.steps.more(rest)] : [])],
  };
}

/** "Send the security answers · Fernhill rollout · was due Thu 12 Nov". The next step first. */
export function sayStep(step: DueStep, words: Words, say: Speaker): string {
  return [sayWhat(step, words), shorten(step.name ?? '') || words.unnamed, sayWhen(step, words, say)].join(' · ');
}

/** "Ana: sends the redlines"; our own steps without the name. */
export function sayWhat({ what, who, side }: DueStep, words: Words): string {
  const text = what === null ? words.lines.unnamedStep : shorten(what, 120);
  return side === 'theirs' && who ? words.lines.step(shorten(who), text) : text;
}

/** A look that was made before the day does not know what came of it, and says so. */
export function sayWhen({ by, seenOn, remindAt }: DueStep, words: Words, say: Speaker): string {
  const at = remindAt !== null && say.dayOf(remindAt) === by ? say.clock(remindAt) : null;
  if (by === say.today) return words.steps.today(at);
  if (by > say.today) return words.steps.on(say.weekday(by), at);
  return words.steps.wasDue(say.weekday(by), seenOn < by ? say.weekday(seenOn) : null);
}
