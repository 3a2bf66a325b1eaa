import type { DealCard } from '../lib/coaching/card.ts';
import { ActButton } from './act-button.tsx';
import type { CardActions } from './actions.ts';

/** What proves the end of each stage so far, answered with one click: the stage at hand first. */
export function Proofs({ card, actions }: { card: DealCard; actions: Pick<CardActions, 'answerProof'> }) {
  const all = card.proofs.flatMap(({ lines }) => lines);
  if (all.length === 0) return null;
  return (
    <details class="fold" data-part="proofs">
      <summary>
        Stage proofs
        <span>
          {all.filter(({ answer }) => answer === 'yes').length} of {all.length} seen
        </span>
      </summary>
      {card.proofs.map(({ stage, lines }) => (
        <section key={stage} aria-label={`What proves the end of ${stage}`}>
          <p class="quiet">{stage}</p>
          <ul>
            {lines.map(({ question, proof, answer, text }) => (
              <li key={question} data-answer={answer ?? 'none'}>
                {proof}
                <span class="choices">
                  <span class="quiet">{text}</span>
                  {answer !== 'yes' && (
                    <ActButton look="text" label={`Seen: ${proof}`} work={() => actions.answerProof(question, 'yes')}>
                      Seen
                    </ActButton>
                  )}
                  {answer !== 'no' && (
                    <ActButton look="text" label={`Not yet: ${proof}`} work={() => actions.answerProof(question, 'no')}>
                      Not yet
                    </ActButton>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
