const NAME = 'sideline-written';

/** `snapshots`: a draft or a frozen week alone, which nothing rests on but the snapshots themselves. */
export type Written = 'records' | 'snapshots';

/** Kept open: to open one for each look would take longer than some looks. */
let told: BroadcastChannel | null = null;

/** Says to every part of the extension that something was written, once it is on record. */
export function tellWritten(what: Written = 'records'): void {
  told ??= openChannel();
  told.postMessage(what);
}

function openChannel(): BroadcastChannel {
  const channel: BroadcastChannel & { unref?: () => void } = new BroadcastChannel(NAME);
  // In Node, where tests and the demo write histories, it would keep the process from ending.
  channel.unref?.();
  return channel;
}

/** Hears of what any part of the extension wrote, this one as well. What comes back ends it. */
export function watchWritten(heard: (what: Written) => void): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }: MessageEvent<Written>) => heard(data);
  return () => channel.close();
}
