import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DealCard } from '../lib/coaching/card.ts';
import { progress, type Review } from '../lib/coaching/review/review-state.ts';
import { NO_OWNER } from '../lib/coaching/review/review-words.ts';
import type { Day } from '../lib/deal/day.ts';
import { ActButton } from './act-button.tsx';
import { Changes } from './changes.tsx';
import { Clamped } from './clamped.tsx';
import { Key } from './key.tsx';
import { ReviewAnswer } from './review-answer.tsx';
import { isForScreen } from './review-keys.ts';
import { ReviewMoves } from './review-moves.tsx';
import type { ReviewActions } from './review-state.ts';
import { Contacts, Why } from './why.tsx';

type ReviewRunProps = {
  review: Review;
  card: DealCard | null;
  today: Day;
  me: string | null;
  actions: ReviewActions;
};

/** One deal of the run: the fact, the question, and below them the answer and what was promised. */
export function ReviewRun({ review, card, today, me, actions }: ReviewRunProps) {
  const section = useRef<HTMLElement>(null);
  const { place, of, minutes } = progress(review);
  const item = review.items[review.at];
  // The keys work at once.
  useLayoutEffect(() => section.current?.focus(), [item?.deal]);
  if (!item) return null;
  return (
    <section
      class="run card"
      tabIndex={-1}
      ref={section}
      aria-label={`Deal ${place} of ${of}: ${item.name}`}
      onKeyDown={(event) => onKey(event, actions)}
    >
      <div class="pace">
        <p>
          <b>
            {place} of {of}
          </b>{' '}
          · about {minutes} min
        </p>
        <progress aria-label="How far the review is" max={of} value={place - 1} />
      </div>
      <div class="scroll" key={item.deal}>
        <header class="head">
          <p class="row whose">
            <span>{item.person || NO_OWNER}</span>
            {item.amount && <span class="figure">{item.amount}</span>}
          </p>
          <p class="title">
            <ActButton look="text" keys="o" label={`Open ${item.name} in the CRM`} work={() => actions.openRecord()}>
              {item.name} <Key name="o" />
            </ActButton>
          </p>
          {item.isRead ? (
            <>
              <p class="fact">
                <Clamped text={item.fact} />
              </p>
              <h2 class="ask">
                <Clamped text={item.question} />
              </h2>
            </>
          ) : (
            <p class="note" role="status">
              Reading this deal…
            </p>
          )}
          {item.proof && (
            <p class="proof">
              <b>Proof:</b> {item.proof}
            </p>
          )}
          {item.askedOn && <p class="quiet">Asked {item.askedOn}; the answer is still to come.</p>}
        </header>
        <div class="folds">
          {item.why && (
            <details class="fold" data-part="why-ask">
              <summary>Why this question</summary>
              <p>{item.why}</p>
            </details>
          )}
          {card && <Why card={card} />}
          {card && <Contacts card={card} />}
        </div>
        {card && card.changes.length > 0 && <Changes since={card.since} changes={card.changes} />}
      </div>
      {item.isRead ? (
        <ReviewAnswer key={item.deal} item={item} today={today} me={me} calendar={review.calendar} actions={actions} />
      ) : (
        <div class="sheet">
          <ReviewMoves actions={actions} />
        </div>
      )}
    </section>
  );
}

/**
 * Keys that work wherever nothing is typed: a number answers, p and d go to the promise and its day, m opens note and wait,
 * Enter saves, n goes on, b goes back, o opens the record, q pauses. Escape leaves a field.
 */
function onKey(event: KeyboardEvent, actions: ReviewActions): void {
  const section = event.currentTarget as HTMLElement;
  if (!isForScreen(event)) {
    if (event.key === 'Escape' && !event.isComposing) section.focus();
    return;
  }
  const radio = section.querySelectorAll<HTMLInputElement>('.answers input')[Number(event.key) - 1];
  const place = /^[pdm]$/.test(event.key) && section.querySelector<HTMLElement>(`[aria-keyshortcuts="${event.key}"]`);
  if (radio) radio.click();
  else if (place) {
    place.focus();
    if (event.key === 'm') place.click();
  } else if (event.key === 'n') void actions.next();
  else if (event.key === 'b') void actions.back();
  else if (event.key === 'q') void actions.pause();
  else if (event.key === 'o') void actions.openRecord();
  else if (event.key === 'Enter' && event.target === section) section.querySelector('form')?.requestSubmit();
  else return;
  event.preventDefault();
}
