import { useState } from 'preact/hooks';
import type { MissingReason } from '../lib/deal/reading.ts';
import { ActButton } from './act-button.tsx';
import type { Work } from './actions.ts';
import { CloseButton } from './close-button.tsx';
import { fieldWords, MISSING_WORDS } from './field-words.ts';
import { Mark } from './mark.tsx';

/** One field of the lesson: what it says here, and on the deal that was pointed at first. */
export type TaughtRow = {
  field: string;
  /** Null: not pointed at yet. */
  how: 'id' | 'data' | 'name' | 'label' | 'class' | 'place' | null;
  value: string | null;
  reason: MissingReason | null;
  raw: string | null;
  before: string | null;
};

export type TeachState = {
  host: string;
  page: 'record' | 'list';
  /** The known reader's name whose field is corrected; null where the site is taught. */
  corrects: string | null;
  rows: TaughtRow[];
  /** The field that the next click in the page is for. */
  armed: string | null;
  /** A second click of the same column is waited for. */
  awaitsSecond: boolean;
  /** What stands between this lesson and its being kept; null: it may be kept. */
  lacks: string | null;
  /** Rows read by what was taught of a list, the first ones. */
  sample: { read: number; rows: string[][]; columns: string[]; ids: boolean } | null;
  /** Whether two deals are compared in the table. */
  confirmed: boolean;
  error: string | null;
  /** What the keys lead to, said aloud; null: none were used. */
  reached: string | null;
};

export type TeachActions = {
  setPage(page: 'record' | 'list'): Work;
  arm(field: string | null): Work;
  forget(field: string): Work;
  save(): Work;
  close(): Work;
};

/** How it will be found again, and so how long that lasts. */
const HOWS: Record<NonNullable<TaughtRow['how']>, string> = {
  id: 'by its own name in the page',
  data: 'by its own name in the page',
  name: 'by its own name in the page',
  label: 'by the words beside or above it',
  class: 'by its style, which may change',
  place: 'by its place, which may change',
};

/** The lesson beside the page: what to point at, what was read there at once, and how sure that is. */
export function TeachPanel({ state, actions, scheme }: { state: TeachState; actions: TeachActions; scheme?: string }) {
  const { host, page, corrects, rows, armed, lacks, sample, error, confirmed } = state;
  const [side, setSide] = useState<'left' | 'right'>('right');
  return (
    <section
      class="sideline teach"
      data-side={side}
      aria-label="Teach Sideline this page"
      {...(scheme ? { 'data-scheme': scheme } : {})}
    >
      <header class="mast">
        <Mark />
        <h1>{corrects ? `Correct what is read as ${corrects}` : `Teach ${host}`}</h1>
        <button
          type="button"
          class="button text"
          title="What stands under this panel can be pointed at then"
          onClick={() => setSide(side === 'left' ? 'right' : 'left')}
        >
          Other side
        </button>
        <CloseButton onClose={() => void actions.close()} />
      </header>
      {!corrects && (
        <fieldset class="kinds">
          <legend class="unseen">What this page shows</legend>
          {(['record', 'list'] as const).map((kind) => (
            <label key={kind}>
              <input type="radio" name="kind" checked={page === kind} onChange={() => actions.setPage(kind)} />
              {kind === 'record' ? 'One deal' : 'A list or board of deals'}
            </label>
          ))}
        </fieldset>
      )}
      <p class="hint" aria-live="polite">
        {hintOf(state)}
      </p>
      <p class="unseen" aria-live="polite" data-part="reached">
        {state.reached}
      </p>
      <ol class="rows">
        {rows.map((row) => (
          <li key={row.field} data-field={row.field} class={armed === row.field ? 'armed' : ''}>
            <button
              type="button"
              class="field"
              aria-pressed={armed === row.field}
              onClick={() => actions.arm(armed === row.field ? null : row.field)}
            >
              <strong>{fieldWords(row.field)}</strong>
              {row.how === null ? (
                <span class="quiet">{row.value ?? 'point at it'}</span>
              ) : (
                <span class={row.value === null ? 'missing' : ''}>
                  {row.value ?? MISSING_WORDS[row.reason ?? 'not-on-page']}
                </span>
              )}
            </button>
            {row.how !== null && (
              <p class="quiet">
                <span>
                  {row.value === null && row.raw ? `It says “${row.raw}”. ` : ''}
                  {confirmed ? `First deal: ${row.before ?? 'nothing'} · ` : ''}
                  {HOWS[row.how]}
                </span>
                <button
                  type="button"
                  class="button text"
                  aria-label={`Forget ${fieldWords(row.field)}`}
                  onClick={() => actions.forget(row.field)}
                >
                  Forget
                </button>
              </p>
            )}
          </li>
        ))}
      </ol>
      {sample && sample.read > 0 && (
        <div class="sample">
          <p>
            {sample.read} rows read.{' '}
            {sample.ids ? '' : 'Their deals have no number in this page: they are told by name.'}
          </p>
          <table>
            <thead>
              <tr>
                {sample.columns.map((column) => (
                  <th key={column}>{fieldWords(column)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sample.rows.map((cells, at) => (
                <tr key={at}>
                  {cells.map((cell, column) => (
                    <td key={sample.columns[column]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <footer class="lines">
        {error && <p class="line error">{error}</p>}
        {lacks && <p class="quiet">{lacks}</p>}
        {!lacks && (
          <ActButton look="solid" work={() => actions.save()}>
            Read by this from now on
          </ActButton>
        )}
      </footer>
    </section>
  );
}

function hintOf({ armed, page, awaitsSecond, corrects }: TeachState): string {
  if (armed === null) return 'Choose a field, then click where it stands in the page. The page itself is not clicked.';
  return `${whereOf(armed, page, awaitsSecond, corrects)} Or go there with Tab or the arrow keys, and press Enter. Esc stops.`;
}

function whereOf(armed: string, page: string, awaitsSecond: boolean, corrects: string | null): string {
  const what = fieldWords(armed);
  if (page === 'record') return `Click the ${what} in the page: the value, not its label.`;
  if (armed === 'name' && corrects === null) {
    return awaitsSecond
      ? 'Now the name in any other row.'
      : 'Click the name of a deal in one row, then in another; on a board, of one column.';
  }
  const orHead = armed === 'stage' && corrects === null ? ', or on a board at the head of any column' : '';
  return `Click the ${what} in any row${orHead}.`;
}
