import type { ListMark } from '../../lib/coaching/card.ts';
import type { RowEvidence } from '../../lib/crm/evidence.ts';
import { afterFrame } from './after-frame.ts';
import { drawMark, placeMark } from './draw-mark.ts';
import type { Scheme } from './page-scheme.ts';

type Standing = { mark: ListMark; at: RowEvidence; host: HTMLElement; button: HTMLButtonElement };

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
  const settle = afterFrame(() => {
    for (const { at, host, button } of standing.values()) if (host.isConnected) placeMark(host, button, at);
  }, signal);

  function check(records: readonly MutationRecord[]): void {
    let isMoved = false;
    for (const [recordId, { at, host }] of standing) {
      if (!records.some(({ target }) => at.row.contains(target))) continue;
      if (at.idNow() === recordId && host.isConnected) isMoved = true;
      else remove(recordId);
    }
    if (isMoved) settle();
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

  signal.addEventListener('abort', () => {
    for (const recordId of [...standing.keys()]) remove(recordId);
    rows.disconnect();
    sizes.disconnect();
  });

  return {
    show(marks, places, scheme) {
      const at = new Map(places.map((place) => [place.recordId, place]));
      const wanted = new Map(marks.map((mark) => [mark.recordId, mark]));
      for (const [recordId, old] of [...standing]) {
        const place = at.get(recordId);
        const same =
          wanted.get(recordId)?.fact === old.mark.fact && place?.name === old.at.name && old.host.isConnected;
        if (!same) remove(recordId);
      }
      for (const mark of marks) {
        const place = at.get(mark.recordId);
        if (!place?.name.isConnected || place.idNow() !== mark.recordId || standing.has(mark.recordId)) continue;
        const { host, button } = drawMark(mark, scheme, () => onPick(mark.deal));
        // A cell of a table has nothing but cells beside it.
        if (/^(td|th)$/.test(place.name.localName)) place.name.append(host);
        else place.name.after(host);
        standing.set(mark.recordId, { mark, at: place, host, button });
      }
      observe();
      if (standing.size > 0) settle();
    },
    clear() {
      for (const recordId of [...standing.keys()]) remove(recordId);
      observe();
    },
    paint(scheme) {
      for (const { button } of standing.values()) button.dataset.scheme = scheme;
    },
  };
}
