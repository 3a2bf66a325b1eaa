import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PipelineActions, PipelineState, PrintedLine } from '../../../../components/pipeline-state.ts';
import { PipelineView } from '../../../../components/pipeline-view.tsx';
import { type SavedView, withoutView, withView } from '../../../../lib/settings/saved-views.ts';
import { openSavedViews } from '../../../../lib/store/saved-views.ts';
import { foldGroups } from '../../../../lib/team/pipeline/fold-groups.ts';
import { placeOf, viewOf } from '../../../../lib/team/pipeline/view.ts';
import type { PlacedRow } from '../../questions/pipeline.ts';
import { useAnswer } from '../../use-answer.tsx';
import type { TabProps } from '../index.ts';

const views = openSavedViews();

/** More lines on paper than anybody reads; a browser lays them out in a few seconds. */
const PRINTED_MOST = 2_000;

/** `left`: for a deal's page. */
type Stood = { place: string; line: number; left: boolean };

export function TablePlace({ ask, turn, place, go, stood }: TabProps & { stood: Stood }) {
  const view = useMemo(() => viewOf(place), [place]);
  const locale = navigator.language;
  const { answer, state } = useAnswer(
    async () => ({ place, list: await ask('pipeline', { view, locale }) }),
    [turn, place],
  );
  const [saved, setSaved] = useState<SavedView[]>([]);
  const [printed, setPrinted] = useState<PipelineState['printed']>(null);
  const [active, setActive] = useState(stood.place === place ? stood.line : 0);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [returns] = useState(stood.left && stood.place === place);
  const cache = useRowCache(answer?.list ?? null);
  useEffect(() => void views.read().then(setSaved, () => setSaved([])), [turn]);
  useEffect(() => {
    if (stood.place === place) return;
    Object.assign(stood, { place, line: 0 });
    setActive(0);
    setFolded(new Set());
  }, [place]);
  useEffect(() => {
    stood.left = false;
    const done = () => setPrinted(null);
    addEventListener('afterprint', done);
    return () => removeEventListener('afterprint', done);
  }, []);
  useEffect(() => {
    if (printed) print();
  }, [printed]);
  const list = useMemo(
    () => answer && { ...answer.list, lines: foldGroups(answer.list, folded) },
    [answer?.list, folded],
  );
  // The browser's own key, too, is to print every row: those beyond sight are not in the page.
  const toPaper = useRef<() => void>(() => {});
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'p' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      toPaper.current();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  if (!answer || !list) return state;
  const rowsAt = (places: number[]) => ask('pipelineRows', { places, asOf: list.asOf, locale });
  const actions: PipelineActions = {
    change: (patch, replaces) => go('pipeline', placeOf({ ...view, ...patch }), replaces),
    need: (places) =>
      void rowsAt(places).then(
        (rows) => cache.add(list.asOf, rows),
        () => {},
      ),
    stand: (line) => {
      stood.line = line;
      setActive(line);
    },
    fold: (title) =>
      setFolded((before) => (before.has(title) ? before.difference(new Set([title])) : new Set([...before, title]))),
    open: (deal) => {
      stood.left = true;
      go('pipeline', deal);
    },
    saveView: async (name) =>
      setSaved(await views.change((before) => withView(before, { name, place: placeOf(view) }))),
    dropView: async (name) => setSaved(await views.change((before) => withoutView(before, name))),
    print: async () => {
      const lines = [...list.lines].slice(0, PRINTED_MOST);
      const rows = new Map((await rowsAt(lines.filter((line) => line >= 0))).map(({ place: at, row }) => [at, row]));
      setPrinted(
        lines.flatMap((line): PrintedLine[] => {
          const [row, head] = [rows.get(line), list.groups[-line - 1]];
          return row ? [{ row }] : head ? [{ head }] : [];
        }),
      );
    },
  };
  toPaper.current = () => void actions.print();
  const line = Math.min(active, Math.max(0, list.lines.length - 1));
  const shown = { view, list, folded, place: answer.place, rows: cache.rows, active: line, returns, saved, printed };
  return <PipelineView state={shown} actions={actions} />;
}

type Rows = ReadonlyMap<number, PlacedRow['row']>;

/** Rows as they come; those of an earlier reading go with it. */
function useRowCache(list: { asOf: number; rows: PlacedRow[] } | null): {
  rows: Rows;
  add(asOf: number, rows: PlacedRow[]): void;
} {
  const kept = useRef<{ asOf: number; rows: Map<number, PlacedRow['row']> }>({ asOf: -1, rows: new Map() });
  const [, draw] = useState(0);
  const put = (rows: readonly PlacedRow[]) => {
    for (const { place, row } of rows) kept.current.rows.set(place, row);
  };
  useMemo(() => {
    if (!list) return;
    if (kept.current.asOf !== list.asOf) kept.current = { asOf: list.asOf, rows: new Map() };
    put(list.rows);
  }, [list]);
  const add = (asOf: number, rows: PlacedRow[]) => {
    if (asOf !== kept.current.asOf) return;
    put(rows);
    draw((turn) => turn + 1);
  };
  return { rows: kept.current.rows, add };
}
