import type { DealCard } from '../lib/coaching/card.ts';

/** What could not be read and what the judgement rests on: not knowing is told beside the risk, never inside it. */
export function Known({ card }: { card: DealCard }) {
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
              <li key={line.field}>{line.text}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
