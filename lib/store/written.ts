const NAME = 'sideline-written';

/** Kept open: to open one for each look would take longer than some looks. */
let told: BroadcastChannel | null = null;

/** Says to every part of the extension that something was written, once it is on record. */
export function tellWritten(): void {
  told ??= openChannel();
  told.postMessage(null);
}

function openChannel(): BroadcastChannel {
  const channel: BroadcastChannel & { unref?: () => void } = new BroadcastChannel(NAME);
  // In Node, where tests and the demo write histories, it would keep the process from ending.
  channel.unref?.();
  return channel;
}

/** Hears of what any part of the extension wrote, this one as well. What comes back ends it. */
export function watchWritten(heard: () => void): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = () => heard();
  return () => channel.close();
}
