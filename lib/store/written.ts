const NAME = 'sideline-written';

/** Says to every part of the extension that something was written, once it is on record. */
export function tellWritten(): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage(null);
  channel.close();
}

/** Hears of what any part of the extension wrote, this one as well. What comes back ends it. */
export function watchWritten(heard: () => void): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = () => heard();
  return () => channel.close();
}
