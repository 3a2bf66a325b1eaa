import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Rows kept ready above and below those in sight, so that a turn of the wheel meets no gap; each is drawn in the same task as those in sight. */
const READY_ROWS = 6;

type VirtualRows = { items: VirtualItem[]; total: number; scrollTo(index: number): void };

/**
 * The rows in sight of many. Heights are in px and known beforehand; they are asked for anew where `lines` or `head`, which
 * is what stands over the first row in sight, are others.
 */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  lines: { readonly length: number },
  heightOf: (line: number) => number,
  head: number,
): VirtualRows {
  const [, draw] = useState(0);
  const options = {
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    overscan: READY_ROWS,
    // The first rows are drawn before the browser says how high the place is.
    initialRect: { width: 0, height: 800 },
    scrollPaddingStart: head,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => draw((turn) => turn + 1),
  };
  const [rows] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  rows.setOptions(options);
  useLayoutEffect(() => rows._didMount(), [rows]);
  useLayoutEffect(() => rows._willUpdate());
  useLayoutEffect(() => rows.measure(), [lines, head, rows]);
  return { items: rows.getVirtualItems(), total: rows.getTotalSize(), scrollTo: (index) => rows.scrollToIndex(index) };
}
