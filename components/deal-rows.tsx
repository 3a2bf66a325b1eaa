import { useState } from 'preact/hooks';
import type { DealRow } from '../lib/coaching/card.ts';
import { safeHref } from './safe-href.ts';

/** The wiring may follow a link itself (to reuse a tab); without it the link does what links do. */
export type Visit = ((url: string) => unknown) | undefined;

export function DealLink({ row, visit }: { row: DealRow; visit: Visit }) {
  const href = safeHref(row.url);
  if (!href) return <b>{row.name}</b>;
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      onClick={(event) => {
        if (!visit) return;
        event.preventDefault();
        visit(href);
      }}
    >
      {row.name}
    </a>
  );
}

/** A list may hold 2,000 deals; the first of them answer most questions. */
const FIRST_ROWS = 50;

/** The deals behind a number. */
export function DealRows({ rows, visit }: { rows: DealRow[]; visit: Visit }) {
  const [shown, setShown] = useState(FIRST_ROWS);
  return (
    <ul class="deals">
      {rows.slice(0, shown).map((row, at) => (
        <li key={row.deal ?? at}>
          <p class="row">
            <DealLink row={row} visit={visit} />
            {row.amount && <span class="figure">{row.amount}</span>}
          </p>
          {row.detail && <p class="quiet">{row.detail}</p>}
        </li>
      ))}
      {rows.length > shown && (
        <li>
          <button type="button" class="link" onClick={() => setShown(rows.length)}>
            Show the other {rows.length - shown}
          </button>
        </li>
      )}
    </ul>
  );
}
