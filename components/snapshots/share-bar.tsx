import { useState } from 'preact/hooks';
import type { MaskOptions } from '../../lib/snapshot/mask.ts';
import { ActButton } from '../act-button.tsx';
import { FILE_KINDS, type ShareActions, type Writing } from './snapshots-state.ts';

type ShareProps = {
  left: MaskOptions;
  setLeft: (left: MaskOptions) => void;
  writing: Writing;
  actions: ShareActions;
};

/** Hands a snapshot on: as a file, on paper, or copied for a mail; with names and amounts, or without. */
export function SnapshotShare({ left, setLeft, writing, actions }: ShareProps) {
  const [copied, setCopied] = useState(false);
  return (
    <section class="panel share" aria-label="Hand it on">
      <h2>Hand it on</h2>
      <div class="choices">
        <label>
          <span>Names</span>
          <select
            value={left.names}
            onChange={({ currentTarget }) => setLeft({ ...left, names: currentTarget.value as MaskOptions['names'] })}
          >
            <option value="kept">As they are</option>
            <option value="masked">Person 1, Deal 7</option>
            <option value="out">Left out</option>
          </select>
        </label>
        <label>
          <span>Amounts</span>
          <select
            value={left.amounts}
            onChange={({ currentTarget }) =>
              setLeft({ ...left, amounts: currentTarget.value as MaskOptions['amounts'] })
            }
          >
            <option value="kept">As they are</option>
            <option value="out">Left out</option>
          </select>
        </label>
      </div>
      <p class="buttons">
        {FILE_KINDS.map(({ kind, title }) => (
          <ActButton key={kind} work={() => actions.save(kind)}>
            {title}
          </ActButton>
        ))}
        <ActButton work={() => actions.print()}>Print or PDF</ActButton>
        <ActButton work={() => actions.copy()} done={() => setCopied(true)}>
          Copy for a mail
        </ActButton>
      </p>
      <div class="writing" role="status">
        {writing !== null ? (
          <>
            <progress value={writing} aria-label="The file is being written" />
            <button type="button" class="button" onClick={() => actions.cancel()}>
              Cancel
            </button>
          </>
        ) : (
          copied && <p class="quiet">Copied: paste it into a mail or a chat.</p>
        )}
      </div>
      <p class="quiet">What you see below is what is handed on. Nothing leaves this browser by itself.</p>
    </section>
  );
}
