import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import type { ListCard } from '../lib/coaching/card.ts';
import { ActButton } from './act-button.tsx';
import type { ListActions, Work } from './actions.ts';
import { CloseButton } from './close-button.tsx';
import { DealRows } from './deal-rows.tsx';
import { ReportFailure, useAct } from './use-act.ts';

export type ListCardProps = {
  list: ListCard;
  actions: ListActions;
  onClose: () => void;
  hideEverywhere: () => Work;
  error?: string | null | undefined;
  cardRef?: Ref<HTMLElement>;
};

/** Deals shown before "the other 12": more than that nobody talks through in one sitting. */
const FIRST_ROWS = 12;

/** One list or board: which of its deals to talk about, and what the view does not show. */
export function ListCardView({ list, actions, onClose, hideEverywhere, error, cardRef }: ListCardProps) {
  const [failed, setFailed] = useState<string | null>(null);
  const [shown, setShown] = useState(FIRST_ROWS);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    onClose();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <ReportFailure.Provider value={setFailed}>
      <section class="card" aria-label="Sideline on this list" tabIndex={-1} ref={cardRef} onKeyDown={onKeyDown}>
        <div class="scroll">
          <header class="head">
            <CloseButton onClose={onClose} />
            <h2>{list.line1}</h2>
          </header>
          {list.touch.length > 0 && (
            <section class="part" data-part="touch">
              <ol class="deals">
                {list.touch.slice(0, shown).map((row) => (
                  <li key={row.deal}>
                    <p class="row">
                      <PickButton name={row.name} work={() => actions.pick(row.deal)} />
                      {row.amount && <span class="figure">{row.amount}</span>}
                    </p>
                    <p class="quiet">{row.fact}</p>
                  </li>
                ))}
              </ol>
              {list.touch.length > shown && (
                <p>
                  <button type="button" class="link" onClick={() => setShown(list.touch.length)}>
                    Show the other {list.touch.length - shown}
                  </button>
                </p>
              )}
            </section>
          )}
          {(list.gone || list.unmatched) && (
            <div class="folds">
              <Fold part="gone" fold={list.gone} />
              <Fold part="unmatched" fold={list.unmatched} />
            </div>
          )}
          <footer class="foot">
            {list.advice && <p data-part="advice">{list.advice}</p>}
            <p>{list.rows}</p>
            {list.sums && <p data-part="sums">{list.sums}</p>}
            {list.rest && list.marksOn && <p>{list.rest}</p>}
            <p class="row">
              <ActButton look="text" work={() => actions.setMarks(list.page, !list.marksOn)}>
                {list.marksOn ? 'No marks in' : 'Mark deals in'} {list.page === 'board' ? 'boards' : 'lists'}
              </ActButton>
              <ActButton look="text" work={hideEverywhere} title="Alt+Shift+H">
                Hide in all tabs
              </ActButton>
            </p>
          </footer>
        </div>
        <div class="lines" aria-live="polite">
          {error && <p class="line error">{error}</p>}
          {failed && <p class="line error">{failed}</p>}
        </div>
      </section>
    </ReportFailure.Provider>
  );
}

function Fold({ part, fold }: { part: string; fold: ListCard['gone'] }) {
  if (!fold) return null;
  return (
    <details class="fold" data-part={part}>
      <summary>
        {fold.text}
        <span class="figure">{fold.rows.length}</span>
      </summary>
      <DealRows rows={fold.rows} visit={undefined} />
    </details>
  );
}

function PickButton({ name, work }: { name: string; work: () => Work }) {
  const act = useAct();
  return (
    <button type="button" class="link" aria-busy={act.busy} onClick={() => act.run(work)}>
      {name}
    </button>
  );
}
