import { useState } from 'preact/hooks';
import type { StepLine } from '../lib/coaching/reminders/list-steps.ts';
import type { Day } from '../lib/deal/day.ts';
import { ActButton } from './act-button.tsx';
import type { StepActions } from './actions.ts';
import { useAct } from './use-act.ts';

type PartProps = { step: StepLine; actions: StepActions };

/** Until the next working day, of what is due. */
export function PutOff({ step, today, actions }: PartProps & { today: Day }) {
  if (step.by > today) return null;
  return (
    <ActButton label={`Tomorrow: ${step.text}`} work={() => actions.putOff(step)}>
      Tomorrow
    </ActButton>
  );
}

export function CalendarFile({ step, actions }: PartProps) {
  return (
    <ActButton label={`Calendar file: ${step.text}`} work={() => actions.saveCalendarFile(step)}>
      Calendar file
    </ActButton>
  );
}

/** A time on the step's day. The browser is asked inside the click whether it may show it. */
export function Alarm({ step, actions }: PartProps) {
  const [time, setTime] = useState('09:00');
  const act = useAct();
  return (
    <form
      class="inline"
      onSubmit={(event) => {
        event.preventDefault();
        act.run(() => actions.setAlarm(step, time));
      }}
    >
      <label>
        <span>Alarm on its day</span>
        <input type="time" required value={time} onInput={(event) => setTime(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button" aria-busy={act.busy}>
        Set
      </button>
      {step.remindAt !== null && (
        <ActButton label={`No alarm: ${step.text}`} work={() => actions.setAlarm(step, null)}>
          No alarm
        </ActButton>
      )}
    </form>
  );
}
