import { ActButton } from './act-button.tsx';
import type { LimitsActions, LimitsState } from './limits-state.ts';
import { sayMarked } from './limits-words.ts';

type LimitsBarProps = {
  state: LimitsState;
  isInvalid: boolean;
  saved: () => void;
  afresh: () => void;
  actions: LimitsActions;
};

/** What the changes come to, always in sight, and what to do with them. */
export function LimitsBar({ state, isInvalid, saved, afresh, actions }: LimitsBarProps) {
  const { known, today, after } = state;
  return (
    <section class="savebar" aria-label="Changes that are not saved">
      <p role="status">
        {known?.deals === 0 && 'Not saved yet. There are no deals to try it on.'}
        {known?.deals !== 0 && (today && after ? sayMarked(after, today) : 'Counting…')}
      </p>
      <div class="bar">
        <ActButton
          look="solid"
          work={() => {
            if (isInvalid) throw new Error('One of the figures is none. Put it right, then save.');
            return actions.save();
          }}
          done={saved}
        >
          Save
        </ActButton>
        <ActButton work={() => actions.undo()} done={afresh}>
          Undo
        </ActButton>
        <ActButton work={() => actions.discard()} done={afresh}>
          Discard
        </ActButton>
      </div>
    </section>
  );
}
