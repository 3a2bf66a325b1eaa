/** Where the browser draws no frames, as in a window behind others, it is done all the same after this long. */
const FRAMELESS_MS = 200;

/**
 * Calls `work` once right after the next frame was drawn, however often it was asked for. Then the page's layout is clean:
 * whatever looks at boxes or points before that makes the whole page lay itself out for us.
 */
export function afterFrame(work: () => void, signal: AbortSignal): () => void {
  let late: ReturnType<typeof setTimeout> | undefined;
  const drawn = new MessageChannel();
  const end = () => {
    if (late === undefined) return;
    clearTimeout(late);
    late = undefined;
    work();
  };
  drawn.port1.onmessage = end;
  signal.addEventListener('abort', () => {
    clearTimeout(late);
    drawn.port1.close();
  });
  return () => {
    if (late !== undefined || signal.aborted) return;
    late = setTimeout(end, FRAMELESS_MS);
    requestAnimationFrame(() => drawn.port2.postMessage(null));
  };
}
