import { useState } from 'preact/hooks';
import type { Work } from '../actions.ts';
import { useAct } from '../use-act.ts';

/** What was chosen shows while it is being kept; what stands there shows again where it was not. */
function useChosen<T>(value: T, set: (value: T) => Work) {
  const [chosen, setChosen] = useState(value);
  const act = useAct();
  const choose = (next: T) => {
    setChosen(next);
    act.run(() => set(next));
  };
  return { shown: act.busy ? chosen : value, busy: act.busy, choose };
}

type ChoiceProps<T extends string> = {
  label: string;
  /** Where the visible label needs its person or site to be understood alone. */
  name?: string;
  value: T;
  options: readonly (readonly [T, string])[];
  set: (value: T) => Work;
  disabled?: boolean;
};

/** A list to choose from, kept as soon as it is chosen. */
export function Choice<T extends string>({ label, name, value, options, set, disabled = false }: ChoiceProps<T>) {
  const { shown, busy, choose } = useChosen(value, set);
  return (
    <label>
      <span>{label}</span>
      <select
        value={shown}
        aria-label={name}
        aria-busy={busy}
        disabled={disabled}
        onChange={({ currentTarget }) => choose(currentTarget.value as T)}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

type TickProps = { label: string; name?: string; checked: boolean; set: (on: boolean) => Work; disabled?: boolean };

/** A box to tick, kept as soon as it is ticked. */
export function Tick({ label, name, checked, set, disabled = false }: TickProps) {
  const { shown, busy, choose } = useChosen(checked, set);
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={shown}
        aria-label={name}
        aria-busy={busy}
        disabled={disabled}
        onChange={({ currentTarget }) => choose(currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
