import { useState } from 'preact/hooks';
import { type Money, money } from '../lib/deal/money.ts';
import type { Work } from './actions.ts';
import { parseAmount } from './parse-amount.ts';
import { useAct } from './use-act.ts';

type ClosedProps = {
  /** Nothing, in each currency that may be typed. */
  likes: readonly Money[];
  set(closed: Money): Work;
};

const nameOf = ({ currency, symbol }: Money) => currency ?? symbol ?? '';

/** What the CRM itself says was closed, typed from its own report, one currency at a time. */
export function ClosedForm({ likes, set }: ClosedProps) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const act = useAct();
  const amount = parseAmount(text);
  const like = likes[at] ?? likes[0];
  if (!like) return null;
  return (
    <form
      class="inline"
      onSubmit={(event) => {
        event.preventDefault();
        if (amount !== null) act.run(() => set({ ...like, minor: money(amount, like.currency).minor }));
      }}
    >
      <label class="wide">
        <span>Closed by the CRM’s own report</span>
        <input
          inputMode="decimal"
          autocomplete="off"
          value={text}
          aria-invalid={text !== '' && amount === null}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <label>
        <span>Currency</span>
        <select value={at} onChange={(event) => setAt(Number(event.currentTarget.value))}>
          {likes.map((one, index) => (
            <option key={nameOf(one)} value={index}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="button" aria-busy={act.busy}>
        Compare
      </button>
    </form>
  );
}
