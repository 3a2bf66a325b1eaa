import { type Day, isDay } from '../deal/day.ts';
import type { Deal } from '../history/types.ts';
import { readCourierLine } from './courier-line.ts';

export type NextStepDue = { due: Day; from: 'field' | 'text'; text: string | null };

/**
 * When the CRM's next step is due: its own field, else a day that the text writes out (a courier line, or one ISO date).
 * "Friday", "14/11" and two different days are not guessed at.
 */
export function nextStepDue(deal: Pick<Deal, 'fields'>): NextStepDue | null {
  const text = deal.fields.nextStep?.value ?? null;
  const due = isOfThisStep(deal) ? (deal.fields.nextStepDue?.value ?? null) : null;
  if (due !== null) return { due, from: 'field', text };
  if (text === null) return null;
  const written = dayInText(text);
  return written === null ? null : { due: written, from: 'text', text };
}

/** A day that was last seen before the step became another one was the day of the step before. */
function isOfThisStep({ fields: { nextStep, nextStepDue } }: Pick<Deal, 'fields'>): boolean {
  return !nextStep || !nextStepDue || nextStep.after === null || nextStepDue.lastSeenAt >= nextStep.seenAt;
}

/** The one day that a text names, null where it names none or several. */
export function dayInText(text: string): Day | null {
  const courier = readCourierLine(text);
  if (courier) return courier.by;
  const days = new Set((text.match(/(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/g) ?? []).filter(isDay));
  const [only] = days;
  return days.size === 1 && only !== undefined ? only : null;
}
