import { defineExtensionMessaging } from '@webext-core/messaging';
import type { DateOrder } from '../deal/day.ts';
import type { OverlayView, Refusal, Reply, RequestData, RequestName } from './protocol.ts';

type Wire = { [N in RequestName]: (data: RequestData<N>) => Reply<N> } & {
  'overlay.show': (view: OverlayView) => void;
  'overlay.hide': (data: Record<string, never>) => void;
  /** What the user said of this site changed: read again by it. */
  'page.read-again': (site: { dateOrder: DateOrder | null; currency: string | null }) => void;
  /** The user switched this site off: reading ends at once. */
  'page.stop': (data: Record<string, never>) => void;
  'page.where': (data: Record<string, never>) => { onDeal: boolean };
};

/** One messenger per script: the library allows one listener per message and context. */
export const messenger = defineExtensionMessaging<Wire>();

const ORPHANED = /context invalidated|receiving end does not exist|message port closed/i;

/**
 * Asks the background. Never throws: an extension that was updated or removed under an open page answers like any
 * other failure, with the sentence to show.
 */
export async function send<N extends RequestName>(name: N, data: RequestData<N>): Promise<Reply<N>> {
  const ask = messenger.sendMessage as (name: RequestName, data: unknown) => Promise<unknown>;
  try {
    return (await ask(name, data)) as Reply<N>;
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): Refusal {
  // In a page whose extension was updated, `chrome.runtime` itself is gone and the call is a TypeError.
  const orphaned = error instanceof TypeError || ORPHANED.test(String(error));
  return {
    ok: false,
    code: 'failed',
    sentence: orphaned ? 'Reload this page to continue.' : 'That did not work. Nothing was lost; try once more.',
  };
}
