import type { ComponentChildren } from 'preact';
import type { Work } from './actions.ts';
import { useAct } from './use-act.ts';

type FormFrameProps = {
  title: string;
  ready: boolean;
  submit: () => Work;
  onDone: () => void;
  /** Where leaving it is not the same as having saved. */
  onCancel?: () => void;
  /** What the button is called that saves. */
  save?: string;
  children: ComponentChildren;
};

/** A native form: Enter saves, Cancel and Esc leave everything as it was. */
export function FormFrame({
  title,
  ready,
  submit,
  onDone,
  onCancel = onDone,
  save = 'Save',
  children,
}: FormFrameProps) {
  const act = useAct();
  return (
    <form
      class="sheet"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) act.run(submit, onDone);
      }}
      onReset={onCancel}
    >
      <h3>{title}</h3>
      <div class="fields">{children}</div>
      <div class="buttons end">
        <button type="reset" class="button text">
          Cancel
        </button>
        <button type="submit" class="button solid" aria-busy={act.busy}>
          {save}
        </button>
      </div>
    </form>
  );
}
