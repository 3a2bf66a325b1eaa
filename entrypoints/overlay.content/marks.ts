import type { ListMark } from '../../lib/coaching/card.ts';
import type { RowEvidence } from '../../lib/crm/evidence.ts';
import { afterFrame } from './after-frame.ts';
import { drawMark, type Mark, placeMarks } from './draw-mark.tsx';
import type { Scheme } from './page-scheme.ts';

type Standing = Mark & { says: string };

export type Marks = {
  /** These and no others; `rows`: where the deals of the list stand now. */
  show(marks: readonly ListMark[], rows: readonly RowEvidence[], scheme: Scheme): void;
  clear(): void;
  paint(scheme: Scheme): void;
};

/**
 * Marks beside the names of deals in the page's own list. A list that scrolls uses its rows again for other deals, so a
 * mark is checked whenever its row changes, before the change is drawn: it never stands beside a deal that is not its own.
 */
export function createMarks(onPick: (deal: string) => void, signal: AbortSignal): Marks {
  const standing = new Map<string, Standing>();
  const rows = new MutationObserver(check);
  const sizes = new ResizeObserver(() => settle());
  // Boxes are looked at when the page's layout is clean, all of them together.
  const settle = afterFrame(() => placeMarks([...standing.values()]), signal);

  function check(records: readonly MutationRecord[]): void {
    const touched = new Set(records.map(({ target }) => target).filter((target) => !isMark(target)));
    let isMoved = false;
    for (const [recordId, { at, host }] of standing) {
      if (![...touched].some((target) => at.row.contains(target))) continue;
      if (at.idNow() === recordId && host.isConnected && at.name.isConnected) isMoved = true;
      else remove(recordId);
    }
    if (isMoved) settle();
  }

  /** What scrolls under a mark that does not scroll along takes it with it in the same frame. */
  function onScroll(): void {
    const loose = [...standing.values()].filter(({ box }) => box?.isLoose);
    if (loose.length > 0) requestAnimationFrame(() => placeMarks(loose));
  }

  function remove(recordId: string): void {
    standing.get(recordId)?.host.remove();
    standing.delete(recordId);
  }

  /** Everything that is looked at, anew: an observer cannot let go of a single row. */
  function observe(): void {
    rows.disconnect();
    sizes.disconnect();
    for (const { at } of standing.values()) {
      rows.observe(at.row, { attributes: true, characterData: true, childList: true, subtree: true });
      sizes.observe(at.name);
    }
  }

  function clear(): void {
    for (const recordId of [...standing.keys()]) remove(recordId);
    observe();
  }

  document.addEventListener('scroll', onScroll, { capture: true, passive: true, signal });
  signal.addEventListener('abort', clear);

  return {
    show(marks, places, scheme) {
      const at = new Map(places.map((place) => [place.recordId, place]));
      const wanted = new Map(marks.map((mark) => [mark.recordId, JSON.stringify(mark)]));
      for (const [recordId, old] of [...standing]) {
        const isSame = wanted.get(recordId) === old.says && at.get(recordId)?.name === old.at.name;
        if (!isSame || !old.host.isConnected) remove(recordId);
      }
      for (const mark of marks) {
        const place = at.get(mark.recordId);
        if (!place?.name.isConnected || place.idNow() !== mark.recordId || standing.has(mark.recordId)) continue;
        const drawn = drawMark(mark, place, scheme, () => onPick(mark.deal));
        standing.set(mark.recordId, { ...drawn, says: JSON.stringify(mark) });
      }
      observe();
      if (standing.size > 0) settle();
    },
    clear,
    paint(scheme) {
      for (const { button } of standing.values()) button.dataset.scheme = scheme;
    },
  };
}

const isMark = (node: Node) => (node as Partial<Element>).localName === 'sideline-mark';
