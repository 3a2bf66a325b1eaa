import { addDays, addWorkdays, type Day, type WorkCalendar } from '../../deal/day.ts';
import type { ReminderLog } from '../../deal/reminder.ts';
import type { Moment } from '../../history/types.ts';
import { shorten } from '../words/clean-text.ts';
import type { Speaker } from '../words/dates.ts';
import type { Words } from '../words/english.ts';
import { sayWhat, sayWhen } from './digest.ts';
import { type DueStep, lapsesOn } from './due-steps.ts';
import { stepsDue } from './reminder-plan.ts';

/** A step as the popup shows it. Strings are plain text. */
export type StepLine = Pick<DueStep, 'key' | 'deal' | 'promise' | 'by' | 'remindAt' | 'url'> & {
  text: string;
  dealName: string;
  when: string;
  /** An alarm can be set: it is a promise whose day has not gone by. */
  mayRing: boolean;
  /** The next working day: until then the step rests when it is put off. */
  tomorrow: Day;
  /** For what stands in the CRM alone: done there, it is left out until it has lapsed by itself. */
  lapses: Day;
};

/** `due`: today or before, the digest's own. `ahead`: the next few of the week to come. */
export type StepList = { today: Day; due: StepLine[]; ahead: StepLine[] };

const AHEAD_DAYS = 7;
const MOST_AHEAD = 3;

type Said = { calendar: WorkCalendar; words: Words; say: Speaker };
type ListInput = Said & { steps: readonly DueStep[]; log: ReminderLog; moment: Moment };

export function stepLine(step: DueStep, { calendar, words, say }: Said): StepLine {
  const { key, deal, promise, by, remindAt, url } = step;
  return {
    ...{ key, deal, promise, by, remindAt, url },
    text: sayWhat(step, words),
    dealName: shorten(step.name ?? '') || words.unnamed,
    when: sayWhen(step, words, say),
    mayRing: promise !== null && by >= say.today,
    tomorrow: addWorkdays(say.today, 1, calendar),
    lapses: lapsesOn(by, say.today),
  };
}

export function listSteps({ steps, log, moment, ...said }: ListInput): StepList {
  const { today } = said.say;
  const lineOf = (step: DueStep) => stepLine(step, said);
  const ahead = steps.filter(({ by }) => by > today && by <= addDays(today, AHEAD_DAYS));
  return { today, due: stepsDue(steps, log, moment).map(lineOf), ahead: ahead.slice(0, MOST_AHEAD).map(lineOf) };
}
