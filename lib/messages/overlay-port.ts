import type { OverlayView } from './protocol.ts';

/** How the script that reads a page reaches the one that shows the card in it. */
export type OverlayPort = {
  show(view: OverlayView): void;
  hide(): void;
  /** The page was read: rows of a list may have been drawn anew, without their marks. */
  look(): void;
  /** A deal stands in the page again: what is said of it from now on is news. */
  expect(): void;
  /** False once its extension was updated or taken away under the open page. */
  isAlive(): boolean;
};

/**
 * The scripts of one page share a global of their own that the page cannot see, nor name. A message for the overlay would go to
 * every script in the tab, each of which unpacks the whole card; the answer to a reading brings it here once.
 */
const OVERLAY = Symbol.for('sideline.overlay');
const world = globalThis as { [OVERLAY]?: OverlayPort };

export function openOverlayPort(port: OverlayPort): void {
  world[OVERLAY] = port;
}

/** Null while no overlay stands in this page. */
export function overlayPort(): OverlayPort | null {
  const port = world[OVERLAY];
  return port?.isAlive() ? port : null;
}
