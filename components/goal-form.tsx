import type { Money } from '../lib/deal/money.ts';
import type { Work } from './actions.ts';
import { AmountFields, useTypedAmount } from './amount-fields.tsx';
import { useAct } from './use-act.ts';

type GoalFormProps = { period: string; currency: string; setGoal: (goal: Money) => Work };

/** One number and its currency: without it "are we behind" has no answer. */
export function GoalForm({ period, currency, setGoal }: GoalFormProps) {
  const typed = useTypedAmount(currency);
  const { amount } = typed;
  const act = useAct();
  return (
    <form
      class="inline goal"
      onSubmit={(event) => {
        event.preventDefault();
        if (amount !== null) act.run(() => setGoal(amount));
      }}
    >
      <AmountFields typed={typed} label={`Goal, ${period}`} example="600,000" codes={[currency]} />
      <button type="submit" class="button solid" aria-busy={act.busy}>
        Set goal
      </button>
    </form>
  );
}
