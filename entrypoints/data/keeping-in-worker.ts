import { lineTo } from '../../lib/messages/worker-line.ts';
import type { Keeping } from '../../lib/store/keeping.ts';
import type { RequestName, Requests, Told } from './worker-protocol.ts';

const LOST = 'This page stopped working. What was stored is safe. Reload it and try again.';

/** The same as in the page itself, done by a worker of its own. */
export function keepingInWorker(): Keeping {
  const worker = new Worker(new URL('./data.worker.ts', import.meta.url), { type: 'module' });
  const line = lineTo<Told>(worker, LOST);
  const ask = <N extends RequestName>(name: N, args: Parameters<Requests[N]>, told?: (said: Told) => void) =>
    line({ name, args } as { name: string }, told) as ReturnType<Requests[N]>;
  const asked =
    <N extends RequestName>(name: N) =>
    (...args: Parameters<Requests[N]>) =>
      ask(name, args);
  return {
    spaceUsed: asked('spaceUsed'),
    backUp: asked('backUp'),
    look: asked('look'),
    check: async (file, passphrase, told) => ({
      ...(await ask('check', [file, passphrase], told)),
      merge: () => ask('restore', ['merge']),
      replace: () => ask('restore', ['replace']),
      drop: () => ask('dropCheck', []),
    }),
    dropLeftover: asked('dropLeftover'),
    erase: asked('erase'),
    deals: asked('deals'),
    twins: asked('twins'),
    merged: asked('merged'),
    merge: asked('merge'),
    takeApart: asked('takeApart'),
    pack: asked('pack'),
    sites: asked('sites'),
    settingsAsOf: asked('settingsAsOf'),
    looksSince: asked('looksSince'),
    local: asked('local'),
    setLocal: asked('setLocal'),
    close: () => worker.terminate(),
  };
}
