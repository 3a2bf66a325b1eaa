import { useState } from 'preact/hooks';
import { progress } from '../lib/coaching/review/review-state.ts';
import { ActButton } from './act-button.tsx';
import type { PopupActions } from './actions.ts';
import { DealView, type TypedNotes } from './deal-view.tsx';
import { Key } from './key.tsx';
import { Mark } from './mark.tsx';
import type { PopupState } from './popup-state.ts';
import { PopupBody } from './popup-view.tsx';
import { ReviewEnd } from './review-end.tsx';
import { ReviewRun } from './review-run.tsx';
import { ReviewStart } from './review-start.tsx';
import type { ReviewActions, ReviewScreen } from './review-state.ts';
import { ReportFailure } from './use-act.ts';

export type PanelProps = {
  state: PopupState;
  actions: PopupActions;
  review: ReviewScreen;
  reviewActions: ReviewActions;
  me?: string | null;
  notice?: string | null;
  typedNotes?: TypedNotes;
};

/** Beside the page: the deal that stands open in it, and the review run. */
export function PanelView(props: PanelProps) {
  const { state, actions, review: screen, reviewActions, me = null, notice = null, typedNotes = null } = props;
  const [failed, setFailed] = useState<string | null>(null);
  // Hidden is hidden, a run as well: somebody else may look at the screen.
  const review: ReviewScreen = state.kind === 'hidden' ? { kind: 'follow', paused: null } : screen;
  const following = review.kind === 'follow';
  const deal = following && state.kind === 'deal' ? state : null;
  return (
    <ReportFailure.Provider value={setFailed}>
      <main class="sideline panel" data-kind={following ? state.kind : review.kind}>
        <header class="mast">
          <Mark />
          <h1>{following ? 'Sideline' : 'Review'}</h1>
          <Doors state={state} review={review} actions={reviewActions} />
        </header>
        {deal ? (
          <DealView
            key={deal.card.deal}
            state={deal}
            actions={actions}
            me={me}
            error={failed}
            notice={notice}
            typedNotes={typedNotes}
          />
        ) : (
          <>
            <Middle state={state} actions={actions} review={review} reviewActions={reviewActions} me={me} />
            <div class="lines" aria-live="polite">
              {failed && <p class="line error">{failed}</p>}
              {notice && <p class="line">{notice}</p>}
            </div>
          </>
        )}
      </main>
    </ReportFailure.Provider>
  );
}

/** Into a review and out of it, from wherever one is. */
function Doors({ state, review, actions }: { state: PopupState; review: ReviewScreen; actions: ReviewActions }) {
  if (review.kind === 'plan') {
    return (
      <ActButton look="text" work={() => actions.pause()}>
        Back
      </ActButton>
    );
  }
  if (review.kind === 'run') {
    return (
      <ActButton look="text" keys="q" title="The run waits until you go on" work={() => actions.pause()}>
        Pause <Key name="q" />
      </ActButton>
    );
  }
  if (review.kind !== 'follow') return null;
  if (review.paused) {
    const { place, of } = progress(review.paused);
    return (
      <ActButton look="text" work={() => actions.resume()}>
        Go on with the review, {place} of {of}
      </ActButton>
    );
  }
  return state.kind === 'deal' ? (
    <ActButton look="text" work={() => actions.plan()}>
      Start a review
    </ActButton>
  ) : null;
}

function Middle({ state, actions, review, reviewActions, me }: PanelProps) {
  switch (review.kind) {
    case 'plan':
      return <ReviewStart plan={review.plan} actions={reviewActions} />;
    case 'run':
      return (
        <ReviewRun
          review={review.review}
          card={review.card}
          today={review.today}
          actions={reviewActions}
          me={me ?? null}
        />
      );
    case 'end':
      return <ReviewEnd review={review.review} actions={reviewActions} />;
    case 'follow':
      return (
        <div class="scroll">
          {state.kind === 'today' && !review.paused && (
            <section class="invite" aria-label="Review">
              <p>The deals that call for a talk, one after the other: two inputs each, and a list to take along.</p>
              <ActButton look="solid" work={() => reviewActions.plan()}>
                Start a review
              </ActButton>
            </section>
          )}
          {state.kind !== 'deal' && <PopupBody state={state} actions={actions} />}
        </div>
      );
  }
}
