import type { SweepScreen } from '../lib/team/sweep/sweep-screen.ts';
import { ActButton } from './act-button.tsx';
import { DealLink } from './deal-rows.tsx';
import { type SweepActions, UndoButton } from './sweep-view.tsx';

type QueueProps = { queue: SweepScreen['queue']; answered: string | null; actions: SweepActions };

/** Deals that are gone from a view: won, lost, or filtered out there. One click each, and one back. */
export function SweepQueue({ queue, answered, actions }: QueueProps) {
  if (queue.length === 0 && answered === null) return null;
  return (
    <section class="panel" aria-label="Gone from a view">
      <h2>{queue.length === 0 ? 'Nothing is left to answer' : 'Won, lost, or filtered out?'}</h2>
      {queue.length > 0 && (
        <p class="quiet">
          They stood in a view that was read to its end, and no longer do. A view of closed deals answers too.
        </p>
      )}
      <ul class="queue">
        {queue.map((row) => (
          <li key={row.deal}>
            <p class="row">
              <DealLink row={row} visit={undefined} />
              {row.amount && <span class="figure">{row.amount}</span>}
            </p>
            <p class="quiet">{row.detail}</p>
            <div class="buttons tight">
              {(['won', 'lost', 'filtered'] as const).map((answer) => (
                <ActButton
                  key={answer}
                  label={`${row.name}: ${answer === 'filtered' ? 'still open' : answer}`}
                  work={() => actions.answer(row.deal, answer)}
                >
                  {answer === 'won' ? 'Won' : answer === 'lost' ? 'Lost' : 'Still open, filtered out'}
                </ActButton>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {answered !== null && <UndoButton undo={actions.undo} />}
    </section>
  );
}
