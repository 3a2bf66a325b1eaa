import type { ComponentChildren } from 'preact';
import type { Work } from './actions.ts';
import { keepFocus } from './keep-focus.ts';
import { useAct } from './use-act.ts';

export type ActButtonProps = {
  work: () => Work;
  done?: (() => void) | undefined;
  look?: 'plain' | 'soft' | 'solid' | 'text';
  /** Where the visible words need their deal or promise to be understood alone. */
  label?: string | undefined;
  title?: string | undefined;
  children: ComponentChildren;
};

/** A button that shows its own waiting. It stays focusable meanwhile, so that the keyboard does not lose its place. */
export function ActButton({ work, done, look = 'plain', label, title, children }: ActButtonProps) {
  const act = useAct();
  return (
    <button
      type="button"
      class={`button ${look}`}
      aria-label={label}
      title={title}
      aria-busy={act.busy}
      onClick={(event) => {
        const refocus = keepFocus(event.currentTarget);
        act.run(work, () => {
          done?.();
          refocus();
        });
      }}
    >
      {children}
    </button>
  );
}
