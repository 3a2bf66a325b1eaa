import type { Deal } from '../history/types.ts';
import { readCourierLine } from '../process/courier-line.ts';
import { nextStepDue } from '../process/next-step-due.ts';
import type { DealCard, PromiseLine } from './card.ts';
import { isOpen } from './list-promises.ts';
import { shorten } from './words/clean-text.ts';
import type { Speaker } from './words/dates.ts';
import type { Words } from './words/english.ts';

/** What happens next: the earliest open promise, else what the CRM says. `ahead`: its day has not gone by. */
export type NextStep = { shown: NonNullable<DealCard['nextStep']>; ahead: boolean };

export function findNextStep(
  deal: Deal,
  promises: readonly PromiseLine[],
  words: Words,
  say: Speaker,
): NextStep | null {
  const promise = promises.find(isOpen);
  const due = nextStepDue(deal);
  const text = deal.fields.nextStep?.value ?? null;
  if (promise && (!due || promise.by <= due.due)) {
    const shown = { text: words.lines.step(promise.who, promise.what), due: promise.byText, from: 'promise' as const };
    return { shown, ahead: promise.by >= say.today };
  }
  if (text === null && due === null) return null;
  const courier = text === null ? null : readCourierLine(text, say.today);
  const shown = {
    text: courier
      ? words.lines.step(shorten(courier.who), shorten(courier.what, 120))
      : text === null
        ? words.lines.unnamedStep
        : shorten(text, 160),
    due: due ? say.weekday(due.due) : null,
    from: 'crm' as const,
  };
  return { shown, ahead: due === null || due.due >= say.today };
}
