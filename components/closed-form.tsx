import { useState } from 'preact/hooks';
import { type Money, money } from '../lib/deal/money.ts';
import type { Work } from './actions.ts';
import { parseGoal } from './goal-form.tsx';
import { useAct } from './use-act.ts';

type ClosedProps = { like: Money; set(closed: Money[]): Work };

/** What the CRM itself says was closed, typed from its own report. */
export function ClosedForm({ like, set }: ClosedProps) {
  const [text, setText] = useState('');
  const act = useAct();
  const amount = parseGoal(text);
  return (
    <form
      class="inline"
      onSubmit={(event) => {
        event.preventDefault();
        if (amount !== null) act.run(() => set([{ ...like, minor: money(amount, like.currency).minor }]));
      }}
    >
      <label>
        <span>Closed by the CRM’s own report, {like.currency ?? like.symbol}</span>
        <input
          inputMode="decimal"
          autocomplete="off"
          value={text}
          aria-invalid={text !== '' && amount === null}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button" aria-busy={act.busy}>
        Compare
      </button>
    </form>
  );
}
