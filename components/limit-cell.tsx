import { useState } from 'preact/hooks';
import { parseFigure } from './limits-words.ts';

export type LimitCellProps = {
  id: string;
  label: string;
  /** The figure in force; null: off. */
  figure: number | null;
  /** What holds without it, in words. */
  otherwise: string;
  /** What "on" comes to where the signal is on or off; undefined where it has a figure. */
  onAs: number | undefined;
  isChanged: boolean;
  isSet: boolean;
  set: (figure: number | null) => void;
  /** Whether what stands in it is no limit. */
  tellInvalid: (invalid: boolean) => void;
};

/** One limit of one signal in one kind of stage. An empty one is off. */
export function LimitCell(props: LimitCellProps) {
  const { id, label, figure, otherwise, onAs, isChanged, isSet, set, tellInvalid } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const own = isSet ? 'yours' : undefined;
  if (onAs !== undefined) {
    return (
      <label class="switch" data-changed={isChanged} data-own={own}>
        <input
          id={id}
          type="checkbox"
          checked={figure !== null}
          aria-label={label}
          aria-describedby={`${id}-otherwise`}
          onChange={(event) => set(event.currentTarget.checked ? onAs : null)}
        />
        <span id={`${id}-otherwise`}>{otherwise}</span>
      </label>
    );
  }
  const shown = typed ?? (figure === null ? '' : String(figure));
  const isInvalid = typed !== null && parseFigure(typed) === undefined;
  return (
    <div class="cell" data-changed={isChanged} data-own={own}>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        size={5}
        placeholder="off"
        value={shown}
        aria-label={label}
        aria-invalid={isInvalid}
        aria-describedby={isInvalid ? `${id}-problem` : `${id}-otherwise`}
        onInput={(event) => {
          const text = event.currentTarget.value;
          const parsed = parseFigure(text);
          setTyped(text);
          tellInvalid(parsed === undefined);
          if (parsed !== undefined) set(parsed);
        }}
        onBlur={() => {
          // What is no figure stays to be put right.
          if (typed !== null && parseFigure(typed) !== undefined) setTyped(null);
        }}
      />
      <span class="quiet" id={`${id}-otherwise`}>
        {otherwise}
      </span>
      {isInvalid && (
        <span class="problem" id={`${id}-problem`}>
          A figure from 0 to 10,000, or nothing for off.
        </span>
      )}
    </div>
  );
}
