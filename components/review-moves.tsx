import type { ComponentChildren } from 'preact';
import { Key } from './key.tsx';
import type { ReviewActions } from './review-state.ts';

/** From one deal of a run to another, with what saves between them. */
export function ReviewMoves({ actions, children }: { actions: ReviewActions; children?: ComponentChildren }) {
  return (
    <div class="buttons">
      <button type="button" class="button text" aria-keyshortcuts="b" onClick={() => void actions.back()}>
        Back <Key name="b" />
      </button>
      <button
        type="button"
        class="button text"
        aria-keyshortcuts="n"
        onClick={() => void actions.next()}
        title="n, or Alt+Shift+J anywhere"
      >
        Next <Key name="n" />
      </button>
      {children}
    </div>
  );
}
