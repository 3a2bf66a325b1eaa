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

/** The deals behind a number. */
export function DealRows({ rows, visit }: { rows: DealRow[]; visit: Visit }) {
  return (
    <ul class="deals">
      {rows.map((row, at) => (
        <li key={row.deal ?? at}>
          <p class="row">
            <DealLink row={row} visit={visit} />
            {row.amount && <span class="figure">{row.amount}</span>}
          </p>
          {row.detail && <p class="quiet">{row.detail}</p>}
        </li>
      ))}
    </ul>
  );
}
