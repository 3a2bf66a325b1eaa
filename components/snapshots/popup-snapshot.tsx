import { useState } from 'preact/hooks';
import { sayFreezing, type WeeksFrozen } from '../../lib/snapshot/say-freezing.ts';
import { ActButton } from '../act-button.tsx';
import type { PopupActions } from '../actions.ts';
import { FILE_KINDS } from './snapshots-state.ts';

/** The week's snapshot in two clicks: which form, and it is saved. */
export function PopupSnapshot({ save }: { save: NonNullable<PopupActions['saveSnapshot']> }) {
  const [frozen, setFrozen] = useState<WeeksFrozen | null>(null);
  return (
    <details class="popup-snapshot">
      <summary>This week’s snapshot</summary>
      <p class="buttons">
        {FILE_KINDS.map(({ kind, title }) => (
          <ActButton key={kind} work={() => save(kind, setFrozen)} label={`Save the snapshot as ${title}`}>
            {title}
          </ActButton>
        ))}
      </p>
      <p role="status">{frozen && sayFreezing(frozen)}</p>
      <p class="quiet">
        A draft says that it is one.{' '}
        <a href="/dashboard.html#snapshots" target="_blank" rel="noreferrer">
          Look at it, type your call, freeze it
        </a>
      </p>
    </details>
  );
}
