import type { StepLine } from '../lib/coaching/reminders/list-steps.ts';
import type { Day } from '../lib/deal/day.ts';
import type { StepActions } from './actions.ts';
import { Alarm, CalendarFile, PutOff } from './step-parts.tsx';
import { StepItem } from './your-steps.tsx';

/** The user's own dated steps of one deal. `resting`: the keys of those that were put off. */
export type DealStepList = { today: Day; lines: StepLine[]; resting: string[] };

type DealStepsProps = { steps: DealStepList; actions: StepActions };

/** What stands in the CRM alone; promises have their own line in the card. */
export function DealSteps({ steps: { today, lines, resting }, actions }: DealStepsProps) {
  const alone = lines.filter(({ key, promise }) => promise === null && !resting.includes(key));
  if (alone.length === 0) return null;
  return (
    <section class="part" data-part="steps">
      <h3>Your steps</h3>
      <ol class="deals">
        {alone.map((step) => (
          <StepItem key={step.key} {...{ step, today, actions }} onDeal />
        ))}
      </ol>
    </section>
  );
}

/** Beside what a card does with a promise: put off, an alarm, the calendar. Nothing where the promise is not the user's. */
export function PromiseReminders({ steps: { today, lines, resting }, actions, id }: DealStepsProps & { id: string }) {
  const step = lines.find(({ promise }) => promise === id);
  if (!step) return null;
  return (
    <details class="more" data-part="remind">
      <summary>{step.remindAt === null ? 'Remind me' : 'Alarm set'}</summary>
      {resting.includes(step.key) && <p class="quiet">Put off until the next working day.</p>}
      {step.mayRing && <Alarm {...{ step, actions }} />}
      <div class="buttons tight">
        {!resting.includes(step.key) && <PutOff {...{ step, today, actions }} />}
        <CalendarFile {...{ step, actions }} />
      </div>
    </details>
  );
}
