import { JSDOM } from 'jsdom';
import { vi } from 'vitest';
import { teachVisibility } from '../../jsdom-visibility.ts';
import type { DemoCrm } from './demo-crm.ts';

export type OpenPage = {
  document: Document;
  location: Location;
  sim: { go(href: string): Promise<void>; refresh(): Promise<void>; edit(): void; save(): Promise<void> };
  text(selector: string): string;
  value(selector: string): string;
  type(selector: string, text: string): void;
  wait(ms: number): Promise<void>;
};

/** Opens an address of the demo CRM in jsdom, with its own script running. */
export async function openPage(demo: DemoCrm, address: string): Promise<OpenPage> {
  const shell = demo.handle({ url: address.split('#')[0] ?? address });
  const { window } = new JSDOM(shell.body, { url: address, pretendToBeVisual: true });
  teachVisibility(window.Element.prototype);
  vi.stubGlobal('window', window);
  for (const name of ['document', 'location', 'history', 'addEventListener', 'CSSStyleSheet'] as const) {
    const value = window[name];
    vi.stubGlobal(name, name === 'addEventListener' ? window.addEventListener.bind(window) : value);
  }
  vi.stubGlobal('fetch', async (path: string, init: { method?: string; body?: string } = {}) => {
    const answer = demo.handle({ url: new URL(path, window.location.origin).href, ...init });
    return { ok: answer.status === 200, status: answer.status, json: async () => JSON.parse(answer.body) };
  });
  const file = (name: string) => new URL(`./client/${name}.js`, import.meta.url).href;
  const name = window.document.documentElement.dataset.sim ?? '';
  const { startApp } = await import(/* @vite-ignore */ file('app'));
  const { default: crm } = await import(/* @vite-ignore */ file(`${name}/index`));
  await startApp(crm);

  const { document } = window;
  const find = (selector: string): HTMLInputElement => {
    const found = document.querySelector<HTMLInputElement>(selector);
    if (!found) throw new Error(`Nothing at ${selector}`);
    return found;
  };
  return {
    document,
    location: window.location,
    sim: (window as unknown as { __sim: OpenPage['sim'] }).__sim,
    text: (selector) => find(selector).textContent?.trim() ?? '',
    value: (selector) => find(selector).value,
    type: (selector, text) => {
      const input = find(selector);
      input.value = text;
      input.dispatchEvent(new window.Event('input', { bubbles: true }));
    },
    wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  };
}
