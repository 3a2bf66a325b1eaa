/** Taken out again so soon after it came back, and so often: the page does not want it. */
const AT_ONCE_MS = 1_000;
const MOST_RETURNS = 5;

/**
 * Puts our host back where a page replaced the whole of its document's children; gives in where a page insists, and
 * where the extension is gone: then it is its next version that makes room for itself.
 */
export function keepMounted(host: Element, isAlive: () => boolean, signal: AbortSignal): void {
  let cameBack = Number.NEGATIVE_INFINITY;
  let returns = 0;
  const observer = new MutationObserver(() => {
    if (host.isConnected) return;
    if (!isAlive()) return observer.disconnect();
    const now = performance.now();
    returns = now - cameBack < AT_ONCE_MS ? returns + 1 : 1;
    if (returns > MOST_RETURNS) return observer.disconnect();
    cameBack = now;
    observe();
    document.documentElement.append(host);
  });
  // Children of these two alone: what happens deeper in the page is no business of ours.
  const observe = () => {
    observer.disconnect();
    for (const node of [document, document.documentElement]) observer.observe(node, { childList: true });
  };
  observe();
  signal.addEventListener('abort', () => observer.disconnect());
}
