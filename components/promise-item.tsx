import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { PromiseLine } from '../lib/coaching/card.ts';
import { type Day, isDay } from '../lib/deal/day.ts';
import { ActButton } from './act-button.tsx';
import type { CardActions } from './actions.ts';
import { Clamped } from './clamped.tsx';
import { Copy } from './copy.tsx';
import { focusFirst } from './focus-first.ts';
import { nextWeek } from './format-day.ts';
import { useAct } from './use-act.ts';

const STATES: Record<PromiseLine['state'], string> = {
  open: '',
  'due-not-checked': 'was due, not checked since',
  due: 'due, not seen yet',
  kept: 'kept',
  missed: 'not seen by its day',
  dropped: 'dropped',
};

type PromiseItemProps = { promise: PromiseLine; today: Day; actions: CardActions; more?: MoreOfPromise };

/** Further actions of an open promise, by its id; in pages of our own. */
export type MoreOfPromise = ((id: string) => ComponentChildren) | undefined;

/** One promise: who, what, by when, its state, and one click for how it went. */
export function PromiseItem({ promise, today, actions, more }: PromiseItemProps) {
  const [moving, setMoving] = useState(false);
  const running = promise.state === 'open' || promise.state.startsWith('due');
  const notes = [
    promise.side === 'theirs' ? 'theirs' : 'ours',
    promise.shown ? `${STATES[promise.state]}: ${promise.shown}` : STATES[promise.state],
    promise.moved > 0 ? `moved ${promise.moved === 1 ? 'once' : `${promise.moved} times`}` : '',
    promise.proof ? `proof: ${promise.proof}` : '',
  ].filter(Boolean);
  const settle = (as: 'kept' | 'missed' | 'dropped') => () => actions.settlePromise(promise.id, as);
  return (
    <li class="promise" data-state={promise.state}>
      <p class="row">
        <span>
          <b>{promise.who}</b>: <Clamped text={promise.what} />
        </span>
        <time dateTime={promise.by}>{promise.byText}</time>
      </p>
      <p class="quiet">{notes.join(' · ')}</p>
      {running && (
        <div class="buttons tight">
          <ActButton label={`Kept: ${promise.what}`} work={settle('kept')}>
            Kept
          </ActButton>
          <button
            type="button"
            class="button"
            aria-label={`Moved: ${promise.what}`}
            aria-expanded={moving}
            onClick={() => setMoving(!moving)}
          >
            Moved
          </button>
          <ActButton label={`Dropped: ${promise.what}`} work={settle('dropped')}>
            Dropped
          </ActButton>
          {promise.state !== 'open' && (
            <ActButton label={`Did not happen: ${promise.what}`} work={settle('missed')}>
              Did not happen
            </ActButton>
          )}
        </div>
      )}
      {running && moving && (
        <MoveForm promise={promise} today={today} actions={actions} onDone={() => setMoving(false)} />
      )}
      {running && more?.(promise.id)}
      {running && promise.courier && <Copy text={promise.courier} copy={actions.copy} />}
    </li>
  );
}

function MoveForm({ promise, today, actions, onDone }: PromiseItemProps & { onDone: () => void }) {
  const [by, setBy] = useState(nextWeek(promise.by > today ? promise.by : today));
  const act = useAct();
  return (
    <form
      class="inline"
      data-esc
      onSubmit={(event) => {
        event.preventDefault();
        if (isDay(by)) act.run(() => actions.movePromise(promise.id, by), onDone);
      }}
      onReset={onDone}
    >
      <label>
        <span>New day</span>
        <input
          type="date"
          required
          value={by}
          min={today}
          ref={focusFirst}
          onInput={(event) => setBy(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button solid" aria-busy={act.busy}>
        Save
      </button>
      <button type="reset" class="button text">
        Cancel
      </button>
    </form>
  );
}
