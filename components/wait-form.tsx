import { useState } from 'preact/hooks';
import { isDay } from '../lib/deal/day.ts';
import { focusFirst } from './focus-first.ts';
import { FormFrame } from './form-frame.tsx';
import { nextWeek } from './format-day.ts';
import type { FormProps } from './step-form.tsx';

/** An agreed wait: what for, until when, and who said so. */
export function WaitForm({ today, actions, onDone }: FormProps) {
  const [what, setWhat] = useState('');
  const [until, setUntil] = useState(nextWeek(nextWeek(today)));
  const [saidBy, setSaidBy] = useState('');
  return (
    <FormFrame
      title="Agreed wait"
      ready={what.trim() !== '' && isDay(until)}
      submit={() => actions.agreeWait({ what: what.trim(), saidBy: saidBy.trim() || 'They', until })}
      onDone={onDone}
    >
      <label class="wide">
        <span>Waiting for</span>
        <input
          required
          maxLength={300}
          value={what}
          placeholder="Their board meets"
          ref={focusFirst}
          onInput={(event) => setWhat(event.currentTarget.value)}
        />
      </label>
      <label>
        <span>Until</span>
        <input
          type="date"
          required
          min={today}
          value={until}
          onInput={(event) => setUntil(event.currentTarget.value)}
        />
      </label>
      <label>
        <span>Who said so</span>
        <input
          maxLength={120}
          value={saidBy}
          placeholder="They"
          onInput={(event) => setSaidBy(event.currentTarget.value)}
        />
      </label>
    </FormFrame>
  );
}
