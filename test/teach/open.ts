import { openInJsdom } from '../crm/open-in-jsdom.ts';
import { unknownDeals, unknownPage } from '../sim/unknown-crm.ts';

export const SITE = 'https://deals.quayside.example';
export const OPTIONS = {
  at: Date.UTC(2026, 8, 14, 9),
  timeZone: 'Europe/London',
  today: '2026-09-14',
  dateOrder: null,
  currency: null,
} as const;

export function openPage(path: string): { document: Document; url: URL } {
  const html = unknownPage(path);
  if (html === null) throw new Error(`The unknown CRM has no page ${path}.`);
  const url = new URL(path, SITE);
  return { document: openInJsdom(html, url.href), url };
}

export const openDeal = (at: number) => openPage(`/app/deals/${unknownDeals[at]?.id}`);

export function element(document: Document, css: string): Element {
  const found = document.querySelector(css);
  if (!found) throw new Error(`Nothing matches ${css}.`);
  return found;
}
