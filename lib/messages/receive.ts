import * as v from 'valibot';
import {
  fromBoth,
  fromExtension,
  fromPage,
  onDeal,
  type Refusal,
  type Reply,
  type RequestData,
  type RequestName,
  requests,
} from './protocol.ts';
import { listenTo, type RawSender } from './wire.ts';

/** `document` tells one page load of a tab from the next. */
export type Sender =
  | { from: 'page'; tab: number; document: string; origin: string; url: string }
  | { from: 'extension' };

/**
 * Who speaks, after the browser's own word for it; null for anybody but us. Our pages have our origin even when they
 * stand in a tab; a content script has the page's origin and the top frame of a tab.
 */
export function senderOf(raw: RawSender, ownId: string, ownOrigin: string): Sender | null {
  if (raw.id !== ownId || !raw.url) return null;
  if (raw.url.startsWith(`${ownOrigin}/`)) return { from: 'extension' };
  if (raw.tab?.id === undefined || raw.frameId !== 0) return null;
  try {
    return {
      from: 'page',
      tab: raw.tab.id,
      document: raw.documentId ?? raw.url,
      origin: new URL(raw.url).origin,
      url: raw.url,
    };
  } catch {
    return null;
  }
}

function isAllowed(name: RequestName, sender: Sender): boolean {
  if (name in onDeal || name in fromBoth) return true;
  return sender.from === 'page' ? name in fromPage : name in fromExtension;
}

export function refuse(code: Refusal['code'], sentence: string): Refusal {
  return { ok: false, code, sentence };
}

type Handler<N extends RequestName> = (data: RequestData<N>, sender: Sender) => Promise<Reply<N>>;
export type Handlers = { [N in RequestName]: Handler<N> };

/** Checks sender and shape, then calls the handler; what a handler throws becomes one plain sentence. */
export async function receive<N extends RequestName>(
  name: N,
  data: unknown,
  sender: Sender | null,
  handler: Handler<N>,
  explain: (error: unknown) => Refusal,
): Promise<Reply<N>> {
  if (sender === null || !isAllowed(name, sender)) return refuse('wrong-sender', 'That message came from elsewhere.');
  const parsed = v.safeParse(requests[name], data);
  if (!parsed.success) return refuse('invalid-message', 'Sideline could not understand this page. Nothing was stored.');
  try {
    return await handler(parsed.output as RequestData<N>, sender);
  } catch (error) {
    return explain(error);
  }
}

/** Puts every handler on the wire; called synchronously when the worker starts. */
export function listen(
  handlers: Handlers,
  own: { id: string; origin: string },
  explain: (error: unknown) => Refusal,
): void {
  for (const name of Object.keys(requests) as RequestName[]) {
    listenTo(name, (data, sender) =>
      receive(name, data, senderOf(sender, own.id, own.origin), handlers[name] as Handler<RequestName>, explain),
    );
  }
}
