import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { DealRow } from '../lib/coaching/card.ts';
import { DealRows } from './deal-rows.tsx';

type OpenRowsProps = { rows: DealRow[]; note?: string; children: ComponentChildren };

/** What stands in a line, opening to the deals behind it; hundreds of rows are drawn once they are asked for. */
export function OpenRows({ rows, note = '', children }: OpenRowsProps) {
  const [isDrawn, setDrawn] = useState(false);
  if (rows.length === 0) return <>{children}</>;
  return (
    <details class="open-rows" onToggle={() => setDrawn(true)}>
      <summary>{children}</summary>
      {note && <p class="quiet">{note}</p>}
      {isDrawn && <DealRows rows={rows} visit={undefined} />}
    </details>
  );
}
