import { useState } from 'preact/hooks';
import type { StepLine, StepList } from '../lib/coaching/reminders/list-steps.ts';
import { type Day, isDay } from '../lib/deal/day.ts';
import { ActButton } from './act-button.tsx';
import type { StepActions } from './actions.ts';
import { DealLink, type Visit } from './deal-rows.tsx';
import { nextWeek } from './format-day.ts';
import { useAct } from './use-act.ts';

type YourStepsProps = { steps: StepList; actions: StepActions; visit: Visit };

/** The user's own dated steps: those of today and before, then what comes this week. Nothing where there is none. */
export function YourSteps({ steps: { today, due, ahead }, actions, visit }: YourStepsProps) {
  if (due.length + ahead.length === 0) return null;
  const items = (lines: StepLine[]) =>
    lines.map((step) => <StepItem key={step.key} {...{ step, today, actions, visit }} />);
  return (
    <section class="part" data-part="steps">
      <h3>Your steps</h3>
      {due.length > 0 ? <ol class="deals">{items(due)}</ol> : <p class="quiet">None today.</p>}
      {ahead.length > 0 && (
        <details class="fold">
          <summary>
            Coming<span class="figure">{ahead.length}</span>
          </summary>
          <ol class="deals">{items(ahead)}</ol>
        </details>
      )}
    </section>
  );
}

type ItemProps = { step: StepLine; today: Day; actions: StepActions; visit: Visit };

function StepItem({ step, today, actions, visit }: ItemProps) {
  const [open, setOpen] = useState(false);
  const { text, promise } = step;
  return (
    <li data-step={promise === null ? 'crm' : 'promise'}>
      <p class="row">
        <b>{text}</b>
        <time dateTime={step.by}>{step.when}</time>
      </p>
      <p class="quiet">
        <DealLink row={{ ...step, name: step.dealName, detail: '', amount: null }} visit={visit} />
        {promise === null && ' · stands in the CRM'}
      </p>
      <div class="buttons tight">
        <ActButton label={`Done: ${text}`} work={() => actions.done(step)}>
          Done
        </ActButton>
        {step.by <= today && (
          <ActButton label={`Tomorrow: ${text}`} work={() => actions.putOff(step)}>
            Tomorrow
          </ActButton>
        )}
        <button
          type="button"
          class="button"
          aria-label={`More: ${text}`}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          More
        </button>
      </div>
      {open && <More {...{ step, today, actions }} />}
    </li>
  );
}

function More({ step, today, actions }: Omit<ItemProps, 'visit'>) {
  const { text, promise } = step;
  return (
    <>
      {promise !== null && <AnotherDay {...{ step, today, actions }} />}
      {step.mayRing && <Alarm {...{ step, actions }} />}
      <div class="buttons tight">
        {promise !== null && (
          <ActButton label={`Drop: ${text}`} work={() => actions.drop(step)}>
            Drop
          </ActButton>
        )}
        <ActButton label={`Calendar file: ${text}`} work={() => actions.saveCalendarFile(step)}>
          Calendar file
        </ActButton>
      </div>
    </>
  );
}

function AnotherDay({ step, today, actions }: Omit<ItemProps, 'visit'>) {
  const [by, setBy] = useState(nextWeek(step.by > today ? step.by : today));
  const act = useAct();
  return (
    <form
      class="inline"
      onSubmit={(event) => {
        event.preventDefault();
        if (isDay(by)) act.run(() => actions.move(step, by));
      }}
    >
      <label>
        <span>Another day</span>
        <input type="date" required min={today} value={by} onInput={(event) => setBy(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button" aria-busy={act.busy}>
        Move
      </button>
    </form>
  );
}

/** A time on the step's day. The browser is asked inside the click whether it may show it. */
function Alarm({ step, actions }: Pick<ItemProps, 'step' | 'actions'>) {
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
