import type { DealCard } from '../lib/coaching/card.ts';
import { ActButton } from './act-button.tsx';
import type { CardActions } from './actions.ts';

/** The one question, what it rests on, and what would prove the answer. */
export function Question({ card, actions }: { card: DealCard; actions: CardActions }) {
  const { prompt, role } = card;
  if (!prompt) return null;
  const mine = role === 'rep';
  // Line 2 of the card is often this very question; it is not said twice within a hand's breadth.
  const said = card.line2.trim() === prompt.question.trim();
  return (
    <section class="part" data-part="question">
      {said ? (
        <>
          <h3>What would prove it</h3>
          <p>{prompt.proof}</p>
        </>
      ) : (
        <>
          <h3>{mine ? 'To work on' : 'Worth asking'}</h3>
          <p class="question">{prompt.question}</p>
          <p>
            <b>Proof:</b> {prompt.proof}
          </p>
        </>
      )}
      {prompt.followUp && (
        <details class="quiet">
          <summary>Vague answer?</summary>
          <p>{prompt.followUp}</p>
        </details>
      )}
      {prompt.why && <p class="quiet">{prompt.why}</p>}
      <div class="buttons">
        {prompt.askedOn === null ? (
          <ActButton look="soft" work={() => actions.asked()}>
            {mine ? 'On it' : 'Asked'}
          </ActButton>
        ) : (
          <span class="state">
            {mine ? 'On it since' : 'Asked'} {prompt.askedOn}
          </span>
        )}
        <ActButton work={() => actions.proofSeen()}>Proof seen</ActButton>
      </div>
    </section>
  );
}
