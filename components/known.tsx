import type { DealCard } from '../lib/coaching/card.ts';
import { ActButton } from './act-button.tsx';
import type { CardActions } from './actions.ts';

/** What could not be read and what the judgement rests on: not knowing is told beside the risk, never inside it. */
export function Known({ card, actions }: { card: DealCard; actions: Pick<CardActions, 'setDateOrder'> }) {
  const { confidence, unread } = card;
  return (
    <>
      <details class="fold" data-part="confidence">
        <summary>{confidence.text}</summary>
        <p class="quiet">
          {confidence.missing.length > 0 ? `Never seen: ${confidence.missing.join(', ')}.` : 'All of it was seen.'}
        </p>
      </details>
      {unread.length > 0 && (
        <details class="fold" data-part="unread">
          <summary>
            What I could not read<span class="figure">{unread.length}</span>
          </summary>
          <ul class="quiet">
            {unread.map((line) => (
              <li key={line.field}>
                {line.text}
                {line.choices.length > 0 && (
                  <span class="choices">
                    {line.choices.map(({ order, text }) => (
                      <ActButton key={order} look="text" work={() => actions.setDateOrder(order)}>
                        It is {text}
                      </ActButton>
                    ))}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
