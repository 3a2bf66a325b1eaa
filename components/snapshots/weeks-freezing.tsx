import { sayFreezing } from '../../lib/snapshot/say-freezing.ts';
import { ActButton } from '../act-button.tsx';
import type { WeeksFreezing } from './snapshots-state.ts';

/** How far the weeks are that freeze by themselves; where they stopped, why, and a button to go on. */
export function WeeksFreezingView({ freezing: { frozen, problem, again } }: { freezing: WeeksFreezing }) {
  return (
    <div class="freezing" role="status">
      {problem === null ? (
        <>
          <p>{sayFreezing(frozen)}</p>
          <progress value={frozen.done} max={frozen.of} aria-label="Weeks that are frozen" />
        </>
      ) : (
        <>
          <p class="line error">
            {frozen.done} of {frozen.of} weeks are frozen, then it stopped. {problem}
          </p>
          <ActButton work={again}>Go on freezing</ActButton>
        </>
      )}
    </div>
  );
}

/** In the place of a draft whose beginning is not frozen yet. */
export function DraftWaits({ freezing }: { freezing: WeeksFreezing }) {
  return (
    <div class="snapshots">
      <section class="panel" aria-label="What the draft waits for">
        <WeeksFreezingView freezing={freezing} />
        <p class="quiet">
          The draft stands here once they are frozen: it counts from the last of them.{' '}
          <a href="#snapshots">All snapshots</a>
        </p>
      </section>
    </div>
  );
}
