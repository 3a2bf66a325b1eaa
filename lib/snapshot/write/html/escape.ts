import { plainText } from '../cell-text.ts';

const NAMES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML, for content and quoted attributes alike. */
export const escapeHtml = (text: string): string => plainText(text).replace(/[&<>"']/g, (mark) => NAMES[mark] ?? '');

/** An address that may be followed, ready for an attribute; null for all that does not lead to the web. */
export function webAddress(url: string): string | null {
  if (!/^https?:\/\//i.test(url)) return null;
  try {
    return escapeHtml(new URL(url).href);
  } catch {
    return null;
  }
}
