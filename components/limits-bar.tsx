import { ActButton } from './act-button.tsx';
import type { LimitsActions, LimitsState } from './limits-state.ts';
import { sayMarked } from './limits-words.ts';

type LimitsBarProps = {
  state: LimitsState;
  hasEdits: boolean;
  isInvalid: boolean;
  failed: string | null;
  done: (what: 'saved' | 'undone') => void;
  actions: LimitsActions;
};

/** What the changes come to, always in sight, and what to do with them; once they are saved, that they are. */
export function LimitsBar({ state, hasEdits, isInvalid, failed, done, actions }: LimitsBarProps) {
  const save = () => {
    if (isInvalid) throw new Error('One of the figures is none. Put it right, then save.');
    return actions.save();
  };
  return (
    <section class="savebar" aria-label="Changes">
      <p role="status">{hasEdits ? sayDraft(state) : 'Saved.'}</p>
      {hasEdits && (
        <div class="bar">
          <ActButton look="solid" work={save} done={() => done('saved')}>
            Save
          </ActButton>
          <ActButton work={() => actions.undo()} done={() => done('undone')}>
            Undo
          </ActButton>
          <ActButton work={() => actions.discard()} done={() => done('undone')}>
            Discard
          </ActButton>
        </div>
      )}
      <div aria-live="polite">{failed && <p class="line error">{failed}</p>}</div>
    </section>
  );
}

function sayDraft({ known, today, after }: LimitsState): string {
  if (known?.deals === 0) return 'Not saved yet. There are no deals to try it on.';
  return today && after ? sayMarked(after, today) : 'Counting…';
}
