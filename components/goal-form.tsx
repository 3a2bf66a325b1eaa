import { useState } from 'preact/hooks';
import { type Money, money } from '../lib/deal/money.ts';
import type { Work } from './actions.ts';
import { codesWith } from './currency-codes.ts';
import { useAct } from './use-act.ts';

type GoalFormProps = { period: string; currency: string; setGoal: (goal: Money) => Work };

/** One number and its currency: without it "are we behind" has no answer. */
export function GoalForm({ period, currency, setGoal }: GoalFormProps) {
  const [text, setText] = useState('');
  const [code, setCode] = useState(currency);
  const act = useAct();
  const amount = parseGoal(text);
  return (
    <form
      class="inline goal"
      onSubmit={(event) => {
        event.preventDefault();
        if (amount !== null) act.run(() => setGoal(money(amount, code)));
      }}
    >
      <label class="grow">
        <span>Goal, {period}</span>
        <input
          required
          inputMode="decimal"
          autocomplete="off"
          placeholder="600,000"
          value={text}
          aria-invalid={text !== '' && amount === null}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <label class="code">
        <span>Currency</span>
        <select value={code} onChange={(event) => setCode(event.currentTarget.value)}>
          {codesWith(currency).map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <button type="submit" class="button solid" aria-busy={act.busy}>
        Set goal
      </button>
    </form>
  );
}

/**
 * A whole amount, as a goal is: "600,000", "600.000", "600 000", "600'000", "600k", "1.2m". A single separator before
 * exactly three digits groups; before one or two it is a decimal point.
 */
export function parseGoal(text: string): number | null {
  const match = /^[^\d-]*(\d[\d.,'’\s]*?)\s*([km])?[^\dkm]*$/iu.exec(text.trim());
  if (!match?.[1]) return null;
  const scale = { k: 1e3, m: 1e6 }[(match[2] ?? '').toLowerCase()] ?? 1;
  const decimal = /[.,](\d{1,2})$/.exec(match[1]);
  const whole = decimal ? match[1].slice(0, -decimal[0].length) : match[1];
  const amount = Number(`${whole.replace(/\D/g, '')}.${decimal?.[1] ?? '0'}`) * scale;
  return Number.isFinite(amount) && amount > 0 && amount <= 1e12 ? amount : null;
}
