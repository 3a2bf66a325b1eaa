import type { ComponentChildren } from 'preact';
import type { Work } from './actions.ts';
import { useKeptFocus } from './keep-focus.ts';
import { useAct } from './use-act.ts';

export type ActButtonProps = {
  work: () => Work;
  done?: (() => void) | undefined;
  look?: 'plain' | 'soft' | 'solid' | 'text';
  /** Where the visible words need their deal or promise to be understood alone. */
  label?: string | undefined;
  title?: string | undefined;
  /** The key that does the same; the words show it. */
  keys?: string | undefined;
  children: ComponentChildren;
};

/** A button that shows its own waiting. It stays focusable meanwhile, so that the keyboard does not lose its place. */
export function ActButton({ work, done, look = 'plain', label, title, keys, children }: ActButtonProps) {
  const act = useAct();
  const ref = useKeptFocus();
  return (
    <button
      type="button"
      ref={ref}
      class={`button ${look}`}
      aria-label={label}
      title={title}
      aria-keyshortcuts={keys}
      aria-busy={act.busy}
      onClick={() => act.run(work, done)}
    >
      {children}
    </button>
  );
}
