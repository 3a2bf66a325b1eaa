import { browser } from 'wxt/browser';
import type { DateOrder } from '../deal/day.ts';
import type { OverlayView, Refusal, Reply, RequestData, RequestName } from './protocol.ts';
import { listenTo, post, postToTab } from './wire.ts';

/** What the background says to the scripts in a page, and what they answer. */
type PageNews = {
  'overlay.show': { data: OverlayView; reply: undefined };
  'overlay.hide': { data: Record<string, never>; reply: undefined };
  /** What the user said of this site changed: read again by it. */
  'page.read-again': { data: { dateOrder: DateOrder | null; currency: string | null }; reply: undefined };
  /** The user switched this site off: reading ends at once. */
  'page.stop': { data: Record<string, never>; reply: undefined };
  /** This deal's record was read and recorded in the tab: what its page shows of the past counts from now on. */
  'past.look': {
    data: {
      crm: string;
      tenant: string;
      recordId: string;
      name: string | null;
      dateOrder: DateOrder | null;
      currency: string | null;
    };
    reply: true;
  };
  'page.where': { data: Record<string, never>; reply: { onDeal: boolean } };
};

/** For scripts in a page. Ends with the function returned. */
export function onNews<N extends keyof PageNews>(
  name: N,
  listener: (data: PageNews[N]['data']) => unknown,
): () => void {
  return listenTo(name, (data) => listener(data as PageNews[N]['data']));
}

/** For the background. Null where nobody answers: a tab may be gone, or be another page, by the time it is told. */
export async function tellTab<N extends keyof PageNews>(
  tab: number,
  name: N,
  data: PageNews[N]['data'],
): Promise<PageNews[N]['reply'] | null> {
  return (await postToTab(tab, name, data).catch(() => null)) as PageNews[N]['reply'] | null;
}

/** False once the extension was updated or taken away under the open page. */
export const isAlive = () => browser.runtime?.id !== undefined;

const ORPHANED = /context invalidated|receiving end does not exist|message port closed/i;

/**
 * Asks the background. Never throws: an extension that was updated or removed under an open page answers like any
 * other failure, with the sentence to show.
 */
export async function send<N extends RequestName>(name: N, data: RequestData<N>): Promise<Reply<N>> {
  try {
    const reply = (await post(name, data)) as Reply<N> | null | undefined;
    // What is undefined here arrives as null there.
    if (reply == null) throw new Error('Nobody answered.');
    return reply;
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
