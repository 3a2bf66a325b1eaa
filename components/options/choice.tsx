import type { Work } from '../actions.ts';
import { useAct } from '../use-act.ts';

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
  const act = useAct();
  return (
    <label>
      <span>{label}</span>
      <select
        value={value}
        aria-label={name}
        aria-busy={act.busy}
        disabled={disabled}
        onChange={({ currentTarget }) => act.run(() => set(currentTarget.value as T))}
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
  const act = useAct();
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={checked}
        aria-label={name}
        aria-busy={act.busy}
        disabled={disabled}
        onChange={({ currentTarget }) => act.run(() => set(currentTarget.checked))}
      />
      <span>{label}</span>
    </label>
  );
}
