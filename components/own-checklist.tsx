import { useState } from 'preact/hooks';
import {
  CHECKLIST_LIMITS,
  type Checklist,
  type ChecklistItem,
  ownKey,
  SHARED_KEYS,
} from '../lib/process/checklists/checklist.ts';
import { OWN } from '../lib/process/qualification.ts';
import { ActButton } from './act-button.tsx';
import type { Work } from './actions.ts';
import { useAct } from './use-act.ts';

type Row = { asks: string; proof: string; counts: string };
const EMPTY: Row = { asks: '', proof: '', counts: '' };

const rowOf = ({ key, asks, proof }: ChecklistItem): Row => ({ asks, proof, counts: key.startsWith(OWN) ? '' : key });

/** What was typed as a list that can be kept, without rows that ask nothing; each question once. */
function listOf(id: string, name: string, rows: readonly Row[]): Checklist {
  const items = new Map<string, ChecklistItem>();
  for (const { asks, proof, counts } of rows) {
    const item = { key: ownKey(asks.trim(), counts || null), asks: asks.trim(), proof: proof.trim() };
    if (item.asks !== '' && !items.has(item.key)) items.set(item.key, item);
  }
  return { id, name: name.trim(), items: [...items.values()] };
}

type OwnChecklistProps = { list: Checklist; save: (list: Checklist) => Work; remove: () => Work };

/** A list in the user's own words: what is asked, what would prove it, and what the answer counts as. */
export function OwnChecklist({ list, save, remove }: OwnChecklistProps) {
  const [name, setName] = useState(list.name);
  const [rows, setRows] = useState<Row[]>(list.items.length > 0 ? list.items.map(rowOf) : [EMPTY]);
  const act = useAct();
  const edit = (at: number, part: Partial<Row>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const made = listOf(list.id, name, rows);
  return (
    <form
      aria-label={list.name || 'New checklist'}
      onSubmit={(event) => {
        event.preventDefault();
        if (made.name !== '' && made.items.length > 0) act.run(() => save(made));
      }}
    >
      <fieldset>
        <label>
          <span>Name</span>
          <input
            required
            maxLength={CHECKLIST_LIMITS.name}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <ol class="items">
          {rows.map((row, at) => (
            <li key={at} class="item">
              <label>
                <span>Question {at + 1}</span>
                <input
                  required={at === 0}
                  maxLength={CHECKLIST_LIMITS.text}
                  value={row.asks}
                  onInput={(event) => edit(at, { asks: event.currentTarget.value })}
                />
              </label>
              <label>
                <span>What would prove it</span>
                <input
                  maxLength={CHECKLIST_LIMITS.text}
                  value={row.proof}
                  onInput={(event) => edit(at, { proof: event.currentTarget.value })}
                />
              </label>
              <label>
                <span>Counts as</span>
                <select value={row.counts} onChange={(event) => edit(at, { counts: event.currentTarget.value })}>
                  <option value="">A question of its own</option>
                  {SHARED_KEYS.map((key) => (
                    <option key={key} value={key}>
                      {key}
                    </option>
                  ))}
                </select>
              </label>
              <button
                type="button"
                class="button text"
                aria-label={`Take out question ${at + 1}`}
                disabled={rows.length === 1}
                onClick={() => setRows(rows.filter((_, index) => index !== at))}
              >
                Take out
              </button>
            </li>
          ))}
        </ol>
        <div class="buttons tight">
          <button
            type="button"
            class="button"
            disabled={rows.length >= CHECKLIST_LIMITS.items}
            onClick={() => setRows([...rows, EMPTY])}
          >
            Add a question
          </button>
          <button type="submit" class="button solid" aria-busy={act.busy}>
            Save
          </button>
          <ActButton look="text" label={`Delete the list ${list.name}`} work={remove}>
            Delete this list
          </ActButton>
        </div>
      </fieldset>
    </form>
  );
}
