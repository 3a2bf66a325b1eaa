import { useState } from 'preact/hooks';
import { formatMoney, type Money, money } from '../lib/deal/money.ts';
import type { Work } from './actions.ts';
import { codesWith } from './currency-codes.ts';
import { parseGoal } from './goal-form.tsx';
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
const parse = (text: string): number | null => (/^\s*0\s*$/.test(text) ? 0 : parseGoal(text));

/** What the quarter will bring in all, as somebody says it. */
export function CallForm({ quarter, people, by, unit, locale, say }: CallProps) {
  const [text, setText] = useState('');
  const [code, setCode] = useState(unit.currency ?? 'USD');
  const [at, setAt] = useState(0);
  const [done, setDone] = useState('');
  const act = useAct();
  const amount = parse(text);
  const person = people[at] ?? null;
  return (
    <form
      class="inline call"
      aria-label={`Your call for ${quarter.title}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (amount === null) return;
        const said = money(amount, code);
        act.run(
          () => say({ quarter: quarter.id, person, amount: said }),
          () => {
            setText('');
            setDone(
              `Said: ${formatMoney(said, locale)} for ${quarter.title}${by === 'rep' ? '' : `, ${person ?? 'everybody'}`}.`,
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
      <label class="grow">
        <span>{quarter.title} will bring in all</span>
        <input
          required
          inputMode="decimal"
          autocomplete="off"
          placeholder="565,000"
          value={text}
          aria-invalid={text !== '' && amount === null}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <label class="code">
        <span>Currency</span>
        <select value={code} onChange={(event) => setCode(event.currentTarget.value)}>
          {codesWith(unit.currency).map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <button type="submit" class="button solid" aria-busy={act.busy}>
        Say it
      </button>
      <p role="status">{done}</p>
    </form>
  );
}
