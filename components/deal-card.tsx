import type { ComponentChildren, Ref } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DealCard } from '../lib/coaching/card.ts';
import { type Day, dayInZone } from '../lib/deal/day.ts';
import { ActButton } from './act-button.tsx';
import type { CardActions, Work } from './actions.ts';
import { Changes } from './changes.tsx';
import { Clamped } from './clamped.tsx';
import { CloseButton } from './close-button.tsx';
import { Glyph, shapeOf } from './glyph.tsx';
import { Known } from './known.tsx';
import { NextStep } from './next-step.tsx';
import type { MoreOfPromise } from './promise-item.tsx';
import { Proofs } from './proofs.tsx';
import { Question } from './question.tsx';
import { StepForm } from './step-form.tsx';
import { ReportFailure } from './use-act.ts';
import { WaitForm } from './wait-form.tsx';
import { Contacts, Why } from './why.tsx';

export type DealCardProps = {
  card: DealCard;
  actions: CardActions;
  /** Stands for "us" in a promise where nobody is named. */
  me?: string | null;
  /** Today for the user; by default the day of `card.asOf` on this computer. */
  today?: Day;
  /** With it the card can be closed; without it (popup) it shows its own state line. */
  onClose?: (() => void) | undefined;
  /** The card was opened from a list: back to that list's own card. */
  onBack?: (() => Work) | undefined;
  /** Something stands in the way: "Reload this page to continue." */
  error?: string | null | undefined;
  /** Something to know that stops nothing. */
  notice?: string | null | undefined;
  cardRef?: Ref<HTMLElement>;
  /** Below the next step, and below a step as it is typed; in pages of our own. */
  stepNote?: ComponentChildren;
  noteOf?: ((typed: string) => ComponentChildren) | undefined;
  moreOfPromise?: MoreOfPromise;
  /** Further folds; in pages of our own. */
  children?: ComponentChildren;
};

/** One deal, in one screen: the fact, the question, then all that they rest on. */
export function DealCardView(props: DealCardProps) {
  const { card, actions, me, today, onClose, onBack, error, notice, cardRef } = props;
  const [form, setForm] = useState<'step' | 'wait' | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const stepButton = useRef<HTMLButtonElement>(null);
  const waitButton = useRef<HTMLButtonElement>(null);
  const last = useRef<'step' | 'wait' | null>(null);
  const day = today ?? dayInZone(card.asOf, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const { wait } = card;
  const closed = card.lead === 'closed';

  // The focus goes back to the button that opened the form, once that button stands there again.
  useLayoutEffect(() => {
    if (!form && last.current) (last.current === 'step' ? stepButton : waitButton).current?.focus();
    last.current = form;
  }, [form]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    const inner = event.target instanceof HTMLElement ? event.target.closest<HTMLFormElement>('form.inline') : null;
    if (inner) inner.reset();
    else if (form) setForm(null);
    else if (onClose) onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const question = <Question card={card} actions={actions} />;
  // "Nothing moved since …" is what a healthy deal opens with.
  const silent = card.lead === 'healthy' && !card.wait && card.changes.length === 0;
  const changes = !silent && <Changes since={card.since} changes={card.changes} />;
  const next = [
    <NextStep key="step" card={card} today={day} actions={actions} more={props.moreOfPromise} />,
    props.stepNote,
  ];
  const Form = form === 'step' ? StepForm : WaitForm;
  return (
    <ReportFailure.Provider value={setFailed}>
      <section class="card" aria-label="Sideline on this deal" tabIndex={-1} ref={cardRef} onKeyDown={onKeyDown}>
        <div class="scroll">
          <header class="head">
            {!onClose && (
              <p class="status" data-band={card.band}>
                <Glyph shape={shapeOf(card)} />
                {card.pill}
              </p>
            )}
            {onBack && (
              <p class="status">
                <ActButton look="text" work={onBack}>
                  ‹ This list
                </ActButton>
              </p>
            )}
            {onClose && <CloseButton onClose={onClose} />}
            <h2>
              <Clamped text={card.line1} />
            </h2>
            {card.line2 && (
              <p class="lead">
                <Clamped text={card.line2} />
              </p>
            )}
          </header>
          {card.role === 'rep' ? [next, changes, question] : [changes, question, next]}
          {card.heard && (
            <p class="part quiet" data-part="heard">
              <Clamped text={card.heard} />
            </p>
          )}
          <div class="folds">
            <Why card={card} />
            <Contacts card={card} />
            <Proofs card={card} actions={actions} />
            {props.children}
            <Known card={card} actions={actions} />
          </div>
          <footer class="foot">
            <p class="row">
              <span data-level={card.freshness.level}>{card.freshness.text}</span>
              <ActButton look="text" work={() => actions.hideEverywhere()} title="Alt+Shift+H">
                Hide in all tabs
              </ActButton>
            </p>
            <p>{card.basis}</p>
          </footer>
        </div>
        <div class="lines" aria-live="polite">
          {error && <p class="line error">{error}</p>}
          {failed && <p class="line error">{failed}</p>}
          {notice && <p class="line">{notice}</p>}
        </div>
        {!closed && form && (
          <Form today={day} me={me ?? null} actions={actions} noteOf={props.noteOf} onDone={() => setForm(null)} />
        )}
        {!closed && !form && (
          <div class="bar">
            <button type="button" class="button" ref={stepButton} onClick={() => setForm('step')}>
              Set next step
            </button>
            {wait ? (
              <ActButton work={() => actions.endWait(wait.id)}>End wait</ActButton>
            ) : (
              <button type="button" class="button" ref={waitButton} onClick={() => setForm('wait')}>
                Agreed wait
              </button>
            )}
            {card.snoozedUntil ? (
              <ActButton work={() => actions.unsnooze()}>Wake</ActButton>
            ) : (
              <ActButton work={() => actions.snooze()}>Snooze</ActButton>
            )}
          </div>
        )}
      </section>
    </ReportFailure.Provider>
  );
}
