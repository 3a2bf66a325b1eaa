import { useState } from 'preact/hooks';
import type { StepLine, StepList } from '../lib/coaching/reminders/list-steps.ts';
import { type Day, isDay } from '../lib/deal/day.ts';
import { ActButton } from './act-button.tsx';
import type { StepActions } from './actions.ts';
import { DealLink, type Visit } from './deal-rows.tsx';
import { nextWeek } from './format-day.ts';
import { Alarm, CalendarFile, PutOff } from './step-parts.tsx';
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

type ItemProps = { step: StepLine; today: Day; actions: StepActions };

/** `onDeal`: among what is said of its deal, which is not named again. */
export function StepItem({ step, today, actions, visit, onDeal }: ItemProps & { visit?: Visit; onDeal?: boolean }) {
  const [open, setOpen] = useState(false);
  const { text, promise } = step;
  return (
    <li data-step={promise === null ? 'crm' : 'promise'}>
      <p class="row">
        <b>{text}</b>
        <time dateTime={step.by}>{step.when}</time>
      </p>
      <p class="quiet">
        {!onDeal && <DealLink row={{ ...step, name: step.dealName, detail: '', amount: null }} visit={visit} />}
        {promise === null && (onDeal ? 'Stands in the CRM' : ' · stands in the CRM')}
      </p>
      <div class="buttons tight">
        <ActButton label={`Done: ${text}`} work={() => actions.done(step)}>
          Done
        </ActButton>
        <PutOff {...{ step, today, actions }} />
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

function More({ step, today, actions }: ItemProps) {
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
        <CalendarFile {...{ step, actions }} />
      </div>
    </>
  );
}

function AnotherDay({ step, today, actions }: ItemProps) {
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
