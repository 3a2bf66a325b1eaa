import type { OverlayView } from './protocol.ts';

/** How the script that reads a page reaches the one that shows the card in it. */
export type OverlayPort = {
  show(view: OverlayView): void;
  hide(): void;
  /** False once its extension was updated or taken away under the open page. */
  isAlive(): boolean;
};

/**
 * The scripts of one page share a global of their own that the page cannot see. A message for the overlay would go to
 * every script in the tab, each of which unpacks the whole card; the answer to a reading brings it here once.
 */
const world = globalThis as { sidelineOverlay?: OverlayPort };

export function openOverlayPort(port: OverlayPort): void {
  world.sidelineOverlay = port;
}

/** Null while no overlay stands in this page. */
export function overlayPort(): OverlayPort | null {
  const port = world.sidelineOverlay;
  return port?.isAlive() ? port : null;
}
