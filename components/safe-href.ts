/** A link from a page is followed only where it leads to the web: `javascript:` and the like become plain text. */
export function safeHref(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}
