import { useEffect, useRef } from 'preact/hooks';
import { DealLine, GroupRow, WaitingRow } from './pipeline-row.tsx';
import { AS, COLUMNS, type PipelineActions, type PipelineState } from './pipeline-state.ts';
import { useMedia } from './use-media.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

/** In px; `pipeline.css` has the same. */
const [ROW, HEAD] = [52, 37];
const CARDS = { deal: 148, group: 112 };

/** Ten thousand rows of which those in sight are in the page. The keyboard's place is the table's own, not a row's focus. */
export function PipelineTable({ state, actions }: { state: PipelineState; actions: PipelineActions }) {
  const { list, rows, active, view, place, folded } = state;
  const scroller = useRef<HTMLDivElement>(null);
  const asCards = useMedia('(max-width: 640px)');
  const heightOf = (line: number) => (asCards ? CARDS[(list.lines[line] ?? 0) < 0 ? 'group' : 'deal'] : ROW);
  const { items, total, scrollTo } = useVirtualRows(scroller, list.lines, heightOf, asCards ? 0 : HEAD);
  const [first, last] = [items[0], items.at(-1)];
  const absent = items.flatMap(({ index }) => {
    const place = list.lines[index] ?? -1;
    return place >= 0 && !rows.has(place) ? [place] : [];
  });
  useEffect(() => {
    if (absent.length > 0) actions.need(absent);
  }, [absent.join()]);
  // Another order begins at its top; coming back from a deal begins where one left.
  useEffect(() => scrollTo(active), [place]);
  useEffect(() => {
    if (state.returns) scroller.current?.querySelector('table')?.focus({ preventScroll: true });
  }, []);
  const stand = (line: number) => {
    const within = Math.max(0, Math.min(list.lines.length - 1, line));
    actions.stand(within);
    scrollTo(within);
  };
  const openLine = (line: number) => {
    const at = list.lines[line] ?? 0;
    const row = rows.get(at);
    const group = list.groups[-at - 1];
    if (row) actions.open(row.id);
    else if (group) actions.fold(group.title);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / heightOf(active)) - 1);
    const to: Record<string, number> = {
      ...{ ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page },
      ...{ Home: 0, End: list.lines.length - 1 },
    };
    if (event.key === 'Enter') openLine(active);
    const line = to[event.key];
    if (line === undefined) return;
    event.preventDefault();
    stand(line);
  };
  return (
    <div class="pipeline-scroll" ref={scroller}>
      <table
        {...keyboardOn(active)}
        aria-label="Open deals"
        aria-rowcount={list.lines.length + 1}
        aria-colcount={COLUMNS.length}
        onKeyDown={onKeyDown}
      >
        <Head view={view} change={actions.change} />
        <tbody {...AS.rows}>
          <Space height={first?.start ?? 0} />
          {items.map(({ index }) => {
            const place = list.lines[index] ?? 0;
            const of = { index, isActive: index === active, stand: () => actions.stand(index) };
            const group = list.groups[-place - 1];
            if (group) {
              const { title } = group;
              const fold = () => actions.fold(title);
              return <GroupRow key={`group${place}`} {...of} group={group} isFolded={folded.has(title)} fold={fold} />;
            }
            const row = rows.get(place);
            return row ? (
              <DealLine key={row.id} {...of} row={row} open={actions.open} />
            ) : (
              <WaitingRow key={place} {...of} />
            );
          })}
          <Space height={total - (last?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  );
}

/** The table is one stop of the keyboard, and says on which line it stands. */
const keyboardOn = (active: number) => ({ ...AS.grid, tabIndex: 0, 'aria-activedescendant': `line-${active}` });

/** What is not in sight takes its room all the same. */
function Space({ height }: { height: number }) {
  return height > 0 ? (
    <tr class="space" {...AS.nothing}>
      <td colSpan={COLUMNS.length} style={{ height: `${height}px` }} />
    </tr>
  ) : null;
}

function Head({ view, change }: Pick<PipelineState, 'view'> & Pick<PipelineActions, 'change'>) {
  return (
    <thead {...AS.rows}>
      <tr {...AS.row} aria-rowindex={1}>
        {COLUMNS.map(({ key, title, downFirst = false }, at) => {
          const isSorted = view.sort === key;
          const down = isSorted ? !view.down : downFirst;
          return (
            <th
              key={key}
              {...AS.head}
              scope="col"
              data-column={key}
              aria-colindex={at + 1}
              aria-sort={isSorted ? (view.down ? 'descending' : 'ascending') : 'none'}
            >
              <button type="button" onClick={() => change({ sort: key, down })}>
                {title}
                <span class="way" aria-hidden="true">
                  {isSorted ? (view.down ? '↓' : '↑') : ''}
                </span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
