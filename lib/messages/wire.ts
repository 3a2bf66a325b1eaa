/**
 * A message on its way between the scripts of the extension: `{ name, data }`, answered with what its listener gives. Of
 * our own, in forty lines, because this code stands in every CRM page: the library that did the same weighed 2 kB there.
 */
import { browser } from 'wxt/browser';

export type RawSender = {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
};

type Listener = (data: unknown, sender: RawSender) => unknown;

const listeners = new Map<string, Listener>();

function onLetter(letter: unknown, sender: RawSender, answer: (reply: unknown) => void): boolean {
  const { name, data } = (letter ?? {}) as { name?: unknown; data?: unknown };
  const listener = typeof name === 'string' ? listeners.get(name) : undefined;
  // Another script of the tab may know it.
  if (!listener) return false;
  new Promise((resolve) => resolve(listener(data, sender))).then(answer, () => answer(undefined));
  return true;
}

/** Answers a message of this name; at most one listener each. Added in the first turn, it is there for what woke the worker. */
export function listenTo(name: string, listener: Listener): () => void {
  if (listeners.size === 0) browser.runtime.onMessage.addListener(onLetter);
  listeners.set(name, listener);
  return () => {
    if (listeners.get(name) !== listener) return;
    listeners.delete(name);
    if (listeners.size === 0) browser.runtime?.onMessage?.removeListener(onLetter);
  };
}

/** Rejects where nobody answers. */
export function post(name: string, data: unknown): Promise<unknown> {
  return browser.runtime.sendMessage({ name, data });
}

export function postToTab(tab: number, name: string, data: unknown): Promise<unknown> {
  return browser.tabs.sendMessage(tab, { name, data });
}
