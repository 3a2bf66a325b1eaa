import { useMemo } from 'preact/hooks';
import type { PipelineList } from '../lib/team/pipeline/pipeline.ts';
import type { PipelineRow } from '../lib/team/pipeline/say-row.ts';
import type { MarkKind } from '../lib/team/pipeline/view.ts';
import { Glyph, type Shape } from './glyph.tsx';
import { AS, COLUMNS, dealHref } from './pipeline-state.ts';

/** The same outlines as on the pill. */
export const SHAPES: Record<MarkKind, Shape> = {
  promise: 'clock',
  closer: 'diamond',
  look: 'half',
  again: 'dashed',
  thin: 'dashed',
  quiet: 'ring',
  parked: 'pause',
  snoozed: 'pause',
};

type LineProps = { index: number; isActive: boolean; stand: () => void };

const lineOf = ({ index, isActive }: LineProps) => ({
  id: `line-${index}`,
  ...AS.row,
  'aria-rowindex': index + 2,
  'data-active': isActive || undefined,
  // Every other line, whichever of them are in the page.
  'data-odd': index % 2 === 1 || undefined,
});

type DealLineProps = LineProps & { row: PipelineRow; open: (deal: string) => void };

/** A row that stays in sight while others come is not gone through again. */
export function DealLine(props: DealLineProps) {
  const { row, index, isActive } = props;
  return useMemo(() => drawn(props), [row, index, isActive]);
}

/** Each cell names its column, for the narrow form in which the head is gone. Whole texts stand in titles. */
function drawn({ row, open, stand, ...line }: DealLineProps) {
  const { id, name, mark, owner, amount, home, stage, age, close, passed, pushed, next, due, seen, freshness } = row;
  const moved = [passed && 'passed', pushed].filter(Boolean).join(', ');
  const go = (event: MouseEvent) => {
    stand();
    // Another tab or window is the link's own affair, and a click that ends a selection opens nothing.
    if (event.ctrlKey || event.metaKey || event.shiftKey || String(getSelection())) return;
    event.preventDefault();
    open(id);
  };
  const cells = {
    mark: (
      <>
        <Glyph shape={SHAPES[mark.kind]} /> <span>{mark.text}</span>
      </>
    ),
    name: (
      <>
        <a href={dealHref(id)} tabIndex={-1}>
          {name}
        </a>
        {owner && <span class="sub if-folded">{owner}</span>}
      </>
    ),
    owner: owner ?? <Unknown />,
    amount: amount ? (
      <>
        {home ?? amount}
        {home && <span class="sub">{amount}</span>}
      </>
    ) : (
      <Unknown />
    ),
    stage: (
      <>
        {stage ?? <Unknown />}
        {age && <span class="sub if-folded">{age}</span>}
      </>
    ),
    age: age ?? <Unknown />,
    close: (
      <>
        {close ?? <Unknown />}
        {moved && <span class="sub">{moved}</span>}
      </>
    ),
    next: (
      <>
        {next ?? <Unknown />}
        {due && <span class="sub">{due}</span>}
      </>
    ),
    seen: (
      <>
        {seen}
        {freshness !== 'fresh' && <span class="sub">{freshness === 'stale' ? 'look again' : 'ageing'}</span>}
      </>
    ),
  };
  const titles: Partial<Record<string, string | null>> = {
    ...{ name, owner, stage, mark: mark.text, close: [close, moved].filter(Boolean).join(', ') },
    next: [next, due].filter(Boolean).join(', '),
  };
  return (
    <tr class="deal" {...lineOf({ ...line, stand })} onClick={go}>
      {COLUMNS.map(({ key, title }, at) => (
        <td
          key={key}
          {...AS.cell}
          aria-colindex={at + 1}
          data-column={key}
          data-title={title}
          title={titles[key] ?? undefined}
        >
          <div>{cells[key]}</div>
        </td>
      ))}
    </tr>
  );
}

const Unknown = () => (
  <span class="quiet">
    <span aria-hidden="true">–</span>
    <span class="unseen">not known</span>
  </span>
);

type GroupRowProps = LineProps & { group: PipelineList['groups'][number]; isFolded: boolean; fold: () => void };

/** A click folds the group away, to its head, or opens it. */
export function GroupRow({ group, isFolded, fold, stand, ...line }: GroupRowProps) {
  const { title, total } = group;
  const go = () => {
    stand();
    fold();
  };
  return (
    <tr class="group" {...lineOf({ ...line, stand })} onClick={go}>
      <th
        {...AS.groupHead}
        aria-expanded={!isFolded}
        scope="rowgroup"
        colSpan={COLUMNS.length}
        aria-colspan={COLUMNS.length}
      >
        <div title={[title, total.sums, total.without, total.rests].filter(Boolean).join(' · ')}>
          <b>{title}</b> <span class="count">{total.deals.toLocaleString()}</span> <span>{total.sums}</span>{' '}
          <span class="quiet">{[total.without, total.rests].filter(Boolean).join('; ')}</span>
        </div>
      </th>
    </tr>
  );
}

/** Its text is on the way from the worker. */
export function WaitingRow({ stand, ...line }: LineProps) {
  return (
    <tr class="deal waiting" {...lineOf({ ...line, stand })}>
      <td {...AS.cell} colSpan={COLUMNS.length}>
        <div>…</div>
      </td>
    </tr>
  );
}
