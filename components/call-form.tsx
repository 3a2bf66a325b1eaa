import { useState } from 'preact/hooks';
import { formatMoney, type Money } from '../lib/deal/money.ts';
import type { Work } from './actions.ts';
import { AmountFields, useTypedAmount } from './amount-fields.tsx';
import { parseAmount } from './parse-amount.ts';
import { useAct } from './use-act.ts';

/** `person` null: everybody. */
export type TypedCall = { quarter: string; person: string | null; amount: Money };

type CallProps = {
  quarter: { id: string; title: string };
  people: readonly (string | null)[];
  by: 'manager' | 'rep';
  /** In what most amounts are. */
  unit: Money;
  locale: string | undefined;
  say(call: TypedCall): Work;
};

/** "Nothing" is a call as well. */
const parse = (text: string): number | null => (/^\s*0\s*$/.test(text) ? 0 : parseAmount(text));

/** What the quarter will bring in all, as somebody says it. */
export function CallForm({ quarter, people, by, unit, locale, say }: CallProps) {
  const typed = useTypedAmount(unit.currency ?? 'USD', parse);
  const [at, setAt] = useState(0);
  const [done, setDone] = useState('');
  const act = useAct();
  const { amount } = typed;
  const person = people[at] ?? null;
  return (
    <form
      class="inline call"
      aria-label={`Your call for ${quarter.title}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (amount === null) return;
        act.run(
          () => say({ quarter: quarter.id, person, amount }),
          () => {
            typed.type('');
            setDone(
              `Said: ${formatMoney(amount, locale)} for ${quarter.title}${by === 'rep' ? '' : `, ${person ?? 'everybody'}`}.`,
            );
          },
        );
      }}
    >
      {by === 'manager' && (
        <label>
          <span>Your call for</span>
          <select value={at} onChange={(event) => setAt(Number(event.currentTarget.value))}>
            {people.map((each, index) => (
              <option key={each ?? ''} value={index}>
                {each ?? 'everybody'}
              </option>
            ))}
          </select>
        </label>
      )}
      <AmountFields
        typed={typed}
        label={`${quarter.title} will bring in all`}
        example="565,000"
        codes={[unit.currency]}
      />
      <button type="submit" class="button solid" aria-busy={act.busy}>
        Say it
      </button>
      <p role="status">{done}</p>
    </form>
  );
}
