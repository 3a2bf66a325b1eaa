/** What the page's inline session script says, read as text. */
export type OdooSession = { lang: string | null; database: string | null };

const known = new WeakMap<Document, OdooSession>();
/** The script is small; larger ones are bundles. */
const LONGEST = 300_000;

/** `<html>` has no language in Odoo: the script is the only place that holds the user's. */
export function sessionOf(document: Document): OdooSession {
  let session = known.get(document);
  if (session) return session;
  session = { lang: null, database: null };
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    if (text.length > LONGEST || !text.includes('session_info')) continue;
    session.lang = /"lang"\s*:\s*"([A-Za-z]{2,3}(?:_[A-Za-z0-9]{2,8})?)[^"]*"/.exec(text)?.[1] ?? null;
    session.database = /"db"\s*:\s*"([\w.-]{1,63})"/.exec(text)?.[1] ?? null;
    break;
  }
  // A page that is still loading may not have it yet.
  if (session.lang !== null || document.readyState === 'complete') known.set(document, session);
  return session;
}
