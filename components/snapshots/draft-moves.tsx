import { isDay } from '../../lib/deal/day.ts';
import type { SnapshotDraft } from '../../lib/deal/frozen-snapshot.ts';
import { safeHref } from '../safe-href.ts';
import type { DraftActions, DraftMove, DraftScreen } from './snapshots-state.ts';
import { Typed } from './typed.tsx';

type DraftLine = SnapshotDraft['lines'][number];

const emptyLine = (deal: string): DraftLine => ({ deal, why: '', action: '', owner: '', by: null });

/** One line per deviation: why, what is done about it, by whom, by when. */
export function DraftMoves({ screen, change }: { screen: DraftScreen; change: DraftActions['change'] }) {
  const { moves, people, typed } = screen;
  if (moves.length === 0) return null;
  const put = (deal: string, patch: Partial<DraftLine>) =>
    void change((before) => {
      const known = before.lines.find((line) => line.deal === deal) ?? emptyLine(deal);
      const line = { ...known, ...patch };
      const others = before.lines.filter((one) => one.deal !== deal);
      const isEmpty = !line.why && !line.action && !line.owner && line.by === null;
      return { ...before, lines: isEmpty ? others : [...others, line] };
    });
  return (
    <fieldset class="moves">
      <legend>What moved off its way: why, and what is done about it</legend>
      <datalist id="snapshot-people">
        {people.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <ol>
        {moves.map((move) => (
          <Move
            key={move.deal}
            move={move}
            line={typed.lines.find(({ deal }) => deal === move.deal) ?? emptyLine(move.deal)}
            put={(patch) => put(move.deal, patch)}
          />
        ))}
      </ol>
    </fieldset>
  );
}

type MoveProps = { move: DraftMove; line: DraftLine; put: (patch: Partial<DraftLine>) => void };

function Move({ move: { name, url, told }, line, put }: MoveProps) {
  const href = safeHref(url);
  return (
    <li class="move">
      <p>
        {href ? (
          <a href={href} target="_blank" rel="noreferrer">
            {name}
          </a>
        ) : (
          <b>{name}</b>
        )}{' '}
        <span class="quiet">{told}</span>
      </p>
      <fieldset class="said">
        <legend class="unseen">{name}</legend>
        <Typed label="Why" text={line.why} most={300} keep={(why) => put({ why })} />
        <Typed label="Action" text={line.action} most={300} keep={(action) => put({ action })} />
        <label>
          <span>Who</span>
          <input
            list="snapshot-people"
            autocomplete="off"
            maxLength={100}
            defaultValue={line.owner}
            onInput={({ currentTarget }) => put({ owner: currentTarget.value.trim() })}
          />
        </label>
        <label>
          <span>By</span>
          <input
            type="date"
            defaultValue={line.by ?? ''}
            onInput={({ currentTarget: { value } }) => {
              // A year that is still being typed is no day yet.
              if (value === '' || isDay(value)) put({ by: value || null });
            }}
          />
        </label>
      </fieldset>
    </li>
  );
}
