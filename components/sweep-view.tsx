import type { Money } from '../lib/deal/money.ts';
import type { PinnedView } from '../lib/settings/settings.ts';
import type { SweepScreen } from '../lib/team/sweep/sweep-screen.ts';
import { ActButton } from './act-button.tsx';
import type { Work } from './actions.ts';
import { ClosedForm } from './closed-form.tsx';
import { DealRows } from './deal-rows.tsx';
import { PinView, type ViewToPin } from './pin-view.tsx';
import { SweepQueue } from './sweep-queue.tsx';
import { SweptViewRow } from './swept-view-row.tsx';

export type SweepActions = {
  /** The views in their new order, form or number. */
  setViews(views: PinnedView[]): Work;
  /** The page has no count: the user saw its end. */
  sayWhole(url: string): Work;
  answer(deal: string, answer: 'won' | 'lost' | 'filtered'): Work;
  /** Takes back the last answer. */
  undo(): Work;
  /** In its currency it takes the place of what was typed before. */
  setClosed(closed: Money): Work;
};

type SweepProps = {
  screen: SweepScreen;
  /** Lists that were looked at lately and are not pinned. */
  offered: ViewToPin[];
  /** The deal whose answer can be taken back; null: none was given on this page. */
  answered: string | null;
  /** Nothing, in each currency that a sum may be typed in. */
  likes: Money[];
  people: string[];
  actions: SweepActions;
};

/** The Monday sweep: open each view, scroll to its end, answer what is gone. Nothing is clicked or scrolled for the user. */
export function SweepView({ screen, offered, answered, likes, people, actions }: SweepProps) {
  const { views, queue, toOpen, closed } = screen;
  const pinned = views.map(({ view }) => view);
  return (
    <div class="sweep">
      <section class="panel" aria-label="How far this week’s sweep has come">
        <h2>
          {screen.completedText || screen.isComplete ? `Complete: ${screen.weekText}` : `This week, ${screen.weekText}`}
        </h2>
        <p role="status">{screen.count}</p>
        {screen.completedText && !screen.isComplete && (
          <p class="quiet">Complete as of {screen.completedText}. What is asked below came after.</p>
        )}
        <p class="quiet">
          {screen.completeWeeks === 0
            ? 'Figures that compare weeks or people are built from complete weeks alone. There is none yet.'
            : `${screen.completeWeeks} complete ${screen.completeWeeks === 1 ? 'week' : 'weeks'} so far. Figures that compare weeks or people are built from these alone.`}
        </p>
      </section>
      <section class="panel" aria-label="Views">
        <h2>Open each view and scroll to its end</h2>
        {views.length === 0 && (
          <p>
            Pin the lists of your CRM that show all open deals, and one of what was closed this quarter. Open them
            first: what you looked at lately is offered here.
          </p>
        )}
        {views.length > 0 && (
          <ol class="views">
            {views.map((swept, at) => (
              <SweptViewRow key={swept.view.url} {...{ swept, at, pinned, actions }} />
            ))}
          </ol>
        )}
        <PinView offered={offered} pinned={pinned} people={people} pin={actions.setViews} />
      </section>
      <SweepQueue queue={queue} answered={answered} actions={actions} />
      {toOpen.length > 0 && (
        <section class="panel" aria-label="To open">
          <h2>To open, one by one</h2>
          <p class="quiet">They stand in none of the views that were read this week.</p>
          <DealRows rows={toOpen} visit={undefined} />
        </section>
      )}
      <section class="panel" aria-label="Closed, by the CRM and by what is on record">
        <h2>Does it agree with the CRM?</h2>
        <p>{closed.ours}</p>
        <ClosedForm likes={likes} set={actions.setClosed} />
        <div role="status">
          {closed.apart.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
        <Apart title="In the CRM’s closed view, open on record: open each once" rows={closed.onlyThere} />
        <Apart title="Won on record, not in the CRM’s closed view" rows={closed.onlyHere} />
      </section>
    </div>
  );
}

function Apart({ title, rows }: { title: string; rows: SweepScreen['toOpen'] }) {
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>
        {title} <span class="figure">{rows.length}</span>
      </summary>
      <DealRows rows={rows} visit={undefined} />
    </details>
  );
}

export function UndoButton({ undo }: { undo: () => Work }) {
  return (
    <ActButton look="text" work={undo}>
      Take the last answer back
    </ActButton>
  );
}
