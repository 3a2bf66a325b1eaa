import type { DealCard } from '../lib/coaching/card.ts';

/** What could not be read and what the judgement rests on: not knowing is told beside the risk, never inside it. */
export function Known({ card }: { card: DealCard }) {
  const { confidence, unread } = card;
  return (
    <>
      <details class="fold" data-part="confidence">
        <summary>
          Rests on
          <span class="figure">
            {confidence.known} of {confidence.of}
          </span>
        </summary>
        <p>{confidence.text}</p>
        {confidence.missing.length > 0 && <p class="quiet">Not seen: {confidence.missing.join(', ')}</p>}
      </details>
      {unread.length > 0 && (
        <details class="fold" data-part="unread">
          <summary>
            What I could not read<span class="figure">{unread.length}</span>
          </summary>
          <dl class="pairs">
            {unread.map((line) => (
              <div key={line.field}>
                <dt>{line.field}</dt>
                <dd class="quiet">{line.text}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}
