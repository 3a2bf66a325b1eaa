import type { WordingNote } from '../lib/coaching/say-wording.ts';
import type { PopupActions } from './actions.ts';
import { Checklist } from './checklist.tsx';
import { DealCardView } from './deal-card.tsx';
import { DealSteps, PromiseReminders } from './deal-steps.tsx';
import type { PopupState } from './popup-state.ts';
import { WordingNotes } from './wording-notes.tsx';

/** What there is to say of a next step as it is typed, once the lists of words are there. */
export type TypedNotes = ((typed: string) => WordingNote[]) | null;

export type DealViewProps = {
  state: Extract<PopupState, { kind: 'deal' }>;
  actions: PopupActions;
  me: string | null;
  today?: string | undefined;
  error: string | null;
  notice: string | null;
  typedNotes: TypedNotes;
};

/** A deal in a page of ours: its card, the reader's own steps, what concerns their wording, and its checklist. */
export function DealView({ state, actions, me, today, error, notice, typedNotes }: DealViewProps) {
  const { card, beside } = state;
  return (
    <DealCardView
      card={card}
      actions={actions.card}
      me={me}
      error={error}
      notice={notice}
      {...(today ? { today } : {})}
      stepNote={
        beside && [
          <DealSteps key="steps" steps={beside.steps} actions={actions.steps} />,
          <WordingNotes key="wording" notes={beside.wording} />,
        ]
      }
      moreOfPromise={
        beside ? (id) => <PromiseReminders steps={beside.steps} actions={actions.steps} id={id} /> : undefined
      }
      noteOf={typedNotes ? (typed) => <WordingNotes notes={typedNotes(typed)} /> : undefined}
    >
      {beside && <Checklist state={beside.checklist} actions={actions.checklist} />}
    </DealCardView>
  );
}
